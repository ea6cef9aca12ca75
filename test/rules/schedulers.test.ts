import { brief, check, fleet, leasedSite, ownedSite, phase, type Raw } from "./support";

const train = "sites.abilene.clusters.train";
const rail = "sites.abilene.fabrics.rail";

const rackTypes = [
  {
    name: "rack-42",
    units: 42,
    ratedKW: 50,
    maxWeightKg: 1000,
    tareKg: 210,
    basis: "vendor",
    source: "data sheet",
  },
];

/** Racks of eighteen hosts stand in the hall `liquid`, servers in `air`. */
const halls = [
  { name: "air", criticalItMW: 20, rackType: "rack-42", rows: [{ name: "main", rows: "r[1-20]", racks: 20 }] },
  { name: "liquid", criticalItMW: 20, rows: [{ name: "main", rows: "r[1-20]", racks: 20 }] },
];

const servers = (more: Raw = {}): Raw => ({
  name: "h100",
  machine: "dgx-h100",
  count: 40,
  halls: ["air"],
  capacity: { kind: "owned" },
  ...more,
});

const racks = (count: number, more: Raw = {}): Raw => ({
  name: "nvl",
  machine: "gb200-nvl72",
  count,
  halls: ["liquid"],
  capacity: { kind: "owned" },
  ...more,
});

const fabric = (more: Raw = {}): Raw => ({
  name: "rail",
  cluster: "train",
  technology: "infinibandNdr",
  switch: "qm9700",
  linkGbps: 400,
  scalableUnitHosts: 32,
  ...more,
});

/** Units of a rack of eighteen hosts with four NICs. */
const domains = (more: Raw = {}): Raw => fabric({ scalableUnitHosts: 18, rails: 4, ...more });

interface Parts {
  readonly pools?: readonly Raw[];
  readonly fabrics?: readonly Raw[];
  readonly scheduler?: Raw;
  readonly site?: Raw;
}

const partsOf = ({ pools = [servers()], fabrics = [fabric()], scheduler, site }: Parts): Raw => ({
  halls,
  clusters: [{ name: "train", pools, scheduler }],
  fabrics,
  ...site,
});

const found = (id: string, kind: "slurm" | "kubernetes", parts: Parts = {}) =>
  check(id, fleet({ rackTypes, sites: [ownedSite(partsOf({ ...parts, scheduler: { kind, ...parts.scheduler } }))] }));

const slurm = (parts: Parts = {}): string[] => brief(found("SCHED-1", "slurm", parts));
const kueue = (parts: Parts = {}): string[] => brief(found("SCHED-2", "kubernetes", parts));

