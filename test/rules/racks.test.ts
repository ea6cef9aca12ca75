import { brief, check, cluster, fleet, hardwarePool, leasedSite, phase, type Raw } from "./support";

/** The rack of the fourth case. */
const r42 = (more: Raw = {}): Raw => ({
  name: "r42",
  units: 42,
  ratedKW: 50,
  maxWeightKg: 1000,
  tareKg: 210,
  feeds: { count: 3, sides: ["A", "B", "C"], voltageV: 415, currentA: 60, powerFactor: 0.95 },
  basis: "assumed",
  source: "issue 4, case 4",
  ...more,
});

const device = (name: string, more: Raw = {}): Raw => ({
  name,
  kind: "other",
  rackUnits: 1,
  weightKg: 10,
  maxPowerKW: 0,
  basis: "assumed",
  source: "test",
  ...more,
});

const hall = (more: Raw = {}): Raw => ({
  name: "h1",
  criticalItMW: 3.6,
  rackType: "r42",
  rows: [{ name: "compute", rows: "r[01-08]", racks: 12 }],
  ...more,
});

const layout = (entries: readonly Raw[], more: Raw = {}): Raw => ({
  name: "l1",
  hall: "h1",
  racks: "r01-[01-08]",
  entries,
  ...more,
});

interface Wants {
  readonly hall?: Raw;
  readonly rack?: Raw;
  readonly devices?: readonly Raw[];
  readonly layouts?: readonly Raw[];
  readonly pools?: readonly Raw[];
}

const spec = ({ hall: more = {}, rack = {}, devices = [], layouts = [], pools }: Wants): Raw =>
  fleet({
    rackTypes: [r42(rack)],
    deviceTypes: devices,
    sites: [
      leasedSite({
        scope: "land",
        halls: [hall(more)],
        rackLayouts: layouts,
        clusters: [cluster(pools ?? [hardwarePool({ count: 100 })])],
      }),
    ],
  });

const racks = "sites.colossus.rackLayouts.l1";
const four = layout([{ name: "servers", pool: "h100", count: 4 }]);

describe("RACK-1", () => {
  test("a rack is full at its last unit, and one unit more is too much", () => {
    const with2 = (units: number) =>
      spec({
        layouts: [
          layout([
            { name: "servers", pool: "h100", count: 4 },
            { name: "rest", device: "rest" },
          ]),
        ],
        devices: [device("rest", { rackUnits: units })],
      });
    expect(check("RACK-1", with2(10))).toEqual([]);
    expect(brief(check("RACK-1", with2(10.5)))).toEqual([`${racks} 42.5/42`]);
    expect(check("RACK-1", with2(11))[0]?.message).toBe(
      "4 dgx-h100 and 1 rest in rack r01-01 and 7 more of h1 take 43 U; it has 42 U",
    );
  });

  test("what a rack keeps is not there for devices", () => {
    const kept = (reservedUnits: number) => spec({ layouts: [four], rack: { reservedUnits } });
    expect(check("RACK-1", kept(10))).toEqual([]);
    expect(brief(check("RACK-1", kept(10.5)))).toEqual([`${racks} 32/31.5`]);
  });

  test("two devices do not stand in one place, half a unit counts", () => {
    const at = (fromU: number) =>
      spec({
        layouts: [
          layout([
            { name: "a", device: "two", fromU: 10 },
            { name: "b", device: "two", fromU },
          ]),
        ],
        devices: [device("two", { rackUnits: 2 })],
      });
    expect(check("RACK-1", at(12))).toEqual([]);
    expect(check("RACK-1", at(8))).toEqual([]);
    expect(brief(check("RACK-1", at(11.5)))).toEqual([`${racks}.entries.b 11.5/12`]);
    expect(check("RACK-1", at(8.5))[0]?.message).toBe(
      "in rack r01-01 and 7 more of h1 two stands at U8.5 to U9.5, where two stands at U10 to U11",
    );
  });

  test("a device ends within the rack", () => {
    const at = (fromU: number) =>
      spec({ layouts: [layout([{ name: "a", device: "two", fromU }])], devices: [device("two", { rackUnits: 2 })] });
    expect(check("RACK-1", at(41))).toEqual([]);
    expect(brief(check("RACK-1", at(41.5)))).toEqual([`${racks}.entries.a 42.5/42`]);
  });

  test("units in pieces are not units in one", () => {
    const at = (fromU: number) =>
      spec({
        layouts: [
          layout([
            { name: "a", device: "one", fromU },
            { name: "servers", pool: "h100", count: 5 },
          ]),
        ],
        devices: [device("one")],
      });
    expect(check("RACK-1", at(41))).toEqual([]);
    expect(check("RACK-1", at(40))[0]?.message).toBe(
      "in rack r01-01 and 7 more of h1 no gap is high enough for the dgx-h100 number 5, which takes 8 U",
    );
  });

  test("a device is no deeper than its rack", () => {
    const deep = (depthMm: number) =>
      spec({
        layouts: [layout([{ name: "a", device: "d" }])],
        devices: [device("d", { depthMm })],
        rack: { mountingDepthMm: 1000 },
      });
    expect(check("RACK-1", deep(1000))).toEqual([]);
    expect(brief(check("RACK-1", deep(1001)))).toEqual([`${racks}.entries.a 1001/1000`]);
  });

  test("a machine that is a rack stands alone, and in no cabinet", () => {
    const pools = [hardwarePool({ name: "gb", machine: "gb200-nvl72", count: 8 })];
    const gb = { name: "gb", pool: "gb" };
    const place = { rackType: "nvl72-place" };
    expect(check("RACK-1", spec({ pools, layouts: [layout([gb], place)] }))).toEqual([]);
    expect(brief(check("RACK-1", spec({ pools, layouts: [layout([gb])] })))).toEqual([`${racks} cabinet/place`]);
    expect(brief(check("RACK-1", spec({ pools, layouts: [layout([{ ...gb, count: 2 }], place)] })))).toEqual([
      `${racks} 2/1`,
    ]);
  });
});

