import { pool } from "../../owned/allocation/sites";
import { fabric, racks } from "../../owned/scheduler/sites";
import { phase, type Raw } from "../../rules/support";
import { at } from "../support";
import { kueueErrors } from "./kueue-schema";
import { contentOf, filesOf } from "./support";

const kubernetes = (more: Raw = {}): Raw => ({ kind: "kubernetes", version: "1.34", ...more });

const dated = (id: string, day: string | undefined): Raw =>
  phase(id, 50, day === undefined ? {} : { milestones: { readyForService: { contract: day } } });

const files = (pools: readonly Raw[], scheduler: Raw = {}, fabrics?: readonly Raw[], site: Raw = {}) =>
  filesOf(pools, fabrics, { scheduler: kubernetes(scheduler), site });

const objectsOf = (all: Readonly<Record<string, string>>): unknown[] =>
  Object.entries(all).flatMap(([file, text]) =>
    /^(topology|flavors|queues-\d+)\.yaml$/.test(file) ? contentOf(text) : [],
  );

const levelsOf = (text: string | undefined) =>
  contentOf(text).map((each) => {
    const levels = at(each, "spec", "levels");
    return [
      at(each, "metadata", "name"),
      ...(Array.isArray(levels) ? levels : []).map((level) => at(level, "nodeLabel")),
    ];
  });

/** Resources of the first flavor of the only ClusterQueue, or of that of a name. */
const quotasIn = (text: string | undefined, queue = "train") => {
  const found = contentOf(text).find(
    (each) => at(each, "kind") === "ClusterQueue" && at(each, "metadata", "name") === queue,
  );
  const flavors = at(found, "spec", "resourceGroups", 0, "flavors");
  return (Array.isArray(flavors) ? flavors : []).map((flavor: unknown) => [
    at(flavor, "name"),
    at(flavor, "resources", 0, "nominalQuota"),
  ]);
};

const mixed = [pool("h100", 40), racks(2)];
const fabrics = [fabric({ rails: 4, scalableUnitHosts: 36, oversubscription: 2 })];

describe("a Kubernetes cluster of 40 servers and two NVL72 in one fabric", () => {
  const all = files(mixed, {}, fabrics);

  test("has topologies, flavors, queues, labels of nodes and a model", () => {
    expect(Object.keys(all).sort()).toEqual([
      "flavors.yaml",
      "node-labels.yaml",
      "queues-1.yaml",
      "topograph.yaml",
      "topology.yaml",
    ]);
  });

  test("says how near nodes are: unit, NVLink domain, host", () => {
    expect(levelsOf(all["topology.yaml"])).toEqual([
      ["fabric-rail", "siteform.dev/unit", "kubernetes.io/hostname"],
      ["nvlink-rail", "siteform.dev/unit", "siteform.dev/nvlink-domain", "kubernetes.io/hostname"],
    ]);
  });

  test("has a flavor a pool, by its label, with its topology", () => {
    expect(contentOf(all["flavors.yaml"]).map((each) => [at(each, "metadata", "name"), at(each, "spec")])).toEqual([
      ["h100", { nodeLabels: { "siteform.dev/pool": "h100" }, topologyName: "fabric-rail" }],
      ["nvl", { nodeLabels: { "siteform.dev/pool": "nvl" }, topologyName: "nvlink-rail" }],
    ]);
  });

  // 40 servers of 8, and 2 racks of 72 accelerators.
  test("has a queue with all accelerators", () => {
    expect(quotasIn(all["queues-1.yaml"])).toEqual([
      ["h100", 320],
      ["nvl", 144],
    ]);
  });

  test("has every label of its topologies on every node of their pools", () => {
    const items = at(contentOf(all["node-labels.yaml"])[0], "items");
    const nodes: unknown[] = Array.isArray(items) ? items : [];
    expect(nodes).toHaveLength(40 + 36);
    expect(at(nodes[36], "metadata")).toEqual({
      name: "tx1-train-h100-n0037",
      labels: { "siteform.dev/pool": "h100", "siteform.dev/unit": "rail-su0002" },
    });
    // The first of the second rack: place 40 + 18 of the fabric is in the second unit of 36.
    expect(at(nodes[58], "metadata", "labels")).toEqual({
      "siteform.dev/pool": "nvl",
      "siteform.dev/unit": "rail-su0002",
      "siteform.dev/nvlink-domain": "nvl-nvl0002",
    });
  });
});

// Pods of four units of 32: 160 hosts are two.
test("a fabric of three tiers has a level of pods above units", () => {
  const all = files([pool("h100", 160)], {}, [fabric({ tiers: 3 })]);
  expect(levelsOf(all["topology.yaml"])).toEqual([
    ["fabric-rail", "siteform.dev/pod", "siteform.dev/unit", "kubernetes.io/hostname"],
  ]);
  expect(all["node-labels.yaml"]).toContain('"siteform.dev/pod":"rail-pod0002","siteform.dev/unit":"rail-su0005"');
});