describe("SCHED-1, Slurm", () => {
  // "-su0001" are 7 characters, "-pod0001" 8.
  test("takes names of switches of 64 characters, and no longer ones", () => {
    const named = (length: number, more: Raw = {}) =>
      slurm({ fabrics: [fabric({ name: "f".repeat(length), ...more })] });
    expect(named(57)).toEqual([]);
    expect(named(58)).toEqual([`sites.abilene.fabrics.${"f".repeat(58)}.name 65/64`]);
    expect(named(56, { tiers: 3 })).toEqual([]);
    expect(named(57, { tiers: 3 })).toEqual([`sites.abilene.fabrics.${"f".repeat(57)}.name 65/64`]);
  });

  test("wants every block to have the first size", () => {
    const pairs = (count: number, scheduler: Raw = {}) =>
      slurm({ pools: [racks(count)], fabrics: [domains({ nvlinkDomainHosts: 36 })], scheduler });
    expect(pairs(4)).toEqual([]);
    // The third rack has no partner.
    expect(pairs(3)).toEqual([`${train}.scheduler 18/36`]);
    expect(pairs(3, { blockSizes: [18, 36] })).toEqual([]);
    expect(pairs(3, { blockSizes: [19] })).toEqual([`${train}.scheduler.blockSizes[0] 18/19`]);
  });

  test("wants sizes that are the first times a power of two, each larger than the one before", () => {
    const sizes = (...blockSizes: readonly number[]) =>
      slurm({ pools: [racks(4)], fabrics: [domains()], scheduler: { blockSizes } });
    expect(sizes(18, 36, 72)).toEqual([]);
    // The example of its manual: 30, 120.
    expect(sizes(9, 36)).toEqual([]);
    expect(sizes(18, 35)).toEqual([`${train}.scheduler.blockSizes[1] 35/36`]);
    expect(sizes(18, 37)).toEqual([`${train}.scheduler.blockSizes[1] 37/36`]);
    expect(sizes(18, 54)).toEqual([`${train}.scheduler.blockSizes[1] 54/36`]);
    expect(sizes(18, 36, 36)).toEqual([`${train}.scheduler.blockSizes[2] 36/72`]);
    expect(sizes(18, 9)).toEqual([`${train}.scheduler.blockSizes[1] 9/36`]);
  });

  test("has sixteen levels of blocks: the last is 2^15 blocks", () => {
    const sizes = (last: number) =>
      slurm({ pools: [racks(1)], fabrics: [domains()], scheduler: { blockSizes: [1, last] } });
    expect(sizes(2 ** 15)).toEqual([]);
    expect(sizes(2 ** 16)).toEqual([`${train}.scheduler.blockSizes[1] 65536/32768`]);
  });

  test("has no use for sizes without blocks, nor for labels, and says so", () => {
    expect(slurm({ scheduler: { blockSizes: [8] } })).toEqual([`warning ${train}.scheduler.blockSizes 1/-`]);
    expect(slurm({ pools: [racks(1)], fabrics: [domains()], scheduler: { blockSizes: [18] } })).toEqual([]);
    expect(slurm({ pools: [servers({ labels: { "example.com/row": "a" } })] })).toEqual([
      `warning ${train}.pools.h100.labels 1/-`,
    ]);
  });

  test("reads topology.yaml from 25.05 on", () => {
    expect(slurm({ scheduler: { version: "25.05" } })).toEqual([]);
    expect(slurm({ scheduler: { version: "24.11" } })).toEqual([`${train}.scheduler.version 24.11/25.05`]);
    expect(slurm({ scheduler: { version: "24.11" }, fabrics: [] })).toEqual([]);
  });

  test("has no partition that is called default", () => {
    expect(slurm({ pools: [servers({ name: "defaults" })] })).toEqual([]);
    expect(slurm({ pools: [servers({ name: "default" })] })).toEqual([`${train}.pools.default default/-`]);
  });

  test("has every node in one leaf: no two nodes of one name, and a warning of those in none", () => {
    const pools = [servers({ name: "a" }), servers({ name: "b" })];
    expect(slurm({ pools, site: { addressPlan: { hostname: "{pool}-n{ordinal}" } } })).toEqual([]);
    expect(slurm({ pools, site: { addressPlan: { hostname: "{site}-n{ordinal}" } } })).toEqual([
      `${train}.pools.a 2/1`,
      `${train}.pools.b 2/1`,
    ]);
    expect(slurm({ pools, fabrics: [fabric({ pools: ["a"] })] })).toEqual([`warning ${train}.pools.b 40/0`]);
    expect(slurm({ pools, fabrics: [] })).toEqual([]);
  });

  test("is the counterparty's where it operates the scheduler: then this is a warning", () => {
    const layer = { layer: "scheduler", owns: "counterparty", operates: "counterparty", approves: "counterparty" };
    const site = (responsibilities: readonly Raw[]) =>
      fleet({
        rackTypes,
        sites: [
          leasedSite({
            ...partsOf({
              pools: [servers({ name: "default", capacity: { kind: "leased" } })],
              scheduler: { kind: "slurm" },
              site: { scope: "turnkey", responsibilities },
            }),
          }),
        ],
      });
    const path = "sites.colossus.clusters.train.pools.default";
    expect(brief(check("SCHED-1", site([])))).toEqual([`${path} default/-`]);
    expect(brief(check("SCHED-1", site([layer])))).toEqual([`warning ${path} default/-`]);
  });
});