describe("RACK-2", () => {
  test("a rack bears its own weight and what stands in it: 210 + 4 x 130.45 = 731.8 kg", () => {
    expect(check("RACK-2", spec({ layouts: [four], rack: { maxWeightKg: 731.8 } }))).toEqual([]);
    const [finding] = check("RACK-2", spec({ layouts: [four], rack: { maxWeightKg: 731.7 } }));
    expect(finding).toMatchObject({ path: racks, observed: 731.8, limit: 731.7, unit: "kg" });
    expect(finding?.message).toBe(
      "4 dgx-h100 in rack r01-01 and 7 more of h1 weigh 731.8 kg with the 210 kg of the rack; r42 bears 731.7 kg",
    );
  });

  test("the floor bears it on 0.72 m2: 1,016.39 kg/m2", () => {
    expect(check("RACK-2", spec({ layouts: [four], hall: { floorLoadKgPerM2: 1016.4 } }))).toEqual([]);
    expect(brief(check("RACK-2", spec({ layouts: [four], hall: { floorLoadKgPerM2: 1016 } })))).toEqual([
      `${racks} 1016.39/1016`,
    ]);
  });

  test("a rack that comes whole brings its frame along", () => {
    const pools = [hardwarePool({ name: "gb", machine: "gb200-nvl72", count: 8 })];
    const layouts = [layout([{ name: "gb", pool: "gb" }])];
    const place = { kind: "place", ratedKW: 130, tareKg: 100 };
    expect(check("RACK-2", spec({ pools, layouts, rack: { ...place, maxWeightKg: 1360 } }))).toEqual([]);
    expect(brief(check("RACK-2", spec({ pools, layouts, rack: { ...place, maxWeightKg: 1359 } })))).toEqual([
      `${racks} 1360/1359`,
    ]);
  });
});

describe("RACK-3", () => {
  test("a rack draws what it is rated for, and no more: 40.8 kW", () => {
    expect(check("RACK-3", spec({ layouts: [four], rack: { ratedKW: 40.8 } }))).toEqual([]);
    expect(brief(check("RACK-3", spec({ layouts: [four], rack: { ratedKW: 40.7 } })))).toEqual([`${racks} 40.8/40.7`]);
  });

  test("and what its hall takes", () => {
    expect(check("RACK-3", spec({ layouts: [four], hall: { rackKW: 40.8 } }))).toEqual([]);
    expect(check("RACK-3", spec({ layouts: [four], hall: { rackKW: 40 } }))[0]?.message).toBe(
      "4 dgx-h100 in rack r01-01 and 7 more of h1 draw up to 40.8 kW; the hall takes 40 kW a rack",
    );
  });

  test("what is reserved counts as it is stated", () => {
    const reserved = (rackKW: number) => [{ name: "net", positions: "r08-01", use: "network", rackKW }];
    expect(check("RACK-3", spec({ hall: { reserved: reserved(50) } }))).toEqual([]);
    expect(brief(check("RACK-3", spec({ hall: { reserved: reserved(51) } })))).toEqual([
      "sites.colossus.halls.h1.reserved.net.rackKW 51/50",
    ]);
  });
});

