import {
  awsPool,
  awsSite,
  azureNetwork,
  azurePool,
  azureSite,
  brief,
  check,
  checkDespite,
  cluster,
  fleetOf,
  googleNetwork,
  googlePool,
  googleSite,
  tpuPool,
} from "./support";

const aws = (network: object, ...pools: object[]) =>
  fleetOf(awsSite({ network, clusters: [cluster(pools.map((pool) => ({ ...awsPool(), ...pool })))] }));
const google = (network: object, ...pools: object[]) =>
  fleetOf(googleSite({ clusters: [{ name: "train", network: googleNetwork({ ...network }), pools }] }));
const azure = (network: object, ...counts: number[]) =>
  fleetOf(
    azureSite({
      clusters: [
        cluster(
          counts.map((count, index) => azurePool({ name: `p${index}`, count })),
          { network: azureNetwork({ ...network }) },
        ),
      ],
    }),
  );

describe("AWS-NET-01, addresses for accelerators", () => {
  // the upper half of a /20 is a /21: 2,048 - 5 = 2,043 addresses, 2,043 / 16 = 127.7
  test("takes as many machines as have sixteen addresses each", () => {
    expect(check("AWS-NET-01", aws({ cidrs: ["10.0.0.0/20"] }, { count: 127 }))).toEqual([]);
    expect(brief(check("AWS-NET-01", aws({ cidrs: ["10.0.0.0/20"] }, { count: 128 })))).toEqual([
      "sites.rainier.network.cidrs[0] 2048/2043",
    ]);
  });

  test("adds up the pools of a zone, over all clusters of the network", () => {
    expect(check("AWS-NET-01", aws({ cidrs: ["10.0.0.0/20"] }, { count: 100 }, { name: "b", count: 27 }))).toEqual([]);
    expect(check("AWS-NET-01", aws({ cidrs: ["10.0.0.0/20"] }, { count: 100 }, { name: "b", count: 28 }))).toHaveLength(
      1,
    );
    const two = fleetOf(
      awsSite({
        network: { cidrs: ["10.0.0.0/20"] },
        clusters: [cluster([awsPool({ count: 100 })]), cluster([awsPool({ count: 28 })], { name: "serve" })],
      }),
    );
    expect(check("AWS-NET-01", two)).toHaveLength(1);
  });

  // a /24: 256 - 5 = 251, 251 / 16 = 15.7
  test("takes a zone's own range, and the second range for the second zone", () => {
    const second = { name: "b", capacity: { kind: "onDemand", zoneId: "use2-az2" } };
    const path = "sites.rainier.network";
    expect(check("AWS-NET-01", aws({ cidrs: ["10.0.0.0/20", "10.1.0.0/24"] }, {}, { ...second, count: 15 }))).toEqual(
      [],
    );
    expect(
      brief(check("AWS-NET-01", aws({ cidrs: ["10.0.0.0/20", "10.1.0.0/24"] }, {}, { ...second, count: 16 }))),
    ).toEqual([`${path}.cidrs[1] 256/251`]);
    const own = { cidrs: ["10.0.0.0/20"], accelerators: { "use2-az2": "10.0.8.0/24" } };
    expect(brief(check("AWS-NET-01", aws(own, {}, { ...second, count: 16 })))).toEqual([
      `${path}.accelerators.use2-az2 256/251`,
    ]);
    expect(brief(check("AWS-NET-01", aws({ cidrs: ["10.0.0.0/20"] }, {}, { ...second, count: 1 })))).toEqual([
      `${path}.cidrs 1/2`,
    ]);
  });

  test("says nothing where a pool was left out", () => {
    expect(
      checkDespite("AWS-NET-01", aws({ cidrs: ["10.0.0.0/20"] }, { count: 128 }, { name: "b", count: "x" })),
    ).toEqual([]);
  });
});

describe("GCP-CL-03, addresses of a GKE cluster", () => {
  const path = "sites.iowa.clusters.train.network";

  // /16 = 65,536 = 256 x (247 + 9)
  test("takes GPU machines at 256 pod addresses each", () => {
    expect(check("GCP-CL-03", google({ pods: "10.64.0.0/16" }, googlePool({ count: 247 })))).toEqual([]);
    expect(brief(check("GCP-CL-03", google({ pods: "10.64.0.0/16" }, googlePool({ count: 248 }))))).toEqual([
      `${path}.pods 65792/65536`,
    ]);
  });

  // /18 = 16,384 = 256 x 9 + 32 x 440; slices of 2x2x1 are one host each
  test("takes TPU hosts at 32 pod addresses each", () => {
    const hosts = (slices: number) => tpuPool({ topology: "2x2x1", slices });
    expect(check("GCP-CL-03", google({ pods: "10.64.0.0/18" }, hosts(440)))).toEqual([]);
    expect(brief(check("GCP-CL-03", google({ pods: "10.64.0.0/18" }, hosts(441))))).toEqual([
      `${path}.pods 16416/16384`,
    ]);
  });

  // /16 = 65,536 = 256 x (46 + 9) + 32 x 1,608
  test("takes both in one cluster", () => {
    const both = (count: number) => [googlePool({ count }), tpuPool({ topology: "2x2x1", slices: 1608 })];
    expect(check("GCP-CL-03", google({ pods: "10.64.0.0/16" }, ...both(46)))).toEqual([]);
    expect(check("GCP-CL-03", google({ pods: "10.64.0.0/16" }, ...both(47)))).toHaveLength(1);
  });

  // /24 - 4 = 252 = 243 + 9
  test("takes a node in each address that Google does not keep", () => {
    expect(check("GCP-CL-03", google({ nodes: "10.0.0.0/24" }, googlePool({ count: 243 })))).toEqual([]);
    expect(brief(check("GCP-CL-03", google({ nodes: "10.0.0.0/24" }, googlePool({ count: 244 }))))).toEqual([
      `${path}.nodes 253/252`,
    ]);
  });
});

