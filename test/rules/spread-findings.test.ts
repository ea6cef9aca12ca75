import { validateFleet } from "../../constructs/rules";
import { AS_OF, check, cluster, fleet, googleSite, type Raw, ruleOf, tpuPool } from "./support";

const zone = "us-central1-a";
const network = {
  nodes: "each /20 of 10.32.0.0/14",
  pods: "each /14 of 10.128.0.0/9",
  services: "each /20 of 10.36.0.0/16",
  controlPlane: "each /28 of 172.16.0.0/24",
};
const v4 = (more: Raw) =>
  tpuPool({ machine: "ct4p-hightpu-4t", topology: "2x2x1", capacity: { kind: "flexStart", zone }, ...more });
const spread = (more: Raw = {}, spec: Raw = {}) =>
  fleet({
    sites: [googleSite({ clusters: [cluster([v4({ slices: 9, perCluster: 2 })], { network, ...more })] })],
    ...spec,
  });
const train = "sites.iowa.clusters.train";

test("a mistake in a cluster that is spread is told once, with the number of clusters in which it stands", () => {
  // Nine slices, two a cluster: five clusters.
  expect(check("GCP-CAP-02", spread())).toEqual([
    expect.objectContaining({
      path: `${train}.pools.tpu.capacity`,
      message: "ct4p-hightpu-4t has no flex-start (so in 5 of the clusters that train becomes)",
    }),
  ]);
});

test("numbers of the clusters do not make it another mistake", () => {
  // 2 hosts and 4 of the system need 6 + 4 addresses; the last cluster has one host.
  const narrow = { ...network, nodes: "each /29 of 10.32.0.0/14" };
  const [first, ...others] = check("GCP-CL-03", spread({ network: narrow }));
  expect(others).toEqual([]);
  expect(first).toMatchObject({ path: `${train}.network.nodes`, observed: 6, limit: 4 });
  expect(first?.message).toMatch(/ \(so in 5 of the clusters that train becomes\)$/);
});

test("what stands in one of them alone keeps its place, and so does what a waiver covers in one", () => {
  const waivers = [{ rule: "GCP-CAP-02", path: `${train}-2`, reason: "a trial", until: "2027-01-01" }];
  const { findings } = validateFleet(spread({}, { waivers }), { asOf: AS_OF, rules: [ruleOf("GCP-CAP-02")] });
  expect(findings.map(({ path, waived }) => [path, waived])).toEqual([
    [`${train}-2.pools.tpu.capacity`, "a trial (until 2027-01-01)"],
    [`${train}.pools.tpu.capacity`, undefined],
  ]);
  expect(findings[1]?.message).toMatch(/so in 4 of/);
});

test("clusters that are written one by one are told of one by one", () => {
  const own = { nodes: "10.0.0.0/16", pods: "10.64.0.0/12", services: "10.32.0.0/20", controlPlane: "10.48.0.0/28" };
  const two = ["train", "train-2"].map((name) => ({ ...cluster([v4({})], { network: own }), name }));
  expect(check("GCP-CAP-02", fleet({ sites: [googleSite({ clusters: two })] }))).toHaveLength(2);
});
