import { brief, check, cluster, fleetOf, googleNetwork, googlePool, googleSite, type Raw, tpuPool } from "./support";

const of = (more: Raw, network: Raw = {}) =>
  fleetOf(googleSite({ clusters: [cluster([googlePool()], { network: googleNetwork(network), ...more })] }));
const train = "sites.iowa.clusters.train";

describe("GCP-MAINT-1, maintenance", () => {
  const weekends = {
    start: "2026-01-03T02:00:00Z",
    end: "2026-01-03T08:00:00Z",
    recurrence: "FREQ=WEEKLY;BYDAY=SA,SU",
  };
  const launch = { name: "launch", start: "2026-03-01T00:00:00Z", end: "2026-03-31T00:00:00Z" };
  const found = (window: Raw, exclusion: Raw = {}) =>
    brief(
      check(
        "GCP-MAINT-1",
        of({ maintenance: { window: { ...weekends, ...window }, exclusions: [{ ...launch, ...exclusion }] } }),
      ),
    );

  // GKE documentation, maintenance windows and exclusions: four hours; 30 days without any upgrade.
  test("a window has four hours, and ends after it begins", () => {
    expect(found({ end: "2026-01-03T06:00:00Z" })).toEqual([]);
    expect(found({ end: "2026-01-03T05:00:00Z" })).toEqual([`${train}.maintenance.window.end 3/4`]);
    expect(found({ end: "2026-01-03T02:00:00Z" })).toEqual([
      `${train}.maintenance.window.end 2026-01-03T02:00:00Z/2026-01-03T02:00:00Z`,
    ]);
  });

  test("everything is put off for 30 days, minor versions for longer", () => {
    const later = { end: "2026-03-31T00:00:01Z" };
    expect(found({}, {})).toEqual([]);
    expect(found({}, later)).toEqual([`warning ${train}.maintenance.exclusions.launch.end 31/30`]);
    expect(found({}, { ...later, scope: "minorUpgrades" })).toEqual([]);
    expect(found({}, { end: "2026-02-01T00:00:00Z" })).toEqual([
      `${train}.maintenance.exclusions.launch.end 2026-02-01T00:00:00Z/2026-03-01T00:00:00Z`,
    ]);
  });

  test("NAME-1 wants a name for each exclusion", () => {
    const exclusions = [launch, { ...launch, start: "2026-03-02T00:00:00Z" }];
    expect(brief(check("NAME-1", of({ maintenance: { window: weekends, exclusions } })))).toEqual([
      `${train}.maintenance.exclusions.launch[1] 2/1`,
    ]);
  });
});

// GKE documentation, VPC-native clusters; Google VPC documentation, private services access.
test.each([
  ["services", "10.32.0.0/16", 16, "10.32.0.0/15", 15],
  ["services", "10.32.0.0/28", 28, "10.32.0.0/29", 29],
  ["privateServices", "10.50.0.0/24", 24, "10.50.0.0/25", 25],
])("GCP-CL-05 takes %s of %s", (use, enough, limit, beyond, observed) => {
  expect(check("GCP-CL-05", of({}, { [use]: enough }))).toEqual([]);
  expect(brief(check("GCP-CL-05", of({}, { [use]: beyond })))).toEqual([
    `warning ${train}.network.${use} ${observed}/${limit}`,
  ]);
});

test("GCP-NET-01 has clusters of one that is spread stand in subnetworks of their own", () => {
  const existing = { vpc: "prod", subnetwork: "train" };
  const ranges = {
    nodes: "each /20 of 10.32.0.0/14",
    pods: "each /14 of 10.128.0.0/9",
    services: "each /20 of 10.36.0.0/16",
    controlPlane: "each /28 of 172.16.0.0/24",
  };
  const spread = (count: number, network: Raw) => of({ pools: [googlePool({ count, perCluster: 10 })], network });
  expect(check("GCP-NET-01", spread(10, { ...ranges, existing }))).toEqual([]);
  expect(check("GCP-NET-01", spread(11, ranges))).toEqual([]);
  expect(brief(check("GCP-NET-01", spread(11, { ...ranges, existing })))).toEqual([`${train}.network.existing 2/1`]);
});

