import { awsPool, awsSite, brief, check, cluster, fleetOf, type Raw } from "./support";

const SITE = "sites.rainier";
const CLUSTER = `${SITE}.clusters.train`;

/** A site with one cluster, which differs by `more`; the site by `site`. */
const aws = (more: Raw = {}, site: Raw = {}): Raw =>
  fleetOf(awsSite({ clusters: [cluster([awsPool()], more)], ...site }));

const admin = (name: string, more: Raw = {}): Raw => ({
  principalArn: `arn:aws:iam::111122223333:role/${name}`,
  policy: "clusterAdmin",
  ...more,
});

describe("AWS-EKS-03, the public endpoint", () => {
  const ranges = (count: number) => Array.from({ length: count }, (_, index) => `203.0.113.${index}/32`);

  test("takes 40 ranges and not 41", () => {
    expect(check("AWS-EKS-03", aws({ publicAccessCidrs: ranges(40) }))).toEqual([]);
    expect(brief(check("AWS-EKS-03", aws({ publicAccessCidrs: ranges(41) })))).toEqual([
      `${CLUSTER}.publicAccessCidrs 41/40`,
    ]);
  });

  test("warns where everybody reaches it", () => {
    expect(brief(check("AWS-EKS-03", aws({ publicAccessCidrs: ["0.0.0.0/0"] })))).toEqual([
      `warning ${CLUSTER}.publicAccessCidrs[0] 0.0.0.0/0/-`,
    ]);
    expect(check("AWS-EKS-03", aws({ publicAccessCidrs: ["0.0.0.0/1"] }))).toEqual([]);
  });
});

describe("access to the Kubernetes API", () => {
  test("AWS-EKS-05 refuses the role of the machines, made or given, and no other", () => {
    const made = admin("rainier-train-nodes");
    expect(check("AWS-EKS-05", aws({ access: [admin("platform")] }))).toEqual([]);
    expect(check("AWS-EKS-05", aws({ access: [made] }))).toHaveLength(1);
    const roles = { nodes: "arn:aws:iam::111122223333:role/own" };
    expect(check("AWS-EKS-05", aws({ roles, access: [made] }))).toEqual([]);
    expect(brief(check("AWS-EKS-05", aws({ roles, access: [admin("own")] })))).toEqual([
      `${CLUSTER}.access[0].principalArn ${roles.nodes}/-`,
    ]);
  });

  test("AWS-EKS-13 takes one entry for a principal, which gives it something", () => {
    const none = { policy: undefined };
    expect(check("AWS-EKS-13", aws({ access: [admin("a"), admin("b")] }))).toEqual([]);
    expect(check("AWS-EKS-13", aws({ access: [admin("a"), admin("a")] }))).toHaveLength(1);
    expect(brief(check("AWS-EKS-13", aws({ access: [admin("a", none)] })))).toEqual([`${CLUSTER}.access[0] -/-`]);
    expect(check("AWS-EKS-13", aws({ access: [admin("a", { ...none, kubernetesGroups: ["auditors"] })] }))).toEqual([]);
    expect(
      check("AWS-EKS-13", aws({ access: [admin("a", { ...none, kubernetesGroups: ["x"], namespaces: ["y"] })] })),
    ).toHaveLength(1);
  });

  test.each(["system:masters", "eks:x", "aws:x", "amazon:x", "iam:x"])(
    "AWS-EKS-13 keeps the group %s for EKS",
    (group) => {
      expect(check("AWS-EKS-13", aws({ access: [admin("a", { kubernetesGroups: [group] })] }))).toHaveLength(1);
    },
  );

  test("AWS-EKS-13 warns where nobody administers the cluster", () => {
    const only = (access: readonly Raw[]) => brief(check("AWS-EKS-13", aws({ creatorIsAdmin: false, access })));
    expect(only([admin("a")])).toEqual([]);
    expect(only([admin("a", { namespaces: ["research"] })])).toEqual([`warning ${CLUSTER}.creatorIsAdmin -/-`]);
    expect(only([])).toHaveLength(1);
  });
});

