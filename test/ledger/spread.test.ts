import fc from "fast-check";
import { clustersNeeded, spreadFleet, spreadName } from "../../constructs/ledger";
import { type AwsSiteSpec, readFleet } from "../../constructs/model";
import {
  awsPool,
  awsSite,
  azureNetwork,
  azurePool,
  azureSite,
  cluster,
  fleetOf,
  googleNetwork,
  googleSite,
  type Raw,
  tpuPool,
} from "../rules/support";

function spread(site: Raw) {
  const { document, findings } = readFleet(fleetOf(site));
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  const [first] = spreadFleet(document).spec.sites;
  if (first === undefined) throw new Error("the site is gone");
  return first;
}

const network = {
  cidrs: ["each /20 of 10.15.0.0/16", "each /16 of 10.16.0.0/12"],
  accelerators: { "use2-az1": "each /16 of 10.16.0.0/12" },
  services: "172.20.0.0/16",
};

function aws(pools: readonly Raw[], more: Raw = {}): AwsSiteSpec["clusters"] {
  const site = spread(awsSite({ network: undefined, clusters: [cluster(pools, { network, ...more })] }));
  if (site.tenure !== "cloud" || site.provider !== "aws") throw new Error("the site is another cloud's");
  return site.clusters;
}

const brief = (clusters: AwsSiteSpec["clusters"]) =>
  clusters.map(({ name, pools, retired }) => [
    name,
    ...(retired === true ? ["retired"] : []),
    ...pools.map((pool) => pool.count),
  ]);

describe("a pool that gives its machines per cluster", () => {
  test("stands in one cluster of the old name while it fits", () => {
    expect(brief(aws([awsPool({ count: 4_000, perCluster: 4_000 })]))).toEqual([["train", 4_000]]);
  });

  test("begins a second with the first machine that does not", () => {
    expect(brief(aws([awsPool({ count: 4_001, perCluster: 4_000 })]))).toEqual([
      ["train", 4_000],
      ["train-2", 1],
    ]);
  });

  test("gives each cluster the next of its ranges, and all of them what is no range for each", () => {
    const clusters = aws([awsPool({ count: 12_000, perCluster: 4_000 })]);
    expect(clusters.map(({ network: own }) => own)).toEqual(
      [0, 1, 2].map((index) => ({
        cidrs: [`10.15.${16 * index}.0/20`, `10.${16 + index}.0.0/16`],
        accelerators: { "use2-az1": `10.${16 + index}.0.0/16` },
        services: "172.20.0.0/16",
      })),
    );
  });

  test("does not move another pool: each has its own number a cluster, and one without stands in the first", () => {
    const pools = (count: number) => [
      awsPool({ name: "a", count, perCluster: 100 }),
      awsPool({ name: "b", count: 30, perCluster: 20 }),
      awsPool({ name: "c", count: 7 }),
    ];
    expect(brief(aws(pools(150)))).toEqual([
      ["train", 100, 20, 7],
      ["train-2", 50, 10],
    ]);
    expect(brief(aws(pools(350)))).toEqual([
      ["train", 100, 20, 7],
      ["train-2", 100, 10],
      ["train-3", 100],
      ["train-4", 50],
    ]);
  });

  test("counts slices where it has a topology", () => {
    const each = { nodes: "each /18 of 10.32.0.0/14", pods: "each /13 of 10.128.0.0/9" };
    const site = spread(
      googleSite({
        clusters: [cluster([tpuPool({ slices: 30, perCluster: 28 })], { network: googleNetwork(each) })],
      }),
    );
    if (site.tenure !== "cloud" || site.provider !== "google") throw new Error("the site is another cloud's");
    expect(site.clusters.map(({ name, pools, network: own }) => [name, pools[0]?.slices, own.nodes, own.pods])).toEqual(
      [
        ["train", 28, "10.32.0.0/18", "10.128.0.0/13"],
        ["train-2", 2, "10.32.64.0/18", "10.136.0.0/13"],
      ],
    );
  });

  test("skips a cluster that is retired by its number, which keeps its place and its ranges", () => {
    const clusters = aws([awsPool({ count: 250, perCluster: 100 })], { retired: [2] });
    expect(brief(clusters)).toEqual([
      ["train", 100],
      ["train-2", "retired", 100],
      ["train-3", 100],
      ["train-4", 50],
    ]);
    expect(clusters[3]?.network?.cidrs[1]).toBe("10.19.0.0/16");
  });

  test("keeps the stack of the last cluster while it is retired", () => {
    expect(brief(aws([awsPool({ count: 100, perCluster: 100 })], { retired: [2] }))).toEqual([
      ["train", 100],
      ["train-2", "retired", 100],
    ]);
  });
});

test("growth appends: whatever the numbers, no machine that stood somewhere stands elsewhere afterwards", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_500 }),
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 130, max: 700 }),
      (count, growth, perCluster) => {
        const before = aws([awsPool({ count, perCluster })]);
        const after = aws([awsPool({ count: count + growth, perCluster })]);
        expect(after.reduce((sum, { pools }) => sum + (pools[0]?.count ?? 0), 0)).toBe(count + growth);
        for (const [index, { name, network: own, pools }] of before.entries()) {
          expect(after[index]).toMatchObject({ name, network: own });
          expect(after[index]?.pools[0]?.count).toBeGreaterThanOrEqual(pools[0]?.count ?? 0);
          if (index < before.length - 1) expect(after[index]).toEqual(before[index]);
        }
      },
    ),
  );
});

test("a cluster that is not spread stays as it is", () => {
  const site = spread(awsSite({ clusters: [cluster([awsPool({ count: 9 })])] }));
  expect(site.clusters).toMatchObject([{ name: "train", pools: [{ count: 9 }] }]);
});

test("names and numbers", () => {
  expect([1, 2, 16].map((number) => spreadName("train", number))).toEqual(["train", "train-2", "train-16"]);
  const [only] = aws([awsPool({ count: 9 })]);
  expect(only === undefined ? 0 : clustersNeeded(only)).toBe(1);
});

test("the least that a pool on Azure scales to is the same in each cluster, and no more than the last one has", () => {
  const network = azureNetwork({ nodes: "each /24 of 10.0.0.0/16" });
  const pool = (min: number) => azurePool({ count: 24, perCluster: 10, autoscale: { min } });
  const least = (min: number) => {
    const site = spread(azureSite({ clusters: [cluster([pool(min)], { network })] }));
    if (site.tenure !== "cloud" || site.provider !== "azure") throw new Error("the site is another cloud's");
    return site.clusters.map(({ pools: [first] }) => first?.autoscale?.min);
  };
  expect(least(3)).toEqual([3, 3, 3]);
  expect(least(8)).toEqual([8, 8, 4]);
  // More than a whole cluster has: the rule AZ-AKS-02 sees it.
  expect(least(11)).toEqual([11, 11, 4]);
});