describe("RACK-4", () => {
  test("a layout of what is there is in order, up to the pool's count", () => {
    expect(check("RACK-4", spec({ layouts: [four], pools: [hardwarePool({ count: 32 })] }))).toEqual([]);
    expect(brief(check("RACK-4", spec({ layouts: [four], pools: [hardwarePool({ count: 31 })] })))).toEqual([
      "sites.colossus.clusters.train.pools.h100.count 32/31",
    ]);
  });

  test("halls, positions, rack types, devices and pools exist", () => {
    const wrong = [
      layout(
        [
          { name: "a", pool: "h200" },
          { name: "b", device: "management-switch" },
        ],
        {
          racks: "r09-[01-02]",
          rackType: "r43",
        },
      ),
      layout([], { name: "l2", hall: "h2" }),
    ];
    expect(check("RACK-4", spec({ layouts: wrong })).map(({ path, message, hint }) => [path, message, hint])).toEqual([
      [`${racks}.entries.a.pool`, 'the site has no pool "h200"', 'did you mean "h100"?'],
      [
        `${racks}.entries.b.device`,
        'there is no device type "management-switch"',
        'did you mean "management-switch-1u"?',
      ],
      [`${racks}.rackType`, 'there is no rack type "r43"', 'did you mean "r42"?'],
      [
        `${racks}.racks`,
        "the hall h1 has no position r09-01 and 1 more",
        "its rows are r[01-08] of 12; a position is its row and number: r01-01",
      ],
      ["sites.colossus.rackLayouts.l2.hall", 'the site has no hall "h2"', "it has h1"],
    ]);
  });

  test("a position is filled once, and not where nothing may stand", () => {
    const twice = [layout([]), layout([], { name: "l2", racks: "r01-08" })];
    expect(check("RACK-4", spec({ layouts: twice }))[0]?.message).toBe(
      "the position r01-08 of h1 is filled twice: by l1 and by l2",
    );
    const reserved = (use: string) => ({ reserved: [{ name: "kept", positions: "r01-03", use }] });
    expect(check("RACK-4", spec({ layouts: [layout([])], hall: reserved("network") }))).toEqual([]);
    expect(check("RACK-4", spec({ layouts: [layout([])], hall: reserved("blocked") }))[0]?.message).toBe(
      "the position r01-03 of h1 is kept empty (kept: blocked)",
    );
  });

  test("an entry is a device or machines, and a pool is named so that one is meant", () => {
    const both = layout([{ name: "a", pool: "h100", device: "storage-2u" }, { name: "b" }]);
    expect(check("RACK-4", spec({ layouts: [both] })).map(({ message }) => message)).toEqual([
      "an entry is either a device or machines of a pool; a is both",
      "an entry is either a device or machines of a pool; b is neither",
    ]);
    const two = fleet({
      rackTypes: [r42()],
      sites: [
        leasedSite({
          scope: "land",
          halls: [hall()],
          rackLayouts: [four],
          clusters: [cluster([hardwarePool({ count: 40 })]), cluster([hardwarePool({ count: 40 })], { name: "serve" })],
        }),
      ],
    });
    expect(check("RACK-4", two).map(({ message, hint }) => [message, hint])).toEqual([
      ['the clusters train, serve each have a pool "h100"', "name the cluster too"],
    ]);
  });
});

describe("RACK-5", () => {
  test("rack types exist", () => {
    const rows = [{ name: "compute", rows: "r[01-08]", racks: 12, rackType: "air-42u" }];
    const wrong = spec({ hall: { rackType: "r41", rows }, pools: [hardwarePool({ rackType: "none" })] });
    expect(check("RACK-5", wrong).map(({ path, observed, hint }) => [path, observed, hint])).toEqual([
      [
        "sites.colossus.clusters.train.pools.h100.rackType",
        "none",
        "add it with addRackType, or take one of the catalogue",
      ],
      ["sites.colossus.halls.h1.rackType", "r41", 'did you mean "r42"?'],
      ["sites.colossus.halls.h1.rows.compute.rackType", "air-42u", 'did you mean "air-48u"?'],
    ]);
  });

  test("a pool asks for as many machines in a rack as fit, and not for one more", () => {
    const pool = (machinesPerRack: number) => spec({ pools: [hardwarePool({ machinesPerRack, survival: "feed" })] });
    expect(check("RACK-5", pool(4))).toEqual([]);
    expect(check("RACK-5", pool(5))).toMatchObject([
      {
        path: "sites.colossus.clusters.train.pools.h100.machinesPerRack",
        observed: 5,
        limit: 4,
        message: "4 dgx-h100 fit a rack r42 of h1, not 5: density of a rack, 51 of 50 kW",
      },
    ]);
  });
});

