import { synthesized } from "../support/reference";
import { fleetWith, nameOf, nothing, synthesizedStacks, trainStack } from "./synth";

const text = (value: unknown): string => JSON.stringify(value);

describe("a network with a way out", () => {
  const stack = trainStack();

  test("AWS-EKS-08: resolves names, and gives no machine a public address", () => {
    expect(stack.one("vpc")).toMatchObject({ enable_dns_support: true, enable_dns_hostnames: true });
    for (const subnet of stack.all("subnet")) expect(subnet["map_public_ip_on_launch"]).toBe(false);
  });

  test("has a NAT gateway a zone, or one for all", () => {
    expect(stack.all("nat_gateway")).toHaveLength(3);
    const single = trainStack({}, { network: { cidrs: ["10.16.0.0/16"], natGateways: "single" } });
    expect(single.all("nat_gateway")).toHaveLength(1);
    expect(single.all("eip")).toHaveLength(1);
    const routes = single.all("route", "private-default").map((route) => route["nat_gateway_id"]);
    expect(routes).toHaveLength(3);
    expect(new Set(routes).size).toBe(1);
  });

  test("reaches S3 without NAT, from every private route table", () => {
    expect(stack.one("vpc_endpoint")).toMatchObject({
      service_name: "com.amazonaws.us-east-2.s3",
      vpc_endpoint_type: "Gateway",
    });
    expect(stack.one("vpc_endpoint")["route_table_ids"]).toHaveLength(3);
  });

  test("has a default security group without rules", () => {
    const group = stack.one("default_security_group");
    expect(group).not.toHaveProperty("ingress");
    expect(group).not.toHaveProperty("egress");
  });

  test("logs what passes with a role that writes to one group", () => {
    expect(stack.one("flow_log")).toMatchObject({ traffic_type: "ALL", log_destination_type: "cloud-watch-logs" });
    const policy: { Statement: { Action: string[]; Resource: string[] }[] } = JSON.parse(
      String(stack.one("iam_role_policy", "flow-logs")["policy"]),
    );
    expect(policy.Statement[0]).toMatchObject({
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: [
        "arn:aws:logs:us-east-2:111122223333:log-group:/aws/vpc/ohio/flow-logs",
        "arn:aws:logs:us-east-2:111122223333:log-group:/aws/vpc/ohio/flow-logs:*",
      ],
    });
    const without = trainStack({}, { network: { cidrs: ["10.16.0.0/16"], flowLogs: { enabled: false } } });
    expect(without.all("flow_log")).toEqual([]);
  });
});

describe("a network without a way out", () => {
  const network = { cidrs: ["10.16.0.0/16", "10.17.0.0/16"], egress: "none" } as const;
  const stack = trainStack({}, { network });

  test("has no public subnet, gateway, address or default route", () => {
    for (const type of ["nat_gateway", "eip", "internet_gateway", "route"]) expect(stack.all(type)).toEqual([]);
    expect(
      stack
        .all("subnet")
        .map(nameOf)
        .filter((name) => String(name).includes("public")),
    ).toEqual([]);
  });

  // Amazon EKS user guide, private clusters; Systems Manager and FSx user guides.
  test("AWS-EKS-08: has an endpoint of every service that a cluster calls, with private names", () => {
    const endpoints = stack.all("vpc_endpoint");
    const of = (type: string) =>
      endpoints.filter((each) => each["vpc_endpoint_type"] === type).map((each) => String(each["service_name"]));
    expect(of("Gateway").sort()).toEqual(["com.amazonaws.us-east-2.dynamodb", "com.amazonaws.us-east-2.s3"]);
    expect(of("Interface").sort()).toEqual(
      "autoscaling ec2 ec2messages ecr.api ecr.dkr eks eks-auth elasticloadbalancing fsx kms logs ssm ssmmessages sts"
        .split(" ")
        .map((service) => `com.amazonaws.us-east-2.${service}`),
    );
    for (const each of endpoints.filter((each) => each["vpc_endpoint_type"] === "Interface")) {
      expect(each["private_dns_enabled"]).toBe(true);
      expect(each["subnet_ids"]).toHaveLength(3);
      expect(each["security_group_ids"]).toHaveLength(1);
    }
  });

  test("lets HTTPS to the endpoints from each range of the VPC and from nowhere else", () => {
    const rules = stack.all("vpc_security_group_ingress_rule", "https");
    expect(rules.map((rule) => rule["cidr_ipv4"])).toEqual(network.cidrs);
    for (const rule of rules) expect(rule).toMatchObject({ ip_protocol: "tcp", from_port: 443, to_port: 443 });
  });
});

