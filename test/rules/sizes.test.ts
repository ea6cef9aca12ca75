import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GOOGLE_SYSTEM_POOL } from "../../constructs/ledger/system-nodes";
import { validateFleet } from "../../constructs/rules";
import {
  AS_OF,
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
  const path = "sites.rainier.network";
  const small = { cidrs: ["10.0.0.0/20"] };

  // a quarter of the upper half of a /20 is a /23: 512 - 5 = 507 addresses, 507 / 16 = 31.7
  test("takes as many machines as have sixteen addresses each", () => {
    expect(check("AWS-NET-01", aws(small, { count: 31 }))).toEqual([]);
    expect(brief(check("AWS-NET-01", aws(small, { count: 32 })))).toEqual([`${path}.cidrs[0] 512/507`]);
  });

  test("adds up the pools of a zone, over all clusters of the network", () => {
    expect(check("AWS-NET-01", aws(small, { count: 20 }, { name: "b", count: 11 }))).toEqual([]);
    expect(check("AWS-NET-01", aws(small, { count: 20 }, { name: "b", count: 12 }))).toHaveLength(1);
    const two = fleetOf(
      awsSite({
        network: small,
        clusters: [cluster([awsPool({ count: 20 })]), cluster([awsPool({ count: 12 })], { name: "serve" })],
      }),
    );
    expect(check("AWS-NET-01", two)).toHaveLength(1);
  });

  // a /24: 256 - 5 = 251, 251 / 16 = 15.7
  test("takes a zone's own range, and else the quarter of its place", () => {
    const second = (count: number) => ({ name: "b", count, capacity: { kind: "onDemand", zoneId: "use2-az2" } });
    expect(check("AWS-NET-01", aws(small, { count: 31 }, second(31)))).toEqual([]);
    expect(brief(check("AWS-NET-01", aws(small, { count: 31 }, second(32))))).toEqual([`${path}.cidrs[0] 512/507`]);
    const own = { cidrs: ["10.0.0.0/20", "10.1.0.0/24"], accelerators: { "use2-az2": "10.1.0.0/24" } };
    expect(check("AWS-NET-01", aws(own, {}, second(15)))).toEqual([]);
    expect(brief(check("AWS-NET-01", aws(own, {}, second(16))))).toEqual([`${path}.accelerators.use2-az2 256/251`]);
  });

  test("says nothing where a pool was left out", () => {
    expect(checkDespite("AWS-NET-01", aws(small, { count: 32 }, { name: "b", count: "x" }))).toEqual([]);
  });
});

describe("AWS-ZONE-01, zones with accelerators", () => {
  test("are listed by the network, or have a range of their own", () => {
    const network = { cidrs: ["10.0.0.0/16", "10.1.0.0/16"], zoneIds: ["use2-az1", "use2-az2"] };
    const at = (zoneId: string, more: object = {}) =>
      brief(check("AWS-ZONE-01", aws({ ...network, ...more }, { capacity: { kind: "onDemand", zoneId } })));
    expect(at("use2-az2")).toEqual([]);
    expect(at("use2-az3")).toEqual(["sites.rainier.network.zoneIds use2-az3/-"]);
    expect(at("use2-az3", { accelerators: { "use2-az3": "10.1.0.0/16" } })).toEqual([]);
  });
});

describe("GCP-CL-03, addresses of a GKE cluster", () => {
  const path = "sites.iowa.clusters.train.network";

  // /16 = 65,536 = 256 x (252 + 4)
  test("takes GPU machines at 256 pod addresses each", () => {
    expect(check("GCP-CL-03", google({ pods: "10.64.0.0/16" }, googlePool({ count: 252 })))).toEqual([]);
    expect(brief(check("GCP-CL-03", google({ pods: "10.64.0.0/16" }, googlePool({ count: 253 }))))).toEqual([
      `${path}.pods 65792/65536`,
    ]);
  });

  // /18 = 16,384 = 256 x 4 + 32 x 480; slices of 2x2x1 are one host each
  test("takes TPU hosts at 32 pod addresses each", () => {
    const hosts = (slices: number) => tpuPool({ topology: "2x2x1", slices });
    expect(check("GCP-CL-03", google({ pods: "10.64.0.0/18" }, hosts(480)))).toEqual([]);
    expect(brief(check("GCP-CL-03", google({ pods: "10.64.0.0/18" }, hosts(481))))).toEqual([
      `${path}.pods 16416/16384`,
    ]);
  });

  // /16 = 65,536 = 256 x (51 + 4) + 32 x 1,608
  test("takes both in one cluster", () => {
    const both = (count: number) => [googlePool({ count }), tpuPool({ topology: "2x2x1", slices: 1608 })];
    expect(check("GCP-CL-03", google({ pods: "10.64.0.0/16" }, ...both(51)))).toEqual([]);
    expect(check("GCP-CL-03", google({ pods: "10.64.0.0/16" }, ...both(52)))).toHaveLength(1);
  });

  // 10.0.0.0/8 = 2^24 = 256 x (65,532 + 4)
  test("names the range that is enough, as long as there is one", () => {
    const hint = (count: number) =>
      check("GCP-CL-03", google({ pods: "10.64.0.0/16" }, googlePool({ count }))).find((each) =>
        each.path.endsWith(".pods"),
      )?.hint;
    expect(hint(65_532)).toBe("a /8 is enough");
    expect(hint(65_533)).toBe("no private range is that large: split the cluster");
  });

  // /24 - 4 = 252 = 248 + 4
  test("takes a node in each address that Google does not keep", () => {
    expect(check("GCP-CL-03", google({ nodes: "10.0.0.0/24" }, googlePool({ count: 248 })))).toEqual([]);
    expect(brief(check("GCP-CL-03", google({ nodes: "10.0.0.0/24" }, googlePool({ count: 249 }))))).toEqual([
      `${path}.nodes 253/252`,
    ]);
  });
});

