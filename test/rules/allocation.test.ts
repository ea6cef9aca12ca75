import { allocationReadable } from "../../constructs/fleet/allocation-list";
import { brief, check, cluster, fleetOf, hardwarePool, ownedSite, type Raw } from "./support";

const rack = (more: Raw = {}): Raw => ({
  name: "rack-42",
  units: 42,
  ratedKW: 50,
  maxWeightKg: 1000,
  tareKg: 210,
  basis: "vendor",
  source: "data sheet",
  ...more,
});

const hall = (more: Raw = {}): Raw => ({
  name: "h1",
  criticalItMW: 3.6,
  airCoolingMW: 3,
  rackType: "rack-42",
  rows: [{ name: "main", rows: "r[1-8]", racks: 12 }],
  ...more,
});

const pool = (count: number, more: Raw = {}): Raw => hardwarePool({ count, capacity: { kind: "owned" }, ...more });

/** A fleet of sites with one hall, in which a rack type is defined. */
const fleetWith = (sites: readonly Raw[], more: Raw = {}): Raw => {
  const raw = fleetOf(...sites);
  return { ...raw, spec: { sites, rackTypes: [rack()], ...more } };
};

const siteWith = (more: Raw = {}): Raw => ownedSite({ halls: [hall()], clusters: [cluster([pool(8)])], ...more });

const plan = (networks: readonly Raw[], more: Raw = {}): Raw => ({ networks, ...more });

const hosts = (...cidrs: string[]): Raw => ({ name: "hosts", purpose: "hosts", cidrs });

describe("ALLOC-2, machines fit", () => {
  // 3,000 kW of air / 10.2 kW = 294.1
  test("passes at the last machine, and one more is short", () => {
    expect(check("ALLOC-2", fleetWith([siteWith({ clusters: [cluster([pool(294)])] })]))).toEqual([]);
    const [one, ...more] = check("ALLOC-2", fleetWith([siteWith({ clusters: [cluster([pool(295)])] })]));
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      path: "sites.abilene.clusters.train.pools.h100.count",
      observed: 295,
      limit: 294,
      unit: "machines",
      message: "short 1 machine and 0 racks (74 of 74); h1: air cooling 3,009 of 3,000 kW",
    });
  });

  test("says of 320 machines what the hand has reckoned", () => {
    const [one] = check("ALLOC-2", fleetWith([siteWith({ clusters: [cluster([pool(320)])] })]));
    expect(one?.message).toBe("short 26 machines and 6 racks (74 of 80); h1: air cooling 3,264 of 3,000 kW");
  });

  test("is a warning where the counterparty operates the racks", () => {
    const leased = {
      ...siteWith({ power: undefined }),
      tenure: "leased",
      scope: "compute",
      lease: { landlord: "SpaceX", state: "binding", phases: [{ id: "p1", power: POWER }] },
      clusters: [cluster([hardwarePool({ count: 295 })])],
    };
    expect(check("ALLOC-2", fleetWith([leased]))).toMatchObject([{ severity: "warning" }]);
  });

  test("says nothing of a hall that does not say where racks stand", () => {
    const vague = siteWith({ halls: [hall({ rows: undefined })], clusters: [cluster([pool(1000)])] });
    expect(check("ALLOC-2", fleetWith([vague]))).toEqual([]);
  });
});

const POWER = { valueMW: 100, meaning: "criticalIT", basis: "contract", source: "the lease" };

describe("ALLOC-1, addresses suffice", () => {
  // Four hosts, gateway, subnet and broadcast need a /29; a /27 holds four of them: 16 machines.
  const of = (count: number, more: Raw = {}) =>
    fleetWith([
      siteWith({
        clusters: [cluster([pool(count)])],
        addressPlan: plan([{ ...hosts("10.65.0.0/27"), ...more }]),
      }),
    ]);

  test("passes while racks have subnets, and fails at the next rack", () => {
    expect(check("ALLOC-1", of(16))).toEqual([]);
    expect(check("ALLOC-1", of(17))).toMatchObject([
      {
        path: "sites.abilene.addressPlan.networks.hosts.cidrs",
        observed: 5,
        limit: 4,
        unit: "subnets of /29",
        hint: expect.stringContaining("add a range at the end"),
      },
    ]);
  });

  test("passes where a subnet holds a rack, and fails where it is one address too small", () => {
    // A /29 has 5 addresses for hosts, a /30 has 1.
    expect(check("ALLOC-1", of(4, { subnetPrefix: 29 }))).toEqual([]);
    expect(check("ALLOC-1", of(4, { subnetPrefix: 30 }))).toMatchObject([
      { path: "sites.abilene.addressPlan.networks.hosts.subnetPrefix" },
    ]);
  });
});

