import { awsPool, awsSite, brief, check, cluster, fleetOf, type Raw } from "./support";

const found = (pools: readonly Raw[], more: Raw = {}) =>
  brief(check("SPREAD-1", fleetOf(awsSite({ network: undefined, clusters: [cluster(pools, more)] }))));
const network = { cidrs: ["each /16 of 10.16.0.0/12"] };

describe("SPREAD-1", () => {
  test("sixteen clusters fit into sixteen ranges, and a seventeenth does not", () => {
    const pool = (count: number) => [awsPool({ count, perCluster: 10 })];
    expect(found(pool(160), { network })).toEqual([]);
    expect(found(pool(161), { network })).toEqual(["sites.rainier.clusters.train.network 17/16"]);
  });

  test("a retired cluster keeps its range", () => {
    const pool = (count: number) => [awsPool({ count, perCluster: 10 })];
    expect(found(pool(150), { network, retired: [3] })).toEqual([]);
    expect(found(pool(151), { network, retired: [3] })).toEqual(["sites.rainier.clusters.train.network 17/16"]);
  });

  test("two clusters cannot have the same ranges; one may", () => {
    const plain = { network: { cidrs: ["10.16.0.0/16"] } };
    expect(found([awsPool({ count: 10, perCluster: 10 })], plain)).toEqual([]);
    expect(found([awsPool({ count: 11, perCluster: 10 })], plain)).toEqual([
      "sites.rainier.clusters.train.network 2/1",
    ]);
  });

  test("a length shorter than the range's own has no room at all", () => {
    const wide = { network: { cidrs: ["each /8 of 10.16.0.0/12"] } };
    expect(found([awsPool({ count: 1, perCluster: 10 })], wide)).toEqual(["sites.rainier.clusters.train.network 1/0"]);
  });

  test("a range for each has no meaning where nothing is spread", () => {
    expect(found([awsPool()], { network })).toEqual([
      "sites.rainier.clusters.train.network each /16 of 10.16.0.0/12/-",
    ]);
    const site = awsSite({ network, clusters: [] });
    expect(brief(check("SPREAD-1", fleetOf(site)))).toEqual(["sites.rainier.network each /16 of 10.16.0.0/12/-"]);
  });

  test("a thousand clusters are written out, and one more is refused before that, however large the number", () => {
    const wide = { network: { cidrs: ["each /24 of 10.0.0.0/8"] } };
    expect(found([awsPool({ count: 1_000, perCluster: 1 })], wide)).toEqual([]);
    for (const network of [wide.network, { cidrs: ["10.16.0.0/16"] }]) {
      const path = "sites.rainier.clusters.train";
      expect(found([awsPool({ count: 1_001, perCluster: 1 })], { network })).toEqual([`${path} 1001/1000`]);
      expect(found([awsPool({ count: 1e9, perCluster: 1 })], { network })).toEqual([`${path} 1000000000/1000`]);
      expect(found([awsPool({ perCluster: 1_000 })], { network, retired: [1e9] })).toEqual([`${path} 1000000000/1000`]);
    }
  });

  test("a range that is written twice is reported once", () => {
    const twice = { cidrs: ["each /16 of 10.16.0.0/12"], accelerators: { "use2-az1": "each /16 of 10.16.0.0/12" } };
    expect(found([awsPool({ count: 161, perCluster: 10 })], { network: twice })).toHaveLength(1);
  });

  test("numbers retire nothing in a cluster that is one", () => {
    expect(found([awsPool()], { retired: [2] })).toEqual(["sites.rainier.clusters.train.retired 2/-"]);
    expect(found([awsPool()], { retired: true })).toEqual([]);
  });
});