describe("what runs beside the accelerators", () => {
  test("AWS-EKS-09 wants two machines at least, no more than the most, of one architecture", () => {
    const of = (systemNodes: Raw) => brief(check("AWS-EKS-09", aws({ systemNodes })));
    expect(of({ min: 2, max: 2 })).toEqual([]);
    expect(of({ min: 1, max: 2 })).toEqual([`${CLUSTER}.systemNodes.min 1/2`]);
    expect(of({ min: 4, max: 3 })).toEqual([`${CLUSTER}.systemNodes.max 3/4`]);
    // Without a most it is six, or as many as the least.
    expect(of({ min: 9 })).toEqual([]);
    expect(of({ machineTypes: ["m7g.2xlarge", "c8gd.xlarge"] })).toEqual([]);
    expect(of({ machineTypes: ["m7g.2xlarge", "m7i.2xlarge"] })).toHaveLength(1);
    // A GPU family is no processor of AWS's own.
    expect(of({ machineTypes: ["g5.xlarge", "m6i.xlarge"] })).toEqual([]);
  });

  test.each(["vpc-cni", "kube-proxy", "coredns", "eks-pod-identity-agent"])("AWS-EKS-14 keeps %s", (name) => {
    expect(brief(check("AWS-EKS-14", aws({ addons: { [name]: { enabled: false } } })))).toEqual([
      `${CLUSTER}.addons.${name}.enabled -/-`,
    ]);
    expect(check("AWS-EKS-14", aws({ addons: { [name]: { version: "v1.2.3-eksbuild.1" } } }))).toEqual([]);
  });

  test("AWS-EKS-15 wants one role for a service account, which exists or is made", () => {
    const account = { namespace: "a", serviceAccount: "b" };
    const roleArn = "arn:aws:iam::111122223333:role/x";
    const policyArns = ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"];
    const of = (...podIdentities: Raw[]) => brief(check("AWS-EKS-15", aws({ podIdentities })));
    expect(of({ ...account, roleArn })).toEqual([]);
    expect(of({ ...account, policyArns })).toEqual([]);
    expect(of(account)).toEqual([`${CLUSTER}.podIdentities[0] -/-`]);
    expect(of({ ...account, roleArn, policyArns })).toHaveLength(1);
    expect(of({ ...account, roleArn }, { ...account, policyArns })).toEqual([`${CLUSTER}.podIdentities[1] a/b/-`]);
    expect(of({ ...account, roleArn }, { ...account, namespace: "c", roleArn })).toEqual([]);
  });
});