describe("ALLOC-1, numbers of autonomous systems", () => {
  /** Two units of 32 hosts, 8 rails: 16 leaves and one number for all spines. */
  const of = (last: number) =>
    fleetWith([
      siteWith({
        clusters: [cluster([pool(64)])],
        fabrics: [
          {
            name: "rail",
            cluster: "train",
            technology: "spectrumX",
            switch: "sn5600",
            linkGbps: 400,
            rails: 8,
            scalableUnitHosts: 32,
          },
        ],
        addressPlan: plan([], { asns: [{ name: "fabric", first: 64_601, last }] }),
      }),
    ]);

  test("pass while there is one for each leaf and one for the spines, and fail one below", () => {
    expect(check("ALLOC-1", of(64_617))).toEqual([]);
    expect(check("ALLOC-1", of(64_616))).toMatchObject([
      { path: "sites.abilene.addressPlan.asns.fabric.last", observed: 1, limit: 0, unit: "numbers" },
    ]);
  });
});

const line = (more: Raw = {}): Raw => ({
  id: "p1",
  cluster: "train",
  pool: "h100",
  machine: "dgx-h100",
  machines: "1-8",
  hall: "h1",
  positions: "r1-[01-02]",
  rackType: "rack-42",
  machinesPerRack: 4,
  hosts: "abilene-train-h100-n[0001-0008]",
  ...more,
});

const committed = (allocation: Raw, more: Raw = {}) => fleetWith([siteWith({ allocation, ...more })]);

describe("ALLOC-3, what has been allocated", () => {
  test("passes where the program says the same", () => {
    expect(check("ALLOC-3", committed({ placements: [line()] }))).toEqual([]);
  });

  test("fails for a pool or a cluster that is gone, and says how to keep it and how to let it go", () => {
    const [one] = check("ALLOC-3", committed({ placements: [line({ pool: "h200" })] }));
    expect(one).toMatchObject({ path: "sites.abilene.allocation.placements.p1.pool", observed: "h200" });
    expect(one?.hint).toBe(
      "give the pool its old name (there is h100); if its machines have left, append { placement: p1, machines: 1-8 } to releases",
    );
    expect(brief(check("ALLOC-3", committed({ placements: [line({ cluster: "old" })] })))).toEqual([
      "sites.abilene.allocation.placements.p1.cluster old/-",
    ]);
  });

  test("passes for a pool that is gone once its machines are released", () => {
    const allocation = {
      placements: [line({ pool: "h200" })],
      releases: [{ id: "r1", placement: "p1", machines: "1-8" }],
    };
    expect(check("ALLOC-3", committed(allocation))).toEqual([]);
  });

  test("fails for another machine, a hall, a position or a fabric that is gone", () => {
    const found = (more: Raw) => brief(check("ALLOC-3", committed({ placements: [line(more)] })));
    expect(found({ machine: "dgx-h200" })).toEqual([
      "sites.abilene.allocation.placements.p1.machine dgx-h200/dgx-h100",
    ]);
    expect(found({ hall: "h2" })).toEqual(["sites.abilene.allocation.placements.p1.hall h2/-"]);
    expect(found({ positions: "r1-[12-13]" })).toEqual(["sites.abilene.allocation.placements.p1.positions r1-13/-"]);
    const leaf = {
      id: "s1",
      fabric: "rail",
      role: "leaf",
      switches: "1-8",
      hall: "h1",
      positions: "r1-12",
      switchesPerRack: 8,
      names: "leaf-[1-8]",
    };
    expect(brief(check("ALLOC-3", committed({ switches: [leaf] })))).toEqual([
      "sites.abilene.allocation.switches.s1.fabric rail/-",
    ]);
  });
});

describe("ALLOC-3, layouts and what has been allocated", () => {
  const layout = (racks: string) => ({
    name: "by-hand",
    hall: "h1",
    racks,
    entries: [{ name: "machines", pool: "h100", count: 4 }],
  });
  const found = (racks: string, allocation: Raw, more: Raw = {}) =>
    brief(check("ALLOC-3", committed(allocation, { rackLayouts: [layout(racks)], ...more })));

  test("pass where machines stand as the layout says, and where they are still to come", () => {
    expect(found("r1-[01-02]", { placements: [line()] })).toEqual([]);
    expect(found("r1-[01-04]", { placements: [line()] })).toEqual([]);
  });

  test("fail where they stand elsewhere already", () => {
    expect(found("r2-[01-02]", { placements: [line()] })).toEqual(["sites.abilene.rackLayouts.by-hand.racks r2-01/-"]);
  });

  test("fail where machines of another pool stand", () => {
    const clusters = [cluster([pool(4), pool(4, { name: "other" })])];
    const other = line({ pool: "other", machines: "1-4", positions: "r1-01", hosts: "n[1-4]" });
    expect(found("r1-01", { placements: [other] }, { clusters })).toEqual([
      "sites.abilene.rackLayouts.by-hand.racks r1-01/-",
    ]);
  });
});