describe("SCHED-2, Kueue", () => {
  const level = (index: number) => `example.com/level-${index}`;
  const levels = (topologyLevels: readonly string[]) => kueue({ scheduler: { topologyLevels } });

  test("takes sixteen levels, each once, the host last", () => {
    const many = (count: number) => [
      ...Array.from({ length: count - 1 }, (_, index) => level(index)),
      "kubernetes.io/hostname",
    ];
    expect(levels(many(16))).toEqual([]);
    expect(levels(many(17))).toEqual([`${train}.scheduler.topologyLevels 17/16`]);
    expect(levels([level(1), level(2), level(1)])).toEqual([`${train}.scheduler.topologyLevels[2] ${level(1)}/-`]);
    expect(levels([level(1)])).toEqual([]);
    expect(levels(["kubernetes.io/hostname", level(1)])).toEqual([
      `${train}.scheduler.topologyLevels[0] kubernetes.io/hostname/-`,
    ]);
  });

  test("takes eight labels of a flavor, the one of the pool among them", () => {
    const labels = (count: number) =>
      kueue({
        pools: [servers({ labels: Object.fromEntries(Array.from({ length: count }, (_, at) => [level(at), "yes"])) })],
      });
    expect(labels(7)).toEqual([]);
    expect(labels(8)).toEqual([`${train}.pools.h100.labels 9/8`]);
  });

  test("takes labels that Kubernetes takes", () => {
    const labels = (key: string, value: string) => kueue({ pools: [servers({ labels: { [key]: value } })] });
    const at = `${train}.pools.h100.labels`;
    expect(labels(`example.com/${"k".repeat(63)}`, "v".repeat(63))).toEqual([]);
    expect(labels(`example.com/${"k".repeat(64)}`, "v")).toEqual([
      `${at}["example.com/${"k".repeat(64)}"] example.com/${"k".repeat(64)}/-`,
    ]);
    expect(labels("example.com/k", "v".repeat(64))).toEqual([`${at}["example.com/k"] ${"v".repeat(64)}/-`]);
    expect(labels("k", "")).toEqual([]);
    expect(labels("a key", "")).toEqual([`${at}["a key"] a key/-`]);
    expect(labels("siteform.dev/pool", "v")).toEqual([`${at}["siteform.dev/pool"] siteform.dev/pool/-`]);
    expect(labels("k", "-v")).toEqual([`${at}["k"] -v/-`]);
  });

  test("takes sixty-four flavors of a queue", () => {
    const pools = (count: number) => Array.from({ length: count }, (_, at) => servers({ name: `p${at}`, count: 1 }));
    const quotas = (count: number) => pools(count).map(({ name }) => ({ name, accelerators: 8 }));
    expect(kueue({ pools: pools(64) })).toEqual([]);
    expect(kueue({ pools: pools(65) })).toEqual([`${train}.pools 65/64`]);
    const queues = (...of: readonly Raw[][]) => of.map((each, at) => ({ name: `q${at}`, quotas: each }));
    expect(kueue({ pools: pools(65), scheduler: { queues: queues(quotas(64)) } })).toEqual([]);
    expect(kueue({ pools: pools(65), scheduler: { queues: queues(quotas(65)) } })).toEqual([
      `${train}.scheduler.queues.q0.quotas 65/64`,
    ]);
  });

  // "-su0001" are 7 characters, "-nvl0001" 8; Kubernetes takes 63.
  test("finds nodes by labels that Kubernetes takes", () => {
    const named = (length: number) => kueue({ fabrics: [fabric({ name: "f".repeat(length) })] });
    expect(named(56)).toEqual([]);
    expect(named(57)).toEqual([`${train}.pools.h100 64/63`]);
    const pool = (length: number) =>
      kueue({
        pools: [racks(1, { name: "p".repeat(length) })],
        fabrics: [domains()],
        site: { addressPlan: { hostname: "n{ordinal}" } },
      });
    expect(pool(55)).toEqual([]);
    expect(pool(56)).toEqual([`${train}.pools.${"p".repeat(56)} 64/63`]);
  });

  const queue = (name: string, accelerators: number, more: Raw = {}, quota: Raw = {}): Raw => ({
    name,
    quotas: [{ name: "h100", accelerators, ...quota }],
    ...more,
  });

  test("lends within a cohort alone", () => {
    const limit = { borrowingLimit: 8 };
    expect(kueue({ scheduler: { queues: [queue("a", 8, { cohort: "all" }, limit)] } })).toEqual([]);
    expect(kueue({ scheduler: { queues: [queue("a", 8, {}, limit)] } })).toEqual([
      `${train}.scheduler.queues.a.quotas.h100.borrowingLimit 8/-`,
    ]);
  });

  test("has quotas of pools of the cluster", () => {
    const queues = [{ name: "a", quotas: [{ name: "h10", accelerators: 8 }] }];
    const [finding] = found("SCHED-2", "kubernetes", { scheduler: { queues } });
    expect(finding).toMatchObject({ path: `${train}.scheduler.queues.a.quotas.h10`, hint: 'did you mean "h100"?' });
  });

  // 40 servers of 8 accelerators.
  test("promises no more than the accelerators of a pool, over all queues", () => {
    expect(kueue({ scheduler: { queues: [queue("a", 320)] } })).toEqual([]);
    expect(kueue({ scheduler: { queues: [queue("a", 321)] } })).toEqual([
      `${train}.scheduler.queues.a.quotas.h100 321/320`,
    ]);
    expect(kueue({ scheduler: { queues: [queue("a", 160), queue("b", 160)] } })).toEqual([]);
    expect(kueue({ scheduler: { queues: [queue("a", 160), queue("b", 161)] } })).toEqual([
      `${train}.scheduler.queues.a.quotas.h100 321/320`,
    ]);
  });

  describe("on each day", () => {
    const dated = (id: string, day: string) => phase(id, 50, { milestones: { readyForService: { contract: day } } });
    const site = (milestones: Raw = {}) => ({
      phases: [dated("p1", "2027-01-01"), dated("p2", "2027-06-01")],
      deployments: [
        { name: "first", phase: "p1", pools: [{ name: "train.h100", count: 25 }], milestones },
        { name: "second", phase: "p2", pools: [{ name: "train.h100", count: 15 }] },
      ],
    });
    const pools = [servers({ capacity: { kind: "owned", phase: "p1" } })];
    const promised = (accelerators: number, of: Raw = site()) =>
      found("SCHED-2", "kubernetes", { pools, site: of, scheduler: { queues: [queue("a", accelerators)] } });

    // 25 of 40 come with the first phase: 200 of 320 accelerators.
    test("promises no more than is energized by then", () => {
      expect(brief(promised(200))).toEqual([]);
      const [finding] = promised(201);
      expect(finding).toMatchObject({
        observed: 201,
        limit: 200,
        unit: "accelerators",
        phase: "p1",
        severity: "error",
      });
      expect(finding?.message).toContain("from 2027-01-01 on, 200 of them have power");
    });

    test("what is commissioned later than its phase comes that day", () => {
      const [finding] = promised(201, site({ commissioned: { contract: "2027-02-15" } }));
      expect(finding?.message).toContain("from 2027-02-15 on, 200 of them have power");
    });

    test("a pool of a later phase is promised from that phase on", () => {
      const later = [servers({ capacity: { kind: "owned", phase: "p2" } })];
      const of = { phases: [dated("p1", "2027-01-01"), dated("p2", "2027-06-01")] };
      const scheduler = { queues: [queue("a", 320)] };
      expect(kueue({ pools: later, site: of, scheduler })).toEqual([]);
    });
  });
});