test("in China some endpoints have another name, and everything another partition", () => {
  const china = trainStack(
    { pools: [{ machine: "p5.48xlarge", count: 1, capacity: { kind: "onDemand", zoneId: "cnn1-az1" } }] },
    {
      region: "cn-north-1",
      location: { country: "CN" },
      network: { cidrs: ["10.16.0.0/16"], egress: "none", zoneIds: ["cnn1-az1", "cnn1-az2"] },
    },
  );
  const names = china.all("vpc_endpoint").map((each) => String(each["service_name"]));
  expect(names).toContain("cn.com.amazonaws.cn-north-1.ecr.api");
  expect(names).toContain("com.amazonaws.cn-north-1.s3");
  expect(names).toContain("com.amazonaws.cn-north-1.logs");
  expect(text(china.json)).not.toMatch(/arn:aws:/);
  expect(text(china.one("kms_key"))).toContain("logs.cn-north-1.amazonaws.com.cn");
});

describe("a cluster", () => {
  const stack = trainStack();

  test("AWS-EKS-04: comes after its log group and its policies; machines after theirs and after the network plug-in", () => {
    expect(text(stack.one("eks_cluster")["depends_on"])).toContain("aws_cloudwatch_log_group.cluster-train_logs");
    expect(text(stack.one("eks_cluster")["depends_on"])).toContain("AmazonEKSClusterPolicy");
    for (const group of stack.all("eks_node_group")) {
      const before = text(group["depends_on"]);
      for (const what of ["AmazonEKSWorkerNodePolicy", "addons_vpc-cni", "addons_eks-pod-identity-agent"])
        expect(before).toContain(what);
    }
  });

  test("AWS-LT-04: gives machines its own security group; the system's template names none, so that EKS does", () => {
    const pool = text(stack.one("launch_template", "pool-h100")["network_interfaces"]);
    expect(pool).toContain("vpc_config[0].cluster_security_group_id");
    const system = stack.one("launch_template", "system");
    expect(system).not.toHaveProperty("vpc_security_group_ids");
    expect(system).not.toHaveProperty("network_interfaces");
  });

  test("AWS-EKS-09: has machines without a taint, encrypted, with IMDSv2 over one hop, tagged", () => {
    const group = stack.one("eks_node_group", "system");
    expect(group).not.toHaveProperty("taint");
    expect(group).toMatchObject({ instance_types: ["m6i.2xlarge"], scaling_config: { min_size: 3, max_size: 6 } });
    expect(stack.one("launch_template", "system")).toMatchObject({
      block_device_mappings: [{ ebs: { encrypted: "true", volume_type: "gp3" } }],
      metadata_options: { http_tokens: "required", http_put_response_hop_limit: 1 },
      tag_specifications: [
        { resource_type: "instance" },
        { resource_type: "volume" },
        { resource_type: "network-interface" },
      ],
    });
  });

  test("keeps what the plug-in may do from the machines, and gives it to the plug-in's pods alone", () => {
    expect(
      stack
        .all("iam_role_policy_attachment", "node-")
        .map((each) => each["policy_arn"])
        .sort(),
    ).toEqual([
      "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
      "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
    ]);
    expect(stack.one("iam_role_policy_attachment", "vpc-cni")["policy_arn"]).toBe(
      "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy",
    );
    expect(text(stack.one("iam_role", "vpc-cni"))).toContain("kube-system");
    expect(text(stack.one("eks_addon", "vpc-cni")["depends_on"])).toContain("eks-pod-identity-agent");
  });

  test("tells the plug-in how many addresses to keep, in blocks where that is wanted, and lets the author say more", () => {
    const env = (more: object): Record<string, string> =>
      JSON.parse(String(trainStack(more).one("eks_addon", "vpc-cni")["configuration_values"])).env;
    expect(env({})).toEqual({ MINIMUM_IP_TARGET: "15", WARM_IP_TARGET: "2" });
    expect(env({ prefixDelegation: true, podAddressesPerNode: 32 })).toEqual({
      ENABLE_PREFIX_DELEGATION: "true",
      MINIMUM_IP_TARGET: "32",
      WARM_IP_TARGET: "2",
    });
    expect(env({ addons: { "vpc-cni": { configuration: { env: { WARM_IP_TARGET: "5" } } } } })).toMatchObject({
      MINIMUM_IP_TARGET: "15",
      WARM_IP_TARGET: "5",
    });
  });

  test("has entries for its users in any order, with policies of EKS in the site's partition", () => {
    const [a, b] = ["a", "b"].map((name) => ({
      principalArn: `arn:aws:iam::111122223333:role/${name}`,
      policy: "view" as const,
      namespaces: ["research"],
    }));
    if (a === undefined || b === undefined) throw new Error("there are two");
    const both = trainStack({ access: [a, b] });
    expect(trainStack({ access: [b, a] }).json.resource).toEqual(both.json.resource);
    expect(both.all("eks_access_entry")).toHaveLength(2);
    for (const each of both.all("eks_access_policy_association")) {
      expect(each).toMatchObject({
        policy_arn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
        access_scope: { type: "namespace", namespaces: ["research"] },
      });
    }
  });

  test("makes neither role nor key where it is given them", () => {
    const arn = "arn:aws:kms:us-east-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
    const given = trainStack({
      keys: { secrets: arn, logs: arn, volumes: arn },
      roles: { cluster: role("control"), nodes: role("nodes") },
    });
    expect(given.all("kms_key")).toEqual([]);
    expect(given.one("eks_cluster")).toMatchObject({
      role_arn: role("control"),
      encryption_config: { provider: { key_arn: arn } },
    });
    for (const group of given.all("eks_node_group")) expect(group["node_role_arn"]).toBe(role("nodes"));
    expect(given.one("cloudwatch_log_group", "cluster-train")["kms_key_id"]).toBe(arn);
    expect(given.one("launch_template", "system")).toMatchObject({
      block_device_mappings: [{ ebs: { kms_key_id: arn } }],
    });
    expect(given.all("iam_role", "cluster-role")).toEqual([]);
  });

  test("is kept from being destroyed, with its key, unless the site says otherwise", () => {
    for (const type of ["eks_cluster", "kms_key"]) {
      expect(stack.one(type)["lifecycle"]).toEqual({ prevent_destroy: true });
      expect(trainStack({}, { protect: false }).one(type)["lifecycle"]).not.toEqual({ prevent_destroy: true });
    }
  });
});