describe("ALLOC-4, an allocation that contradicts itself", () => {
  const found = (allocation: Raw, more: Raw = {}) => brief(check("ALLOC-4", committed(allocation, more)));
  const at = "sites.abilene.allocation";

  test("passes for what planning writes", () => {
    expect(found({ placements: [line()] })).toEqual([]);
  });

  test("fails for ids, ordinals and places that two lines have, as a merge may leave them", () => {
    const twice = line({ positions: "r1-[03-04]", hosts: "abilene-train-h100-n[0001-0008]" });
    expect(found({ placements: [line(), twice] })).toEqual([
      `${at}.placements.p1.machines 1-8/-`,
      `${at}.placements.p1[1] p1/-`,
    ]);
    expect(found({ placements: [line(), line({ id: "p2", machines: "9-16" })] })).toEqual([
      `${at}.placements.p2.positions r1-01/-`,
    ]);
  });

  test("fails where a line has a position or a host too many or too few", () => {
    expect(found({ placements: [line({ positions: "r1-[01-03]" })] })).toEqual([`${at}.placements.p1.positions 3/2`]);
    expect(found({ placements: [line({ hosts: "n[1-7]" })] })).toEqual([`${at}.placements.p1.hosts 7/8`]);
  });

  test("fails for a release of what is not there", () => {
    const release = (more: Raw) => ({ id: "r1", placement: "p1", machines: "7-8", ...more });
    expect(found({ placements: [line()], releases: [release({})] })).toEqual([]);
    expect(found({ placements: [line()], releases: [release({ machines: "7-9" })] })).toEqual([
      `${at}.releases.r1.machines 7-9/-`,
    ]);
    expect(found({ placements: [line()], releases: [release({ placement: "p9" })] })).toEqual([
      `${at}.releases.r1.placement p9/-`,
    ]);
  });

  test("fails for subnets outside of their network, of no network, or given out twice", () => {
    const addressPlan = plan([hosts("10.65.0.0/27")]);
    const subnet = (id: string, first: string, count: number) => ({ id, network: "hosts", hall: "h1", first, count });
    expect(found({ subnets: [subnet("n1", "10.65.0.0/29", 4)] }, { addressPlan })).toEqual([]);
    expect(found({ subnets: [subnet("n1", "10.65.0.0/29", 5)] }, { addressPlan })).toEqual([
      `${at}.subnets.n1.first 10.65.0.0 to 10.65.0.39/10.65.0.0/27`,
    ]);
    expect(
      found({ subnets: [subnet("n1", "10.65.0.0/29", 2), subnet("n2", "10.65.0.8/29", 1)] }, { addressPlan }),
    ).toEqual([`${at}.subnets.n2.first 10.65.0.8/29/-`]);
    expect(found({ subnets: [{ ...subnet("n1", "10.65.0.0/29", 1), network: "storage" }] }, { addressPlan })).toEqual([
      `${at}.subnets.n1.network storage/-`,
    ]);
  });
});

describe("ALLOC-5, names", () => {
  const of = (name: string, hostname: string) => fleetWith([siteWith({ name, addressPlan: plan([], { hostname }) })]);

  test("pass at 63 characters, and fail at 64", () => {
    // "n0001" has 5 characters.
    expect(check("ALLOC-5", of("abilene", `${"a".repeat(58)}n{ordinal}`))).toEqual([]);
    expect(check("ALLOC-5", of("abilene", `${"a".repeat(59)}n{ordinal}`))).toMatchObject([
      { path: "sites.abilene.addressPlan.hostname", observed: 64, limit: 63, unit: "characters" },
    ]);
  });

  test("fail where two pools, or two sites, give the same", () => {
    const clusters = [cluster([pool(2, { name: "a" }), pool(2, { name: "b" })])];
    const one = fleetWith([siteWith({ clusters, addressPlan: plan([], { hostname: "{site}-n{ordinal}" }) })]);
    expect(brief(check("ALLOC-5", one))).toEqual(["sites.abilene.addressPlan.hostname abilene-n0001/-"]);
    const two = ["abilene", "reno"].map((name) =>
      siteWith({ name, addressPlan: plan([], { hostname: "{pool}-n{ordinal}" }) }),
    );
    expect(brief(check("ALLOC-5", fleetWith(two)))).toEqual(["sites.reno.addressPlan.hostname h100-n0001/-"]);
  });
});

test("ALLOC-6 is the rule about the file", () => {
  expect(allocationReadable.id).toBe("ALLOC-6");
});

describe("LOC-2, halls of pools", () => {
  test("passes for a hall of the site, and suggests the one meant", () => {
    const of = (name: string) => fleetWith([siteWith({ clusters: [cluster([pool(1, { halls: [name] })])] })]);
    expect(check("LOC-2", of("h1"))).toEqual([]);
    expect(check("LOC-2", of("h-1"))).toMatchObject([
      { path: "sites.abilene.clusters.train.pools.h100.halls[0]", hint: 'did you mean "h1"?' },
    ]);
  });
});