describe("AZ-AKS-05, addresses of an AKS cluster", () => {
  const path = "sites.iris.clusters.train.network";

  // /16 has 2^(24-16) = 256 of /24 = 230 + 23 + 3
  test("takes a /24 for each node, those of an upgrade included", () => {
    expect(check("AZ-AKS-05", azure({ pods: "10.64.0.0/16" }, 230))).toEqual([]);
    expect(brief(check("AZ-AKS-05", azure({ pods: "10.64.0.0/16" }, 231)))).toEqual([`${path}.pods 258/256`]);
  });

  // /21 has 8 = 4 + 1 + 3
  test("reckons with one more node at least", () => {
    expect(check("AZ-AKS-05", azure({ pods: "10.64.0.0/21" }, 4))).toEqual([]);
    expect(brief(check("AZ-AKS-05", azure({ pods: "10.64.0.0/21" }, 5)))).toEqual([`${path}.pods 9/8`]);
    expect(brief(check("AZ-AKS-05", azure({ pods: "10.64.0.0/25" }, 1)))).toEqual([`${path}.pods 5/0`]);
  });

  // /24 = 256 = 248 + 3 + 5
  test("takes a node in each address that Azure does not keep", () => {
    expect(check("AZ-AKS-05", azure({ nodes: "10.0.0.0/24" }, 248))).toEqual([]);
    expect(brief(check("AZ-AKS-05", azure({ nodes: "10.0.0.0/24" }, 249)))).toEqual([`${path}.nodes 257/256`]);
  });
});

describe("sizes of pools and clusters", () => {
  test("AWS-EKS-07 takes 450 machines in a pool", () => {
    expect(check("AWS-EKS-07", aws({ cidrs: ["10.0.0.0/16"] }, { count: 450 }))).toEqual([]);
    expect(brief(check("AWS-EKS-07", aws({ cidrs: ["10.0.0.0/16"] }, { count: 451 })))).toEqual([
      "warning sites.rainier.clusters.train.pools.trn2.count 451/450",
    ]);
  });

  // 29 pools and the system's are 30
  test("AWS-EKS-07 takes 30 node groups in a cluster", () => {
    const pools = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `p${index}` }));
    expect(check("AWS-EKS-07", aws({ cidrs: ["10.0.0.0/16"] }, ...pools(29)))).toEqual([]);
    expect(brief(check("AWS-EKS-07", aws({ cidrs: ["10.0.0.0/16"] }, ...pools(30))))).toEqual([
      "warning sites.rainier.clusters.train.pools 31/30",
    ]);
  });

  test("GCP-NODES takes 1,000 nodes in a node pool", () => {
    expect(check("GCP-NODES", google({}, googlePool({ count: 1000 })))).toEqual([]);
    expect(brief(check("GCP-NODES", google({}, googlePool({ count: 1001 }))))).toEqual([
      "warning sites.iowa.clusters.train.pools.gpu.count 1001/1000",
    ]);
    expect(brief(check("GCP-NODES", google({}, tpuPool({ topology: "2x2x1", slices: 1001 }))))).toEqual([
      "warning sites.iowa.clusters.train.pools.tpu.slices 1001/1000",
    ]);
  });

  // 14 x 1,000 + 991 + 9 = 15,000
  test("GCP-NODES takes 15,000 nodes in a cluster", () => {
    const pools = (last: number) =>
      Array.from({ length: 15 }, (_, index) => googlePool({ name: `p${index}`, count: index < 14 ? 1000 : last }));
    expect(check("GCP-NODES", google({}, ...pools(991)))).toEqual([]);
    expect(brief(check("GCP-NODES", google({}, ...pools(992))))).toEqual([
      "warning sites.iowa.clusters.train.pools 15001/15000",
    ]);
  });

  // 4 x 1,000 + 997 + 3 = 5,000
  test("AZ-NODES takes 1,000 nodes in a pool and 5,000 in a cluster", () => {
    expect(check("AZ-NODES", azure({}, 1000, 1000, 1000, 1000, 997))).toEqual([]);
    expect(brief(check("AZ-NODES", azure({}, 1001)))).toEqual(["sites.iris.clusters.train.pools.p0.count 1001/1000"]);
    expect(brief(check("AZ-NODES", azure({}, 1000, 1000, 1000, 1000, 998)))).toEqual([
      "sites.iris.clusters.train.pools 5001/5000",
    ]);
  });
});