describe("SCHED-3, topograph", () => {
  const cut = (kind: "slurm" | "kubernetes", more: Raw) =>
    brief(found("SCHED-3", kind, { pools: [racks(2)], fabrics: [domains(more)] }));

  test("has every NVLink domain below one leaf: units of 18 hosts, not of 19", () => {
    expect(cut("kubernetes", { scalableUnitHosts: 18 })).toEqual([]);
    // Hosts 19 to 36 are the second rack: the first of them is the last of the first unit.
    expect(cut("kubernetes", { scalableUnitHosts: 19 })).toEqual([`${rail}.scalableUnitHosts 2/1`]);
    expect(cut("slurm", { scalableUnitHosts: 18 })).toEqual([]);
    expect(cut("slurm", { scalableUnitHosts: 19 })).toEqual([`warning ${rail}.scalableUnitHosts 2/1`]);
  });

  // Four links of managers take one place of the first unit of each four rails.
  test("counts the places that the servers take that manage the fabric", () => {
    expect(cut("kubernetes", { scalableUnitHosts: 18, managerLinks: 4 })).toEqual([`${rail}.scalableUnitHosts 2/1`]);
    expect(cut("kubernetes", { scalableUnitHosts: 18, managerLinks: 0 })).toEqual([]);
  });

  test("has every node in one block", () => {
    const pools = [servers({ name: "a" }), servers({ name: "b" })];
    const named = (hostname: string) =>
      brief(found("SCHED-3", "kubernetes", { pools, site: { addressPlan: { hostname } } }));
    expect(named("{pool}-n{ordinal}")).toEqual([]);
    expect(named("{site}-n{ordinal}")).toEqual([`${train}.pools.a 2/1`, `${train}.pools.b 2/1`]);
  });
});

test("NAME-1 finds two queues of one name", () => {
  const queues = ["a", "b", "a"].map((name) => ({ name, quotas: [{ name: "h100", accelerators: 1 }] }));
  expect(found("NAME-1", "kubernetes", { scheduler: { queues } }).map(({ path }) => path)).toEqual([
    `${train}.scheduler.queues.a[2]`,
  ]);
});
