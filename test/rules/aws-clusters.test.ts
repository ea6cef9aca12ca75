import { awsPool, awsSite, brief, check, checkDespite, cluster, fleetOf, type Raw } from "./support";

const SITE = "sites.rainier";
const CLUSTER = `${SITE}.clusters.train`;

/** A site in us-east-2 with one cluster, which differs by `more`; the site by `site`. */
const aws = (more: Raw = {}, site: Raw = {}, pools: readonly Raw[] = [awsPool()]): Raw =>
  fleetOf(awsSite({ clusters: [cluster(pools, more)], ...site }));

describe("versions", () => {
  test("AWS-EKS-16 wants Kubernetes 1.33 for GB200 and for nothing else", () => {
    const capacity = {
      kind: "capacityBlock",
      zoneId: "use2-az1",
      reservationId: "cr-0123456789abcdef0",
      start: "2026-12-01T11:30:00Z",
      end: "2026-12-02T11:30:00Z",
    };
    const gb200 = awsPool({ name: "gb200", machine: "p6e-gb200.36xlarge", count: 9, capacity });
    const of = (version: string, ...pools: Raw[]) =>
      brief(check("AWS-EKS-16", aws({ scheduler: { kind: "kubernetes", version } }, {}, pools)));
    expect(of("1.33", gb200)).toEqual([]);
    expect(of("1.32", gb200, awsPool())).toEqual([`${CLUSTER}.scheduler.version 1.32/1.33`]);
    expect(of("1.32", awsPool())).toEqual([]);
  });

  test("AWS-EKS-18 wants a minor version: EKS chooses the patch", () => {
    const of = (version: string) => brief(check("AWS-EKS-18", aws({ scheduler: { kind: "kubernetes", version } })));
    expect(of("1.34")).toEqual([]);
    expect(of("1.34.2")).toEqual([`${CLUSTER}.scheduler.version 1.34.2/1.34`]);
  });
});

describe("AWS-EKS-17, add-ons", () => {
  const of = (addons: Raw, pool: Raw = {}) => brief(check("AWS-EKS-17", aws({ addons }, {}, [awsPool(pool)])));

  test("have a network plug-in that leaves EFA-only interfaces alone, where there are some", () => {
    const version = (text: string) => ({ "vpc-cni": { version: text } });
    expect(of(version("v1.18.5-eksbuild.1"))).toEqual([]);
    expect(of(version("v1.18.4-eksbuild.9"))).toEqual([`${CLUSTER}.addons.vpc-cni.version v1.18.4-eksbuild.9/1.18.5`]);
    expect(of(version("v1.9.0-eksbuild.1"))).toHaveLength(1);
    expect(of(version("v1.18.4-eksbuild.9"), { machine: "inf2.48xlarge" })).toEqual([]);
  });

  test("see broken chips where machines are to be repaired", () => {
    const agent = { "eks-node-monitoring-agent": { enabled: false } };
    expect(of({}, { repair: true })).toEqual([]);
    expect(of(agent)).toEqual([]);
    expect(of(agent, { repair: true })).toEqual([`warning ${CLUSTER}.pools.trn2.repair true/-`]);
  });

  test("have names that are not nearly those of others", () => {
    expect(of({ "aws-efs-csi-driver": {}, kubecost_kubecost: {} })).toEqual([]);
    expect(of({ "core-dns": {} })).toEqual([`warning ${CLUSTER}.addons.core-dns core-dns/-`]);
  });
});

describe("AWS-EKS-03, the public endpoint", () => {
  test.each([
    ["203.0.113.0/24", 0],
    ["11.0.0.0/8", 0],
    ["10.0.0.0/8", 1],
    ["10.1.2.3/32", 1],
    ["100.64.0.0/16", 1],
    ["172.31.0.0/16", 1],
    ["172.32.0.0/16", 0],
    ["192.168.1.0/24", 1],
  ])("takes no range of addresses that nobody has on the internet: %s", (range, count) => {
    expect(check("AWS-EKS-03", aws({ publicAccessCidrs: [range] }))).toHaveLength(count);
  });
});

