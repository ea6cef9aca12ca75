import { readFileSync } from "node:fs";
import { join } from "node:path";
import { synthesized } from "../support/reference";

type Json = Record<string, unknown>;

/** The stack of the case: one resource by its type and a part of its id. */
function resources(): (type: string, part: string) => Json {
  const stack: { resource: Record<string, Record<string, Json>> } = JSON.parse(
    readFileSync(join(synthesized("aws").stackFolder("ohio"), "cdk.tf.json"), "utf8"),
  );
  return (type, part) => {
    const found = Object.entries(stack.resource[type] ?? {}).filter(([id]) => id.includes(part));
    const [first] = found;
    if (first === undefined || found.length > 1) throw new Error(`${found.length} ${type} match ${part}`);
    return first[1];
  };
}

describe("a pool on AWS", () => {
  const one = resources();
  const group = (pool: string) => one("aws_eks_node_group", `pool-${pool}_`);
  const template = (pool: string) => one("aws_launch_template", `pool-${pool}_`);

  test("under a capacity block names its type and its block in the template alone, and wants no machine before its window", () => {
    expect(template("block")).toMatchObject({
      instance_type: "p5en.48xlarge",
      instance_market_options: { market_type: "capacity-block" },
      capacity_reservation_specification: {
        capacity_reservation_target: { capacity_reservation_id: "cr-0fedcba9876543210" },
      },
    });
    expect(group("block")).toMatchObject({
      capacity_type: "CAPACITY_BLOCK",
      scaling_config: { desired_size: 0, min_size: 0, max_size: 16 },
      lifecycle: { ignore_changes: ["scaling_config[0].desired_size"] },
    });
    expect(group("block")).not.toHaveProperty("instance_types");
  });

  test("under a reservation that is named is launched into that one", () => {
    expect(template("reserved")["capacity_reservation_specification"]).toEqual({
      capacity_reservation_target: { capacity_reservation_id: "cr-0123456789abcdef0" },
    });
    expect(group("reserved")).toMatchObject({ capacity_type: "ON_DEMAND", instance_types: ["p5.48xlarge"] });
    expect(template("reserved")).not.toHaveProperty("instance_type");
  });

  test("under a reservation that is not named is launched into any open one", () => {
    expect(template("trainium2")["capacity_reservation_specification"]).toEqual({
      capacity_reservation_preference: "open",
    });
  });

  test("on spot says so at the group and not in the template", () => {
    expect(group("spot")["capacity_type"]).toBe("SPOT");
    expect(template("spot")).not.toHaveProperty("instance_market_options");
  });

  test("has IMDSv2, encrypted disks, and tags on what the group's own tags do not reach", () => {
    const { metadata_options, block_device_mappings, tag_specifications } = template("trainium2");
    expect(metadata_options).toMatchObject({ http_tokens: "required", http_put_response_hop_limit: 2 });
    expect(block_device_mappings).toMatchObject([{ ebs: { encrypted: "true" } }]);
    expect(tag_specifications).toMatchObject([
      { resource_type: "instance" },
      { resource_type: "volume" },
      { resource_type: "network-interface" },
    ]);
  });

  test("takes neither a subnet nor security groups for the whole template, which EKS or EC2 refuse", () => {
    for (const pool of ["trainium2", "reserved", "block", "spot", "b300"]) {
      expect(template(pool)).not.toHaveProperty("vpc_security_group_ids");
      expect(template(pool)).not.toHaveProperty("iam_instance_profile");
      expect(JSON.stringify(template(pool)["network_interfaces"])).not.toContain("subnet_id");
    }
  });
});

describe("a cluster on AWS", () => {
  const one = resources();

  test("has a private endpoint, encrypted secrets, all its logs, and access by API entries", () => {
    expect(one("aws_eks_cluster", "cluster-train_")).toMatchObject({
      name: "ohio-train",
      version: "1.34",
      vpc_config: { endpoint_private_access: true, endpoint_public_access: false },
      access_config: { authentication_mode: "API" },
      encryption_config: { resources: ["secrets"] },
      enabled_cluster_log_types: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
      kubernetes_network_config: { service_ipv4_cidr: "172.20.0.0/16" },
    });
  });

  test("comes after the log group that EKS would otherwise make itself", () => {
    expect(JSON.stringify(one("aws_eks_cluster", "cluster-train_")["depends_on"])).toContain(
      "aws_cloudwatch_log_group.cluster-train_logs",
    );
  });

  test("AWS-EFA-06: lets accelerators reach each other both ways, by the group's own id", () => {
    for (const [type, part] of [
      ["aws_vpc_security_group_ingress_rule", "cluster-train_accelerators-in_"],
      ["aws_vpc_security_group_egress_rule", "cluster-train_accelerators-out_"],
    ] as const) {
      const rule = one(type, part);
      expect(rule["ip_protocol"]).toBe("-1");
      expect(rule["referenced_security_group_id"]).toBe(rule["security_group_id"]);
      expect(rule).not.toHaveProperty("from_port");
    }
  });
});