test("every object is one that Kueue's definitions take", () => {
  const queues = [
    { name: "a", cohort: "all", quotas: [{ name: "h100", accelerators: 300, borrowingLimit: 20 }] },
    {
      name: "b",
      namespace: "labs",
      quotas: [
        { name: "nvl", accelerators: 144 },
        { name: "h100", accelerators: 0 },
      ],
    },
  ];
  const labels = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`example.com/l${index}`, "yes"]));
  const cases = [
    files(mixed, {}, fabrics),
    files([pool("h100", 40, { labels }), racks(2)], { queues }, fabrics),
    files([pool("h100", 4)], { topologyLevels: ["example.com/row", "kubernetes.io/hostname"] }, []),
  ];
  for (const all of cases) {
    expect(objectsOf(all).length).toBeGreaterThan(2);
    for (const each of objectsOf(all)) expect(kueueErrors(each)).toEqual([]);
  }
});

// The definitions that the test above asks are no definitions if they take anything.
test("the definitions refuse what Kueue refuses", () => {
  const flavor = (nodeLabels: object) => ({
    apiVersion: "kueue.x-k8s.io/v1beta2",
    kind: "ResourceFlavor",
    metadata: { name: "h100" },
    spec: { nodeLabels },
  });
  const labels = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`l${index}`, "yes"]));
  expect(kueueErrors(flavor(labels(8)))).toEqual([]);
  expect(kueueErrors(flavor(labels(9)))).not.toEqual([]);
  expect(kueueErrors({ ...flavor({}), kind: "Flavor" })).not.toEqual([]);
});

describe("quotas by day", () => {
  const site = (last: string | undefined): Raw => ({
    phases: [dated("p1", "2027-01-01"), dated("p2", last)],
    deployments: [
      { name: "first", phase: "p1", pools: [{ name: "train.h100", count: 25 }] },
      { name: "second", phase: "p2", pools: [{ name: "train.h100", count: 15 }] },
    ],
  });
  const pools = [
    pool("h100", 40, { capacity: { kind: "owned", phase: "p1" } }),
    racks(2, { capacity: { kind: "owned", phase: "p2" } }),
  ];

  // 25 servers of 8 in the first phase; in the second the other 15, and 2 racks of 72.
  test("are those of what is energized by then", () => {
    const all = files(pools, {}, fabrics, site("2027-06-01"));
    expect(quotasIn(all["queues-1.yaml"])).toEqual([["h100", 200]]);
    expect(quotasIn(all["queues-2.yaml"])).toEqual([
      ["h100", 320],
      ["nvl", 144],
    ]);
    expect(all["queues-3.yaml"]).toBeUndefined();
    expect(all["queues-1.yaml"]).toContain("# Quotas from 2027-01-01, until queues-2.yaml from 2027-06-01.");
  });

  test("a day that slips changes what the file says of itself, and no object", () => {
    const [before, after] = ["2027-06-01", "2027-08-31"].map((day) => files(pools, {}, fabrics, site(day)));
    expect(after?.["queues-2.yaml"]).not.toBe(before?.["queues-2.yaml"]);
    for (const file of ["queues-1.yaml", "queues-2.yaml"])
      expect(contentOf(after?.[file])).toEqual(contentOf(before?.[file]));
  });

  test("come last of what has no day", () => {
    const all = files(pools, {}, fabrics, site(undefined));
    expect(all["queues-2.yaml"]).toContain("# Quotas from a day that is not known.");
    expect(quotasIn(all["queues-2.yaml"])).toEqual([
      ["h100", 320],
      ["nvl", 144],
    ]);
  });

  test("are as stated, of pools that are there", () => {
    const queues = [
      {
        name: "a",
        quotas: [
          { name: "h100", accelerators: 200 },
          { name: "nvl", accelerators: 72 },
        ],
      },
      { name: "b", namespace: "labs", quotas: [{ name: "nvl", accelerators: 72 }] },
    ];
    const all = files(pools, { queues }, fabrics, site("2027-06-01"));
    expect(quotasIn(all["queues-1.yaml"], "a")).toEqual([["h100", 200]]);
    expect(quotasIn(all["queues-1.yaml"], "b")).toEqual([]);
    expect(quotasIn(all["queues-2.yaml"], "a")).toEqual([
      ["h100", 200],
      ["nvl", 72],
    ]);
    const local = contentOf(all["queues-2.yaml"]).filter((each) => at(each, "kind") === "LocalQueue");
    expect(local.map((each) => [at(each, "metadata", "name"), at(each, "metadata", "namespace")])).toEqual([
      ["a", "a"],
      ["b", "labs"],
    ]);
  });
});

test("nodes that are not laid out have flavors and quotas, and neither labels nor a topology", () => {
  const all = files([pool("h100", 4, { halls: ["h3"] })], {}, [fabric()]);
  expect(Object.keys(all).sort()).toEqual(["flavors.yaml", "queues-1.yaml"]);
});