describe("the provider", () => {
  const version = (stack: ReturnType<typeof trainStack>) => stack.json.terraform.required_providers.aws.version;

  test("is asked for in a wide range, which an option raises for its own stack alone", () => {
    expect(version(trainStack())).toBe(">= 5.100, < 7");
    expect(version(trainStack({ deletionProtection: true }))).toBe(">= 6.9.0, < 7");
    expect(version(trainStack({ deletionProtection: true, controlPlaneTier: "tier-xl" }))).toBe(">= 6.23.0, < 7");
    const stacks = synthesizedStacks(
      fleetWith({ stacks: "perCluster" }, { train: { controlPlaneTier: "tier-xl" }, serve: {} }),
    );
    expect(version(stacks["ohio-train"] ?? nothing("ohio-train"))).toBe(">= 6.23.0, < 7");
    expect(version(stacks["ohio-serve"] ?? nothing("ohio-serve"))).toBe(">= 5.100, < 7");
    expect(version(stacks["ohio"] ?? nothing("ohio"))).toBe(">= 5.100, < 7");
  });

  test("takes on a role, works in one account, and tags everything", () => {
    const assumeRole = { roleArn: "arn:aws:iam::111122223333:role/terraform", externalId: "atlas" };
    const [aws] = trainStack({}, { assumeRole, tags: { Owner: "research" } }).json.provider.aws;
    expect(aws).toEqual({
      region: "us-east-2",
      allowed_account_ids: ["111122223333"],
      assume_role: [{ role_arn: assumeRole.roleArn, external_id: "atlas" }],
      default_tags: [{ tags: { Owner: "research", "siteform:fleet": "atlas", "siteform:site": "ohio" } }],
    });
  });
});

test("the cases of the golden trees have a stack each", () => {
  expect(synthesized("aws-private").stacks).toEqual(["ohio"]);
  expect(synthesized("aws-per-cluster").stacks).toEqual(["ohio", "ohio-lab", "ohio-serve", "ohio-train"]);
});
