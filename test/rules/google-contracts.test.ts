import { brief, check, cluster, fleetOf, googleNetwork, googlePool, googleSite, type Raw, tpuPool } from "./support";

const of = (pools: readonly Raw[], more: Raw = {}, network: Raw = {}) =>
  fleetOf(googleSite({ clusters: [cluster(pools, { network: googleNetwork(network), ...more })] }));
const at = (version: string | undefined) =>
  version === undefined ? {} : { scheduler: { kind: "kubernetes", version } };
const train = "sites.iowa.clusters.train";
const zone = "us-central1-a";

describe("GCP-CAP-01, the name of a reservation", () => {
  const held = (reservation: string, project?: string) =>
    of([
      tpuPool({ capacity: { kind: "reservation", zone, reservation, ...(project === undefined ? {} : { project }) } }),
    ]);

  test.each([
    "held",
    "a".repeat(63),
    "held/reservationBlocks/b1",
    "held/reservationBlocks/b1/reservationSubBlocks/s1",
    "projects/atlas-core/reservations/held",
    "projects/atlas-research/reservations/held/reservationBlocks/b1",
  ])("takes %s", (reservation) => expect(check("GCP-CAP-01", held(reservation))).toEqual([]));

  test.each(["Held", "held/blocks/b1", "projects/atlas-core/held", "a".repeat(64)])("refuses %s", (reservation) =>
    expect(check("GCP-CAP-01", held(reservation))).toHaveLength(1),
  );

  test("refuses a project that is named twice", () => {
    expect(check("GCP-CAP-01", held("held", "atlas-core"))).toEqual([]);
    expect(check("GCP-CAP-01", held("projects/atlas-core/reservations/held", "atlas-core"))).toHaveLength(1);
  });

  // Cluster Toolkit, gke-node-pool: "Shared extended reservations are not supported by GKE."
  test("warns of a block of a reservation that another project shares", () => {
    const block = "held/reservationBlocks/b1";
    const warned = [`warning ${train}.pools.tpu.capacity.reservation`];
    const paths = (fleet: Raw) => brief(check("GCP-CAP-01", fleet)).map((line) => line.replace(/ \S+$/, ""));
    expect(paths(held(block, "atlas-research"))).toEqual([]);
    expect(paths(held(block, "atlas-core"))).toEqual(warned);
    expect(paths(held(`projects/atlas-core/reservations/${block}`))).toEqual(warned);
  });
});

describe("GCP-CAP-02, flex-start", () => {
  const flex = (pool: (more: Raw) => Raw, version?: string) =>
    of([pool({ capacity: { kind: "flexStart", zone } })], at(version));

  // GKE documentation, flex-start.
  const gpu = "1.32.2-gke.1652000";
  const tpu = "1.33.0-gke.1712000";
  test.each([
    ["GPUs", googlePool, gpu, ["1.32", "1.32.2", "1.32.3-gke.1", "1.33"], ["1.31", "1.32.1", "1.32.2-gke.1651999"]],
    ["TPUs", tpuPool, tpu, ["1.33", "1.33.0", "1.33.1-gke.1", "1.34", "2.0"], ["1.32", "1.32.9", "1.33.0-gke.1711999"]],
  ])("of %s needs a version that has it, as far as one is stated", (_, pool, first, later, before) => {
    for (const version of [first, ...later, undefined]) expect(check("GCP-CAP-02", flex(pool, version))).toEqual([]);
    for (const version of before)
      expect(brief(check("GCP-CAP-02", flex(pool, version)))).toEqual([
        `${train}.scheduler.version ${version}/${first}`,
      ]);
  });

  test("is spoken of once, however many pools have it", () => {
    const capacity = { kind: "flexStart", zone };
    const pools = [googlePool({ capacity }), tpuPool({ capacity }), tpuPool({ name: "more", capacity })];
    expect(brief(check("GCP-CAP-02", of(pools, at("1.31"))))).toEqual([`${train}.scheduler.version 1.31/${tpu}`]);
    expect(check("GCP-CAP-02", of(pools, at("1.31")))[0]?.message).toContain('"tpu" and "more"');
    expect(check("GCP-CAP-02", of([googlePool(), tpuPool()], at("1.31")))).toEqual([]);
  });

  test("does not exist for TPU v4", () => {
    const v4 = tpuPool({ machine: "ct4p-hightpu-4t", capacity: { kind: "flexStart", zone } });
    expect(check("GCP-CAP-02", of([v4]))).toHaveLength(1);
  });
});