describe("what is somebody else's", () => {
  const key = (region: string, partition = "aws") =>
    `arn:${partition}:kms:${region}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

  test("AWS-KEY-1 wants a key in the site's region and partition", () => {
    const of = (arn: string) => brief(check("AWS-KEY-1", aws({ keys: { secrets: arn } })));
    expect(of(key("us-east-2"))).toEqual([]);
    expect(of(key("us-east-1"))).toEqual([`${CLUSTER}.keys.secrets aws, us-east-1/aws, us-east-2`]);
    expect(of(key("us-east-2", "aws-cn"))).toHaveLength(1);
    const pool = awsPool({ disk: { kmsKeyArn: key("us-west-2") } });
    expect(check("AWS-KEY-1", fleetOf(awsSite({ clusters: [cluster([pool])] })))).toHaveLength(1);
  });

  test("AWS-ROLE-1 wants roles that are passed in the site's account, and all of its partition", () => {
    const role = (account: string, partition = "aws") => `arn:${partition}:iam::${account}:role/x`;
    const of = (arn: string) => brief(check("AWS-ROLE-1", aws({ roles: { nodes: arn } })));
    expect(of(role("111122223333"))).toEqual([]);
    expect(of(role("444455556666"))).toEqual([`${CLUSTER}.roles.nodes 444455556666/111122223333`]);
    expect(of(role("111122223333", "aws-us-gov"))).toEqual([`${CLUSTER}.roles.nodes aws-us-gov/aws`]);
    // Terraform may take on a role of another account, and somebody of another account may use the API.
    expect(check("AWS-ROLE-1", aws({}, { assumeRole: { roleArn: role("444455556666") } }))).toEqual([]);
  });

  test("X-CIDR-01 lets several clusters name one VPC that exists, and refuses its ranges to others", () => {
    const network = {
      kind: "existing",
      vpcId: "vpc-0123456789abcdef0",
      cidrs: ["10.20.0.0/16"],
      systemSubnets: { "use2-az1": "subnet-0aaaaaaa1", "use2-az2": "subnet-0aaaaaaa2" },
      acceleratorSubnets: { "use2-az1": "subnet-0bbbbbbb1" },
    };
    const two = (own: Raw) => ({
      network: undefined,
      clusters: [cluster([awsPool()], { network }), cluster([awsPool()], { name: "serve", network: own })],
    });
    expect(check("X-CIDR-01", fleetOf(awsSite(two(network))))).toEqual([]);
    expect(check("X-CIDR-01", fleetOf(awsSite(two({ cidrs: ["10.20.0.0/16"] }))))).toHaveLength(1);
    expect(brief(check("AWS-EKS-01", fleetOf(awsSite(two({ ...network, systemSubnets: {} })))))).toEqual([
      `${SITE}.clusters.serve.network.systemSubnets 0/2`,
    ]);
    expect(brief(check("AWS-ZONE-01", fleetOf(awsSite(two({ ...network, acceleratorSubnets: {} })))))).toEqual([
      `${SITE}.clusters.serve.network.acceleratorSubnets use2-az1/-`,
    ]);
  });
});

describe("AWS-TAG-01, tags", () => {
  const of = (tags: Raw) => brief(check("AWS-TAG-01", aws({}, { tags })));
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, "v"]));

  // 50 on a resource, less siteform:fleet, siteform:site, Name, and a subnet's role
  test("takes 46 and not 47", () => {
    expect(of(many(46))).toEqual([]);
    expect(of(many(47))).toEqual([`${SITE}.tags 47/46`]);
  });

  test("takes a key of 128 and a value of 256 characters and none beyond", () => {
    expect(of({ ["k".repeat(128)]: "v".repeat(256) })).toEqual([]);
    expect(of({ ["k".repeat(129)]: "v" })).toHaveLength(1);
    expect(of({ k: "v".repeat(257) })).toEqual([`${SITE}.tags.k 257/256`]);
  });

  test("takes the marks that AWS takes, and keeps its prefix and this library's", () => {
    expect(of({ "cost center": "a+b-c=d.e_f:g/h@i", Ünïcode: "ja" })).toEqual([]);
    expect(of({ k: "a*b" })).toHaveLength(1);
    expect(of({ "aws:x": "v" })).toHaveLength(1);
    expect(of({ "AWS:x": "v" })).toHaveLength(1);
    expect(of({ "siteform:site": "other" })).toHaveLength(1);
    expect(of({ awsome: "v" })).toEqual([]);
  });
});

describe("AWS-VER-01, options that need a later provider", () => {
  test("are noted with the version and what the stack then asks for", () => {
    const findings = check("AWS-VER-01", aws({ controlPlaneTier: "tier-xl", deletionProtection: true }));
    expect(brief(findings)).toEqual(
      [`note ${CLUSTER}.deletionProtection 6.9.0/-`, `note ${CLUSTER}.controlPlaneTier 6.23.0/-`].sort(),
    );
    for (const { message } of findings) expect(message).toContain(">= 6.23.0, < 7");
    expect(check("AWS-VER-01", aws({ support: "standard", zonalShift: true }))).toEqual([]);
  });
});

describe("addresses and quotas of networks", () => {
  // 32 pods in two blocks of sixteen and an interface: 33; 507 / 33 = 15.4
  test("AWS-NET-01 counts what the cluster keeps for pods, in whole blocks where it delegates them", () => {
    const small = { network: { cidrs: ["10.0.0.0/20"] } };
    const of = (count: number, more: Raw) =>
      brief(check("AWS-NET-01", fleetOf(awsSite({ clusters: [cluster([awsPool({ count })], more)], ...small }))));
    const blocks = { podAddressesPerNode: 17, prefixDelegation: true };
    expect(of(15, blocks)).toEqual([]);
    expect(of(16, blocks)).toEqual([`${SITE}.network.cidrs[0] 528/507`]);
    // 1 + 49 = 50; 507 / 50 = 10.1
    expect(of(10, { podAddressesPerNode: 49 })).toEqual([]);
    expect(of(11, { podAddressesPerNode: 49 })).toEqual([`${SITE}.network.cidrs[0] 550/507`]);
  });

  // Three zones: 6 for the control plane, one machine of 16. A /23 is cut into /27: 32 - 5 = 27.
  test("AWS-NET-03 counts control planes, system machines and endpoints in a system subnet", () => {
    const of = (cidr: string, more: Raw = {}, systemNodes?: Raw) =>
      brief(
        check(
          "AWS-NET-03",
          aws(systemNodes === undefined ? {} : { systemNodes }, { network: { cidrs: [cidr], ...more } }),
        ),
      );
    expect(of("10.0.0.0/23")).toEqual([]); // 22
    expect(of("10.0.0.0/24")).toEqual([`${SITE}.network.cidrs[0] 22/11`]);
    expect(of("10.0.0.0/23", { egress: "none" })).toEqual([`${SITE}.network.cidrs[0] 36/27`]);
    expect(of("10.0.0.0/22", { egress: "none" })).toEqual([]); // 36 of 59
    expect(of("10.0.0.0/22", {}, { min: 9 })).toEqual([]); // 6 + 3 x 16 = 54 of 59
    expect(of("10.0.0.0/22", {}, { min: 10, max: 10 })).toEqual([`${SITE}.network.cidrs[0] 70/59`]);
  });

  test("AWS-VPC-2 warns beyond five VPCs, five elastic addresses and five NAT gateways a zone, or what is stated", () => {
    const clusters = (count: number, network: Raw = {}) =>
      Array.from({ length: count }, (_, index) =>
        cluster([awsPool()], { name: `c${index}`, network: { cidrs: [`10.${index}.0.0/16`], ...network } }),
      );
    const of = (count: number, network: Raw, quotas?: Raw) =>
      brief(
        check(
          "AWS-VPC-2",
          fleetOf(
            awsSite({
              network: undefined,
              clusters: clusters(count, network),
              ...(quotas === undefined ? {} : { quotas }),
            }),
          ),
        ),
      );
    const none = { egress: "none" };
    expect(of(5, none)).toEqual([]);
    expect(of(6, none)).toEqual([`warning ${SITE}.quotas.vpcs 6/5`]);
    expect(of(6, none, { vpcs: 6 })).toEqual([]);
    // Three zones a VPC: three elastic addresses.
    expect(of(1, {})).toEqual([]);
    expect(of(2, {})).toEqual([`warning ${SITE}.quotas.elasticIps 6/5`]);
    expect(of(5, { natGateways: "single" })).toEqual([]);
    expect(of(6, { natGateways: "single" }, { vpcs: 6, elasticIps: 6 })).toEqual([
      `warning ${SITE}.quotas.natGatewaysPerZone 6/5`,
    ]);
  });
});