describe("networks", () => {
  test("AWS-VPC-3 warns where a further range is of another kind of private addresses", () => {
    const of = (...cidrs: string[]) => brief(check("AWS-VPC-3", aws({}, { network: { cidrs } })));
    const place = `warning ${SITE}.network.cidrs[1]`;
    expect(of("10.16.0.0/16", "10.17.0.0/16", "100.64.0.0/16")).toEqual([]);
    expect(of("10.16.0.0/16", "172.16.0.0/16")).toEqual([`${place} 172.16.0.0/16/10.0.0.0/8`]);
    expect(of("172.16.0.0/16", "172.32.0.0/16")).toEqual([]);
    expect(of("192.168.0.0/16", "10.0.0.0/16")).toEqual([`${place} 10.0.0.0/16/192.168.0.0/16`]);
    expect(of("100.64.0.0/16", "10.0.0.0/16")).toEqual([`${place} 10.0.0.0/16/100.64.0.0/10`]);
  });

  // Three system machines and 3,997 of the pool, each with an interface and fifteen pods: 64,000.
  test("AWS-VPC-2 warns beyond 64,000 addresses in a VPC, of which a prefix is one, or what is stated", () => {
    const network = { cidrs: ["10.0.0.0/16", "10.1.0.0/16"], accelerators: { "use2-az1": "10.1.0.0/16" } };
    const of = (count: number, more: Raw = {}, quotas: Raw = {}) =>
      brief(check("AWS-VPC-2", aws(more, { network, quotas }, [awsPool({ count })])));
    expect(of(3_997)).toEqual([]);
    expect(of(3_998)).toEqual([`warning ${SITE}.quotas.networkAddressUnits 64016/64000`]);
    expect(of(3_998, {}, { networkAddressUnits: 64_016 })).toEqual([]);
    // An interface and a prefix each.
    expect(of(3_998, { prefixDelegation: true })).toEqual([]);
    expect(of(32_000, { prefixDelegation: true })).toEqual([`warning ${SITE}.quotas.networkAddressUnits 64006/64000`]);
  });

  // The first card of a trn2.48xlarge has two interfaces, of which EFA takes one; the other has fifty addresses.
  test("AWS-NET-04 warns where machines cannot keep so many addresses for pods", () => {
    const of = (more: Raw, machine = "trn2.48xlarge") =>
      brief(check("AWS-NET-04", aws(more, {}, [awsPool({ machine })])));
    const place = `warning ${CLUSTER}.podAddressesPerNode`;
    expect(of({ podAddressesPerNode: 49 })).toEqual([]);
    expect(of({ podAddressesPerNode: 50 })).toEqual([`${place} 50/49`]);
    expect(of({ podAddressesPerNode: 784, prefixDelegation: true })).toEqual([]);
    expect(of({ podAddressesPerNode: 785, prefixDelegation: true })).toEqual([`${place} 785/784`]);
    // Fourteen interfaces beside EFA; four without EFA, of fifteen addresses.
    expect(of({ podAddressesPerNode: 687 }, "p4d.24xlarge")).toEqual([`${place} 687/686`]);
    expect(of({ podAddressesPerNode: 57 }, "trn1.2xlarge")).toEqual([`${place} 57/56`]);
    expect(of({ podAddressesPerNode: 999 }, "p6e-gb200.36xlarge")).toEqual([]);
    // What nobody asked for is not warned of.
    expect(of({}, "trn2.3xlarge")).toEqual([]);
  });

  test("AWS-ZONE-01 keeps the range of a zone for what is retired and still in a foundation", () => {
    const there = (retired: boolean, stacks: string, zoneIds = ["use2-az1", "use2-az2"]) =>
      brief(
        check(
          "AWS-ZONE-01",
          fleetOf(
            awsSite({
              stacks,
              network: { cidrs: ["10.16.0.0/16"], zoneIds },
              clusters: [
                cluster([awsPool()]),
                cluster([awsPool({ capacity: { kind: "spot", zoneId: "use2-az3" } })], { name: "old", retired }),
              ],
            }),
          ),
        ),
      );
    const missing = [`${SITE}.network.zoneIds use2-az3/-`];
    expect(there(false, "perCluster")).toEqual(missing);
    expect(there(true, "perCluster")).toEqual(missing);
    expect(there(true, "perCluster", ["use2-az1", "use2-az2", "use2-az3"])).toEqual([]);
    // A single stack destroys the subnet with the cluster.
    expect(there(true, "single")).toEqual([]);
  });

  test("AWS-ZONE-01 offers a place among the zones to those that take a control plane, while there is one", () => {
    const hint = (zoneId: string, zoneIds: readonly string[]) => {
      const pool = awsPool({ machine: "p5.48xlarge", capacity: { kind: "spot", zoneId } });
      const site = { region: "us-east-1", network: { cidrs: ["10.16.0.0/16"], zoneIds } };
      return check("AWS-ZONE-01", aws({}, site, [pool]))[0]?.hint;
    };
    const three = ["use1-az1", "use1-az2", "use1-az4"];
    const named = (zone: string) => `name a range for it: accelerators: { "${zone}": "..." }`;
    expect(hint("use1-az6", three)).toBe(`add it to zoneIds, after the others, or ${named("use1-az6")}`);
    expect(hint("use1-az6", [...three, "use1-az5"])).toBe(named("use1-az6"));
    expect(hint("use1-az3", three)).toBe(named("use1-az3"));
    expect(hint("use1-dfw2-az1", three)).toBe(named("use1-dfw2-az1"));
  });

  test("AWS-EKS-01 wants a subnet of its own for each zone of a VPC that exists", () => {
    const of = (second: string) =>
      brief(
        check(
          "AWS-EKS-01",
          aws(
            {},
            {
              network: {
                kind: "existing",
                vpcId: "vpc-0123456789abcdef0",
                cidrs: ["10.20.0.0/16"],
                systemSubnets: { "use2-az1": "subnet-0aaaaaaa1", "use2-az2": second },
                acceleratorSubnets: { "use2-az1": "subnet-0aaaaaaa1" },
              },
            },
          ),
        ),
      );
    // The machines of the system and the accelerators of a zone may share one.
    expect(of("subnet-0aaaaaaa2")).toEqual([]);
    expect(of("subnet-0aaaaaaa1")).toEqual([`${SITE}.network.systemSubnets.use2-az2 subnet-0aaaaaaa1/-`]);
  });

  test("AWS-VPC-1 speaks of the range that is stated, where it lies on that of another zone", () => {
    const pools = ["use2-az1", "use2-az2"].map((zoneId) =>
      awsPool({ name: zoneId, capacity: { kind: "spot", zoneId } }),
    );
    const of = (accelerators: Raw) =>
      brief(check("AWS-VPC-1", aws({}, { network: { cidrs: ["10.16.0.0/16"], accelerators } }, pools)));
    expect(of({ "use2-az1": "10.16.128.0/19" })).toEqual([]);
    expect(of({ "use2-az1": "10.16.128.0/18" })).toEqual([`${SITE}.network.accelerators.use2-az1 10.16.128.0/18/-`]);
    expect(of({ "use2-az2": "10.16.128.0/18" })).toEqual([`${SITE}.network.accelerators.use2-az2 10.16.128.0/18/-`]);
  });
});