describe("AZ-AKS-05, addresses of an AKS cluster", () => {
  const path = "sites.iris.clusters.train.network";

  // /16 has 2^(24-16) = 256 of /24 = 229 + 23 + 3 of the system + 1 of its upgrade
  test("takes a /24 for each node, those of an upgrade included", () => {
    expect(check("AZ-AKS-05", azure({ pods: "10.64.0.0/16" }, 229))).toEqual([]);
    expect(brief(check("AZ-AKS-05", azure({ pods: "10.64.0.0/16" }, 230)))).toEqual([`${path}.pods 257/256`]);
  });

  // /21 has 8 = 3 + 1 + 3 + 1
  test("reckons with one more node at least", () => {
    expect(check("AZ-AKS-05", azure({ pods: "10.64.0.0/21" }, 3))).toEqual([]);
    expect(brief(check("AZ-AKS-05", azure({ pods: "10.64.0.0/21" }, 4)))).toEqual([`${path}.pods 9/8`]);
    expect(brief(check("AZ-AKS-05", azure({ pods: "10.64.0.0/25" }, 1)))).toEqual([`${path}.pods 6/0`]);
  });

  // /24 = 256 = 223 + 23 + 3 + 1 + 1 of the API server + 5
  test("takes a node in each address that Azure does not keep", () => {
    expect(check("AZ-AKS-05", azure({ nodes: "10.0.0.0/24" }, 223))).toEqual([]);
    expect(brief(check("AZ-AKS-05", azure({ nodes: "10.0.0.0/24" }, 224)))).toEqual([`${path}.nodes 257/256`]);
  });
});

describe("sizes of pools and clusters", () => {
  // 29 x 450 = 13,050 machines are 29 groups, and the system's is the thirtieth
  test("AWS-EKS-07 counts the groups that a pool spreads over", () => {
    expect(check("AWS-EKS-07", aws({ cidrs: ["10.0.0.0/16"] }, { count: 13_050 }))).toEqual([]);
    expect(brief(check("AWS-EKS-07", aws({ cidrs: ["10.0.0.0/16"] }, { count: 13_051 })))).toEqual([
      "warning sites.rainier.clusters.train.pools 31/30",
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

  // 14 x 1,000 + 996 + 4 = 15,000
  test("GCP-NODES takes 15,000 nodes in a cluster", () => {
    const pools = (last: number) =>
      Array.from({ length: 15 }, (_, index) => googlePool({ name: `p${index}`, count: index < 14 ? 1000 : last }));
    expect(check("GCP-NODES", google({}, ...pools(996)))).toEqual([]);
    expect(brief(check("GCP-NODES", google({}, ...pools(997))))).toEqual([
      "warning sites.iowa.clusters.train.pools 15001/15000",
    ]);
  });

  // 4 x 1,000 + 997 + 3 = 5,000
  test("AZ-NODES takes 5,000 nodes in a cluster, however its pools are cut", () => {
    expect(check("AZ-NODES", azure({}, 1000, 1000, 1000, 1000, 997))).toEqual([]);
    expect(check("AZ-NODES", azure({}, 4997))).toEqual([]);
    expect(brief(check("AZ-NODES", azure({}, 1000, 1000, 1000, 1000, 998)))).toEqual([
      "sites.iris.clusters.train.pools 5001/5000",
    ]);
  });
});

describe("SIZE-1, numbers that nobody means", () => {
  const tpus = (slices: number, topology = "2x2x1") => google({}, tpuPool({ topology, slices }));
  const path = "sites.iowa.clusters.train.pools";

  test("takes 100,000 slices and no more", () => {
    expect(check("SIZE-1", tpus(100_000))).toEqual([]);
    expect(brief(check("SIZE-1", tpus(100_001)))).toEqual([`${path}.tpu.slices 100001/100000`]);
    expect(brief(check("SIZE-1", tpus(2e8)))).toEqual([`${path}.tpu.slices 200000000/100000`]);
  });

  test("takes 10,000,000 machines and no more", () => {
    expect(check("SIZE-1", google({}, googlePool({ count: 1e7 })))).toEqual([]);
    expect(brief(check("SIZE-1", google({}, googlePool({ count: 1e7 + 1 }))))).toEqual([
      `${path}.gpu.count 10000001/10000000`,
    ]);
    // 4x8x124 is 992 hosts: 992 x 10,080 = 9,999,360, and 992 x 10,081 = 10,000,352
    expect(check("SIZE-1", tpus(10_080, "4x8x124"))).toEqual([]);
    expect(brief(check("SIZE-1", tpus(10_081, "4x8x124")))).toEqual([`${path}.tpu.slices 10000352/10000000`]);
  });

  test("counts machines that nobody knows, too", () => {
    expect(check("SIZE-1", google({}, googlePool({ machine: "a9", count: 1e7 + 1 })))).toHaveLength(1);
  });

  test("keeps the whole of the rules from working on each of them", () => {
    const { findings } = validateFleet(tpus(2e8, "4x4x8"), { asOf: AS_OF });
    expect(findings.map((finding) => finding.rule)).toContain("SIZE-1");
  });
});

test("the system nodes that GKE rules reckon with are those that are built", () => {
  const golden = readFileSync(join(__dirname, "../golden/google/stacks/iowa-gpu/cdk.tf.json"), "utf8");
  expect(golden).toContain(`"total_max_node_count": ${GOOGLE_SYSTEM_POOL.most}`);
  expect(golden).toContain(`"max_surge": ${GOOGLE_SYSTEM_POOL.surge}`);
});