describe("GCP-CAP-05, contracts of GPU machines", () => {
  const under = (machine: string, kind: string) =>
    check(
      "GCP-CAP-05",
      of([googlePool({ machine, capacity: { kind, zone, ...(kind === "reservation" ? { reservation: "r" } : {}) } })]),
    ).length;

  // AI Hypercomputer documentation, consumption options.
  test.each([
    ["a3-megagpu-8g", { onDemand: 0, spot: 0, flexStart: 0, queued: 0, reservation: 0 }],
    ["a3-ultragpu-8g", { onDemand: 1, spot: 0, flexStart: 0, queued: 0, reservation: 0 }],
    ["a4-highgpu-8g", { onDemand: 1, spot: 0, flexStart: 0, queued: 0, reservation: 0 }],
    ["a4x-highgpu-4g", { onDemand: 1, spot: 1, flexStart: 1, queued: 1, reservation: 0 }],
  ])("%s is warned of where it is not documented", (machine, kinds) => {
    for (const [kind, warnings] of Object.entries(kinds))
      expect([kind, under(machine, kind)]).toEqual([kind, warnings]);
  });
});

describe("GCP-TPU-03, versions for TPU7x", () => {
  const cluster7x = (version?: string, machine = "tpu7x-standard-4t") =>
    of([tpuPool({ machine, topology: "4x4x8" })], at(version));

  // GKE documentation, Ironwood (TPU7x) in GKE.
  const first = "1.34.0-gke.2201000";
  test("takes the first that has it and later ones, as far as a version is stated", () => {
    for (const version of [first, "1.34", "1.34.0", "1.34.0-gke.10000000", "1.34.1-gke.5", "1.35", "2.0", undefined])
      expect(check("GCP-TPU-03", cluster7x(version))).toEqual([]);
    for (const version of ["1.33", "1.33.9-gke.9999999", "1.34.0-gke.2200999", "1.9"])
      expect(brief(check("GCP-TPU-03", cluster7x(version)))).toEqual([
        `${train}.scheduler.version ${version}/${first}`,
      ]);
    expect(check("GCP-TPU-03", cluster7x("1.33", "ct5p-hightpu-4t"))).toEqual([]);
  });
});

describe("GCP-GPU-03, versions for GPUDirect", () => {
  const direct = (machine: string, version: string, network: Raw = { gpu: "192.168.0.0/20" }) =>
    brief(check("GCP-GPU-03", of([googlePool({ machine })], at(version), network)));

  // Cluster Toolkit, gke-node-pool: a first version for each minor one.
  test.each([
    ["a3-highgpu-8g", "1.29.15-gke.2467000", "1.29.15-gke.2466999"],
    ["a3-highgpu-8g", "1.28", "1.26"],
    ["a3-megagpu-8g", "1.31.14-gke.1243000", "1.31.13-gke.9000000"],
    ["a3-megagpu-8g", "1.33.0-gke.1", "1.32.11-gke.1173999"],
  ])("%s is taken at %s and warned of at %s", (machine, enough, before) => {
    expect(direct(machine, enough)).toEqual([]);
    expect(direct(machine, before)).toHaveLength(1);
    expect(direct(machine, before, {})).toEqual([]);
  });

  test("the hint is a version in which it works", () => {
    const old = of([googlePool({ machine: "a3-megagpu-8g" })], at("1.31.1"), { gpu: "192.168.0.0/20" });
    expect(check("GCP-GPU-03", old)[0]?.hint).toBe('write "1.31" or later');
  });

  test("a version before all of them is told the first", () => {
    expect(direct("a3-megagpu-8g", "1.27")).toEqual([`warning ${train}.scheduler.version 1.27/1.28.15-gke.3163000`]);
  });
});

describe("GCP-TPU-07, sizes by a number", () => {
  const sized = (topology: string, machine = "ct5p-hightpu-4t") => {
    const fleet = of([tpuPool({ topology, machine })]);
    return [...check("GCP-TPU-07", fleet), ...check("GCP-TPU-01", fleet)].map(({ rule, hint }) => `${rule} ${hint}`);
  };

  test("are refused, once, with the topology that was meant", () => {
    // v5p-128 counts cores, two a chip: 64 chips.
    expect(sized("v5p-128")).toEqual(["GCP-TPU-07 4x4x4 has 64 chips"]);
    expect(sized("v6e-256", "ct6e-standard-4t")).toEqual(["GCP-TPU-07 16x16 has 256 chips"]);
    expect(sized("128")).toEqual(["GCP-TPU-07 4x4x8 has 128 chips"]);
    expect(sized("4x4x4")).toEqual([]);
  });
});