describe("what is retired", () => {
  test("AWS-RETIRE-1 was deployed without deletion protection before", () => {
    const of = (more: Raw, site: Raw = {}) => brief(check("AWS-RETIRE-1", aws(more, site)));
    const warned = [`warning ${CLUSTER}.deletionProtection true/-`];
    expect(of({ deletionProtection: true })).toEqual([]);
    expect(of({ deletionProtection: false, retired: true })).toEqual([]);
    expect(of({ deletionProtection: true, retired: true })).toEqual(warned);
    expect(of({ deletionProtection: true }, { retired: true })).toEqual(warned);
  });

  test("AWS-FSX-03 says of a bucket that is retired that it is, and not that there is none", () => {
    const link = { path: "/sets", bucket: { kind: "site", name: "sets" } };
    const storage = [
      {
        kind: "lustre",
        type: "scratch",
        name: "tmp",
        zoneId: "use2-az1",
        capacityGiB: 1200,
        links: [link],
      },
    ];
    const of = (bucket: Raw) => check("AWS-FSX-03", aws({ storage }, { buckets: [{ name: "sets", ...bucket }] }));
    expect(of({})).toEqual([]);
    expect(of({ retired: true }).map(({ message }) => message)).toEqual([
      'the bucket "sets" is retired: the next deploy destroys it',
    ]);
  });
});

describe("one mistake is one finding", () => {
  test("a zone of another region, and machines in a region that is not known", () => {
    const elsewhere = [awsPool({ capacity: { kind: "spot", zoneId: "usw2-az1" } })];
    expect(check("AWS-EKS-01", aws({}, {}, elsewhere))).toHaveLength(1);
    expect(check("AWS-ZONE-01", aws({}, {}, elsewhere))).toEqual([]);
    expect(check("MACHINE-2", aws({}, {}, elsewhere))).toEqual([]);
    const unknown = [awsPool({ capacity: { kind: "spot", zoneId: "use9-az1" } })];
    expect(check("MACHINE-2", aws({}, { region: "us-east-9" }, unknown))).toEqual([]);
  });

  test("a first range that is too narrow", () => {
    const narrow = aws({}, { network: { cidrs: ["10.16.0.0/25"] } });
    expect(check("AWS-VPC-1", narrow)).toHaveLength(1);
    expect(check("AWS-NET-01", narrow)).toEqual([]);
  });

  test("a policy or an access entry of a wrong form", () => {
    const account = { namespace: "a", serviceAccount: "b" };
    expect(checkDespite("AWS-EKS-15", aws({ podIdentities: [{ ...account, policyArns: ["ReadOnly"] }] }))).toEqual([]);
    const principalArn = "arn:aws:iam::111122223333:role/a";
    expect(checkDespite("AWS-EKS-13", aws({ access: [{ principalArn, policy: "superuser" }] }))).toEqual([]);
  });

  test("a spread cluster whose clusters have the same ranges", () => {
    const spread = (cidrs: readonly string[]) =>
      brief(check("X-CIDR-01", aws({ network: { cidrs } }, {}, [awsPool({ count: 30, perCluster: 10 })])));
    // SPREAD-1 refuses it.
    expect(spread(["10.20.0.0/16"])).toEqual([]);
    expect(spread(["each /20 of 10.20.0.0/16", "10.21.0.0/16"])).toEqual([
      `${CLUSTER.replace("train", "train-2")}.network.cidrs[1] 10.21.0.0/16/10.21.0.0/16`,
    ]);
  });
});