describe("HALL-3", () => {
  test("rows and kept positions are each one thing", () => {
    const rows = [
      { name: "a", rows: "r[01-02]", racks: 4 },
      { name: "b", rows: "r[02-03]", racks: 4 },
    ];
    const reserved = [
      { name: "n", positions: "r01-[01-02]", use: "network" },
      { name: "s", positions: "r01-02", use: "storage" },
      { name: "p", positions: "r01-05", use: "power" },
    ];
    expect(check("HALL-3", spec({ hall: { rows, reserved } })).map(({ path, message }) => [path, message])).toEqual([
      ["sites.colossus.halls.h1.reserved.p.positions", "the hall h1 has no position r01-05"],
      ["sites.colossus.halls.h1.reserved.s.positions", "the position r01-02 is kept twice: by n and by s"],
      ["sites.colossus.halls.h1.rows.b.rows", "the row r02 is named twice: by a and by b"],
    ]);
  });

  test("positions are as wide and deep as their racks", () => {
    const floor = { rackPitchM: 0.75, rackDepthM: 1.2 };
    expect(check("HALL-3", spec({ hall: { floor }, rack: { widthMm: 750 } }))).toEqual([]);
    expect(brief(check("HALL-3", spec({ hall: { floor }, rack: { widthMm: 751, depthMm: 1201 } })))).toEqual([
      "sites.colossus.halls.h1.floor.rackDepthM 1.2/1.201",
      "sites.colossus.halls.h1.floor.rackPitchM 0.75/0.751",
    ]);
    expect(brief(check("HALL-3", spec({ rack: { widthMm: 750 } })))).toEqual([
      "warning sites.colossus.halls.h1.rows.compute 0.6/0.75",
    ]);
  });
});

describe("HALL-4", () => {
  const path = "sites.colossus.halls.h1";

  test("layouts draw what the hall has, and no more: 32 x 10.2 = 326.4 kW", () => {
    const of = (criticalItMW: number) =>
      spec({ layouts: [four], hall: { criticalItMW }, pools: [hardwarePool({ count: 32 })] });
    expect(check("HALL-4", of(0.3264))).toEqual([]);
    expect(brief(check("HALL-4", of(0.3263)))).toEqual([`${path}.criticalItMW 326.4/326.3`]);
  });

  test("and each row what it delivers: 8 x 40.8 = 326.4 kW", () => {
    const of = (rowKW: number) =>
      spec({
        layouts: [four],
        hall: { rows: [{ name: "compute", rows: "r[01-08]", racks: 12, rowKW }] },
        pools: [hardwarePool({ count: 32 })],
      });
    expect(check("HALL-4", of(326.4))).toEqual([]);
    expect(brief(check("HALL-4", of(326)))).toEqual([`${path}.rows.compute.rowKW 326.4/326`]);
  });

  test("at the phase with which it begins", () => {
    const phases = [
      phase("p1", 1, { halls: ["h1"], milestones: { readyForService: { contract: "2027-01-01" } } }),
      phase("p2", 1, { milestones: { readyForService: { contract: "2027-06-01" } } }),
    ];
    const pool = (name: string, id: string) =>
      hardwarePool({ name, count: 20, capacity: { kind: "leased", phase: id } });
    const layouts = ["a", "b"].map((name, row) =>
      layout([{ name, pool: name, count: 4 }], { name, racks: `r0${row + 1}-[01-05]` }),
    );
    const site = (criticalItMW: number) =>
      fleet({
        rackTypes: [r42()],
        sites: [
          leasedSite(
            {
              halls: [hall({ criticalItMW })],
              rackLayouts: layouts,
              clusters: [cluster([pool("a", "p1"), pool("b", "p2")])],
            },
            { phases },
          ),
        ],
      });
    // 20 x 10.2 = 204 kW from p1, 408 kW from p2
    expect(check("HALL-4", site(0.408))).toEqual([]);
    expect(check("HALL-4", site(0.3)).map(({ phase: at, observed }) => [at, observed])).toEqual([["p2", 408]]);
    expect(check("HALL-4", site(0.2)).map(({ phase: at, observed }) => [at, observed])).toEqual([["p1", 204]]);
  });

  test("machines without rows count in the only hall that they may stand in", () => {
    const of = (criticalItMW: number) =>
      spec({ hall: { criticalItMW, rows: undefined }, pools: [hardwarePool({ count: 10 })] });
    expect(check("HALL-4", of(0.102))).toEqual([]);
    expect(brief(check("HALL-4", of(0.1019)))).toEqual([`${path}.criticalItMW 102/101.9`]);
  });
});