test("NAME-1 wants a name for each file system of a cluster, whatever its kind", () => {
  const zone = "us-central1-a";
  const lustre = { kind: "lustre", name: "scratch", zone, capacityGiB: 9000, throughput: 1000 };
  const filestore = { kind: "filestore", name: "scratch", tier: "regional", capacityGiB: 1024 };
  expect(check("NAME-1", of({ storage: [lustre, { ...filestore, name: "home" }] }))).toEqual([]);
  expect(brief(check("NAME-1", of({ storage: [lustre, filestore] })))).toEqual([`${train}.storage.scratch[1] 2/1`]);
});

// GKE quotas and limits: 100 regional clusters a region and project.
test("GCP-CLUSTERS counts the clusters of a project in a region, over all its sites", () => {
  const clusters = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...cluster([googlePool()], { network: googleNetwork() }),
      name: `c${index}`,
    }));
  const of = (here: number, there: number, more: Raw = {}) =>
    fleetOf(googleSite({ clusters: clusters(here) }), googleSite({ name: "more", clusters: clusters(there), ...more }));
  expect(check("GCP-CLUSTERS", of(60, 40))).toEqual([]);
  expect(brief(check("GCP-CLUSTERS", of(60, 41)))).toEqual(["warning sites.iowa.clusters 101/100"]);
  expect(check("GCP-CLUSTERS", of(60, 41, { project: "atlas-other" }))).toEqual([]);
  expect(check("GCP-CLUSTERS", of(60, 41, { region: "us-east5" }))).toEqual([]);
});

describe("NAME-1, names that Google sees", () => {
  const named = (name: string, index: number, more: Raw = {}, network: Raw = {}) => ({
    ...cluster([googlePool()], {
      network: googleNetwork({
        nodes: `10.${index}.0.0/16`,
        pods: `10.${64 + 16 * index}.0.0/12`,
        services: `10.32.${16 * index}.0/20`,
        controlPlane: `10.48.0.${16 * index}/28`,
        ...network,
      }),
      ...more,
    }),
    name,
  });
  const found = (clusters: readonly Raw[], more: Raw = {}) =>
    brief(check("NAME-1", fleetOf(googleSite({ clusters, ...more }))));
  const b200 = [googlePool({ machine: "a4-highgpu-8g" })];

  test("the VPC for RDMA of one cluster is not that of another", () => {
    const clusters = [named("train", 0, { pools: b200 }, { gpu: "192.168.0.0/16" }), named("train-rdma", 1)];
    expect(found(clusters)).toEqual([]);
    expect(found(clusters, { stacks: "perCluster" })).toEqual([
      "sites.iowa.clusters.train.network.gpu iowa-train-rdma/-",
    ]);
  });

  test("nor a subnetwork for it that of a cluster's nodes", () => {
    const clusters = [named("train", 0, { pools: b200 }, { gpu: "192.168.0.0/16" }), named("train-rdma-0", 1)];
    expect(found(clusters)).toEqual(["sites.iowa.clusters.train-rdma-0 iowa-train-rdma-0/-"]);
    expect(found([clusters[0] ?? {}, named("train-rdma-8", 1)])).toEqual([]);
  });

  test("file systems and placements of two clusters have two names", () => {
    const lustre = (name: string, zone = "us-central1-a") => ({
      storage: [{ kind: "lustre", name, zone, capacityGiB: 9000, throughput: 1000 }],
    });
    const two = (zone?: string) => [named("a", 0, lustre("b-c")), named("a-b", 1, lustre("c", zone))];
    expect(found(two())).toEqual(["sites.iowa.clusters.a-b.storage.c iowa-a-b-c/-"]);
    expect(found(two("us-central1-b"))).toEqual([]);
    const placed = (name: string, topology: string) => ({
      pools: [tpuPool({ name, machine: "tpu7x-standard-4t", topology })],
    });
    const policies = (topology: string) => [
      named("a", 0, placed("b-c", topology)),
      named("a-b", 1, placed("c", topology)),
    ];
    expect(found(policies("4x4x4"))).toEqual(["sites.iowa.clusters.a-b.pools.c iowa-a-b-c/-"]);
    expect(found(policies("2x2x1"))).toEqual([]);
  });
});
