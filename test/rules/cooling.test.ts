import { brief, check, cluster, fleet, hardwarePool, leasedSite, phase, type Raw, underPolicy } from "./support";

/** A hall with two rows of eight places for racks that come whole. */
const hall = (more: Raw = {}): Raw => ({
  name: "h1",
  criticalItMW: 10,
  rackType: "nvl72-place",
  rows: [{ name: "compute", rows: "r[1-2]", racks: 8 }],
  ...more,
});

/** 120 kW each, 0.85 of it liquid: sixteen give 1,632 kW to liquid and 288 kW to air. */
const racks = [
  { name: "one", hall: "h1", racks: "r1-[01-08]", entries: [{ name: "gb", pool: "gb" }] },
  { name: "two", hall: "h1", racks: "r2-[01-08]", entries: [{ name: "gb", pool: "gb" }] },
];

const loop = (name: string, more: Raw = {}): Raw => ({ name, kind: "technology", hall: "h1", ...more });
const units = (name: string, kind: string, ids: string, more: Raw = {}): Raw => ({ name, kind, ids, ...more });
const cdus = (name: string, ids: string, of: string, more: Raw = {}): Raw =>
  units(name, "cdu", ids, { loop: of, capacityKW: 900, ...more });

const site = (coolingTopology: Raw, more: Raw = {}, lease: Raw = {}): Raw =>
  fleet({
    sites: [
      leasedSite(
        {
          scope: "land",
          halls: [hall()],
          rackLayouts: racks,
          clusters: [cluster([hardwarePool({ name: "gb", machine: "gb200-nvl72", count: 16 })])],
          coolingTopology,
          ...more,
        },
        lease,
      ),
    ],
  });

const topology = "sites.colossus.coolingTopology";
const oneLoop = (ids: string, more: Raw = {}, ofLoop: Raw = {}) =>
  site({ loops: [loop("a", ofLoop)], units: [cdus("cdus", ids, "a", more)] });

describe("COOL-1", () => {
  test("case 3: three CDUs of 900 kW in one loop carry 1,632 kW with one out; two do not", () => {
    expect(check("COOL-1", oneLoop("c[1-3]"))).toEqual([]);
    const [finding] = check("COOL-1", oneLoop("c[1-2]"));
    expect(finding).toMatchObject({ path: `${topology}.loops.a`, observed: 1632, limit: 900, unit: "kW" });
    expect(finding?.message).toBe("the loop a carries 1,632 kW from 16 racks; with c1 out 900 kW is left of 1,800 kW");
  });

  test("case 3: of two loops of eight racks with two and one CDU the second has nothing when its CDU is out", () => {
    const two = site({
      loops: [loop("a", { racks: "r1-[01-08]" }), loop("b", { racks: "r2-[01-08]" })],
      units: [cdus("cdus-a", "a[1-2]", "a"), cdus("cdus-b", "b1", "b")],
    });
    expect(check("COOL-1", two).map(({ path, observed, limit, message }) => [path, observed, limit, message])).toEqual([
      [`${topology}.loops.b`, 816, 0, "the loop b carries 816 kW from 8 racks; with b1 out nothing is left of 900 kW"],
    ]);
  });

  test("exactly at the limit it passes, and one kilowatt below it fails", () => {
    expect(check("COOL-1", oneLoop("c[1-3]", { capacityKW: 816 }))).toEqual([]);
    expect(brief(check("COOL-1", oneLoop("c[1-3]", { capacityKW: 815 })))).toEqual([`${topology}.loops.a 1632/1630`]);
  });

  test("a board that feeds several CDUs takes them along", () => {
    // Five CDUs, three of them on ma: 2 x 900 = 1,800 kW are left; of four on one board nothing is.
    expect(check("COOL-1", oneLoop("c[1-5]", { boards: ["ma", "mb"] }))).toEqual([]);
    expect(check("COOL-1", oneLoop("c[1-3]", { boards: ["ma", "mb"] }))[0]?.message).toBe(
      "the loop a carries 1,632 kW from 16 racks; with board ma lost, which feeds c1 and c3, 900 kW is left of 2,700 kW",
    );
    expect(check("COOL-1", oneLoop("c[1-3]", { boards: ["ma", "mb"], supply: "either" }))).toEqual([]);
  });

  test("case 3: the loop needs 2,350 l/min of water at a rise of 10 K", () => {
    // Two of three CDUs move twice 1,175 l/min.
    expect(check("COOL-1", oneLoop("c[1-3]", { flowLMin: 1175 }))).toEqual([]);
    const [finding] = check("COOL-1", oneLoop("c[1-3]", { flowLMin: 1174 }));
    expect(finding).toMatchObject({ limit: 2348, unit: "l/min" });
    expect(finding?.message).toBe(
      "the loop a needs 2,350 l/min for 1,632 kW; with c1 out 2,348 l/min is left of 3,522 l/min",
    );
    expect(check("COOL-1", oneLoop("c[1-3]", {}, { maxFlowLMin: 2350 }))).toEqual([]);
    expect(check("COOL-1", oneLoop("c[1-3]", {}, { maxFlowLMin: 2349 }))[0]?.message).toBe(
      "the loop a needs 2,350 l/min for 1,632 kW; its pipes take 2,349 l/min",
    );
  });

  test("where a loop does not say its rise, and for glycol, the policy does", () => {
    const rise = (loopRiseK: number, maxFlowLMin: number) =>
      check("COOL-1", underPolicy(oneLoop("c[1-3]", {}, { riseK: undefined, maxFlowLMin }), { loopRiseK }));
    // 1,632 kW x 60 / (0.997 x 4.18 x 20 K) = 1,174.8 l/min
    expect(rise(20, 1175)).toEqual([]);
    expect(rise(20, 1174)[0]?.message).toBe("the loop a needs 1,175 l/min for 1,632 kW; its pipes take 1,174 l/min");
    const glycol = (extraFlowPerGlycol: number, maxFlowLMin: number) =>
      check("COOL-1", underPolicy(oneLoop("c[1-3]", {}, { glycolShare: 0.5, maxFlowLMin }), { extraFlowPerGlycol }));
    // 2,349.7 l/min x 1.5
    expect(glycol(1, 3525)).toEqual([]);
    expect(glycol(1, 3524)).toHaveLength(1);
  });

  test("pumps move it with one out", () => {
    const pumped = (ids: string) =>
      site({
        loops: [loop("a")],
        units: [cdus("cdus", "c[1-3]", "a"), units("pumps", "pump", ids, { loop: "a", flowLMin: 1200 })],
      });
    expect(check("COOL-1", pumped("p[1-3]"))).toEqual([]);
    expect(brief(check("COOL-1", pumped("p[1-2]")).map((each) => ({ ...each, observed: 2350 })))).toEqual([
      `${topology}.loops.a 2350/1200`,
    ]);
  });

  test("in a hall with loops every rack that gives heat to liquid has one", () => {
    const part = site({ loops: [loop("a", { racks: "r1-[01-08],r2-[01-06]" })], units: [cdus("cdus", "c[1-3]", "a")] });
    expect(check("COOL-1", part)[0]?.message).toBe(
      "machines in r2-07 and r2-08 of h1 give 204 kW to liquid, and no loop serves their positions",
    );
  });

  test("the hall's own figure holds where no topology says more", () => {
    const of = (liquidCoolingMW: number) => site({}, { halls: [hall({ liquidCoolingMW })] });
    expect(check("COOL-1", of(1.632))).toEqual([]);
    expect(brief(check("COOL-1", of(1.631)))).toEqual(["sites.colossus.halls.h1.liquidCoolingMW 1632/1631"]);
  });

  test("at the phase with which the machines come, with the CDUs that are there by then", () => {
    const phases = ["p1", "p2"].map((id, index) =>
      phase(id, 10, { milestones: { readyForService: { contract: `2027-0${index + 1}-01` } } }),
    );
    const pool = (name: string, id: string) =>
      hardwarePool({ name, machine: "gb200-nvl72", count: 8, capacity: { kind: "leased", phase: id } });
    const layouts = racks.map((each, index) => ({ ...each, entries: [{ name: "gb", pool: `gb${index + 1}` }] }));
    const more = { rackLayouts: layouts, clusters: [cluster([pool("gb1", "p1"), pool("gb2", "p2")])] };
    const phased = (later: string) =>
      site(
        { loops: [loop("a")], units: [cdus("first", "c[1-2]", "a"), cdus("later", "c3", "a", { phase: later })] },
        more,
        { phases },
      );
    // 816 kW from p1 on two CDUs, one out: 900 kW. From p2 on 1,632 kW on three.
    expect(check("COOL-1", phased("p2"))).toEqual([]);
    const late = site(
      { loops: [loop("a")], units: [cdus("first", "c1", "a"), cdus("later", "c[2-3]", "a", { phase: "p2" })] },
      more,
      { phases },
    );
    expect(check("COOL-1", late).map(({ phase: at, observed, limit }) => [at, observed, limit])).toEqual([
      ["p1", 816, 0],
    ]);
  });
});

describe("COOL-2", () => {
  const handlers = (ids: string, more: Raw = {}) =>
    site({ units: [units("walls", "fanWall", ids, { halls: ["h1"], capacityKW: 144, ...more })] });

  test("air takes 288 kW with one handler out: three of 144 kW do, three of 143 kW do not", () => {
    expect(check("COOL-2", handlers("w[1-3]"))).toEqual([]);
    expect(check("COOL-2", handlers("w[1-3]", { capacityKW: 143 }))).toMatchObject([
      {
        path: `${topology}.units.walls`,
        observed: 288,
        limit: 286,
        message: "walls cools 288 kW of air in h1; with w1 out 286 kW is left of 429 kW",
      },
    ]);
  });

  test("and with each board out", () => {
    expect(check("COOL-2", handlers("w[1-4]", { boards: ["ma", "mb"] }))).toEqual([]);
    expect(brief(check("COOL-2", handlers("w[1-3]", { boards: ["ma", "mb"] })))).toEqual([
      `${topology}.units.walls 288/144`,
    ]);
  });

  test("halls that share handlers are judged together", () => {
    const two = (ids: string) =>
      site(
        { units: [units("walls", "crah", ids, { halls: ["h1", "h2"], capacityKW: 144 })] },
        {
          halls: [
            hall({ rows: [{ name: "a", rows: "r1", racks: 8 }] }),
            hall({ name: "h2", rows: [{ name: "a", rows: "r2", racks: 8 }] }),
          ],
          rackLayouts: racks.map((each, index) => ({ ...each, hall: `h${index + 1}` })),
        },
      );
    expect(check("COOL-2", two("w[1-3]"))).toEqual([]);
    expect(check("COOL-2", two("w[1-2]"))[0]?.message).toBe(
      "walls cools 288 kW of air in h1 and h2; with w1 out 144 kW is left of 288 kW",
    );
  });

  test("the figures of the hall hold too", () => {
    const of = (more: Raw) => site({}, { halls: [hall(more)] });
    expect(check("COOL-2", of({ airCoolingMW: 0.288, coolingMW: 1.92 }))).toEqual([]);
    expect(check("COOL-2", of({ airCoolingMW: 0.287 }))[0]?.message).toBe(
      "what stands in h1 gives off 288 kW into its air; air cooling takes 287 kW, beside 1,632 kW in liquid",
    );
    expect(brief(check("COOL-2", of({ coolingMW: 1.919 })))).toEqual(["sites.colossus.halls.h1.coolingMW 1920/1919"]);
  });
});

describe("COOL-3", () => {
  const air = (airClass: string | undefined, airSupplyC: number) =>
    site({}, { halls: [hall({ airClass, airSupplyC })] });
  const path = "sites.colossus.halls.h1.airSupplyC";

  test.each([
    ["A1", 15, 32],
    ["A2", 10, 35],
    ["A3", 5, 40],
    ["A4", 5, 45],
    ["H1", 5, 25],
  ])("air of the class %s is %d to %d °C", (airClass, from, to) => {
    const errors = (airSupplyC: number) =>
      brief(check("COOL-3", air(airClass, airSupplyC)).filter(({ severity }) => severity === "error"));
    expect([errors(from), errors(to)]).toEqual([[], []]);
    expect(errors(from - 1)).toEqual([`${path} ${from - 1}/${from}`]);
    expect(errors(to + 1)).toEqual([`${path} ${to + 1}/${to}`]);
  });

  test("18 to 27 °C are recommended: what lies outside is a warning", () => {
    expect([18, 27].flatMap((each) => check("COOL-3", air("A2", each)))).toEqual([]);
    expect(brief(check("COOL-3", air("A2", 28)))).toEqual([`warning ${path} 28/27`]);
    expect(brief(check("COOL-3", air(undefined, 17)))).toEqual([`warning ${path} 17/18`]);
  });

  const water = (tcsC: number, fwsC: number, waterClass = "W32") =>
    site(
      {
        loops: [loop("tcs", { supplyC: tcsC }), { name: "fws", kind: "facility", supplyC: fwsC }],
        units: [cdus("cdus", "c[1-3]", "tcs", { rejectsTo: "fws" })],
      },
      { halls: [hall({ waterClass })] },
    );

  test("facility water is as warm as its class says", () => {
    expect(check("COOL-3", water(40, 32))).toEqual([]);
    expect(check("COOL-3", water(40, 33))).toMatchObject([
      { path: `${topology}.loops.fws.supplyC`, observed: 33, limit: 32 },
    ]);
    expect(check("COOL-3", water(40, 2))).toEqual([]);
    expect(brief(check("COOL-3", water(40, 1)))).toEqual([`${topology}.loops.fws.supplyC 1/2`]);
    expect(check("COOL-3", water(80, 60, "W+"))).toEqual([]);
  });

  test("a loop is warmer than the water of its CDUs", () => {
    expect(check("COOL-3", water(33, 32))).toEqual([]);
    expect(brief(check("COOL-3", water(32, 32)))).toEqual([`${topology}.loops.tcs.supplyC 32/32`]);
  });

  test("devices take the water of their loop", () => {
    const of = (supplyC: number) => ({
      ...site(
        { loops: [loop("tcs", { supplyC })] },
        { rackLayouts: [{ name: "one", hall: "h1", racks: "r1-01", entries: [{ name: "box", device: "wet" }] }] },
      ),
    });
    const wet = {
      name: "wet",
      kind: "server",
      rackUnits: 2,
      weightKg: 30,
      maxPowerKW: 4,
      liquidShare: 1,
      maxWaterSupplyC: 40,
      basis: "assumed",
      source: "test",
    };
    const withDevice = (raw: Raw): Raw => ({ ...raw, spec: { ...(raw["spec"] as Raw), deviceTypes: [wet] } });
    expect(check("COOL-3", withDevice(of(40)))).toEqual([]);
    expect(brief(check("COOL-3", withDevice(of(41))))).toEqual(["sites.colossus.rackLayouts.one.entries.box 41/40"]);
  });
});

describe("COOL-4", () => {
  const rejected = (ids: string, more: Raw = {}) =>
    site({
      loops: [loop("tcs"), { name: "fws", kind: "facility" }],
      units: [
        cdus("cdus", "c[1-3]", "tcs", { rejectsTo: "fws" }),
        units("walls", "fanWall", "w[1-3]", { halls: ["h1"], capacityKW: 144, rejectsTo: "fws" }),
        units("coolers", "dryCooler", ids, { loop: "fws", capacityKW: 960, ...more }),
      ],
    });

  test("1,920 kW leave with one of three dry coolers of 960 kW out; with smaller ones they do not, which is a warning", () => {
    expect(check("COOL-4", rejected("d[1-3]"))).toEqual([]);
    const [finding] = check("COOL-4", rejected("d[1-3]", { capacityKW: 959 }));
    expect(finding).toMatchObject({ severity: "warning", path: `${topology}.loops.fws`, observed: 1920, limit: 1918 });
    expect(finding?.message).toBe("the loop fws takes 1,920 kW; with d1 out 1,918 kW is left of 2,877 kW");
  });

  test("a chiller adds its own draw to what the condenser loop takes", () => {
    const chilled = (capacityKW: number) =>
      site({
        loops: [loop("tcs"), { name: "chw", kind: "facility" }, { name: "cw", kind: "condenser" }],
        units: [
          cdus("cdus", "c[1-3]", "tcs", { rejectsTo: "chw" }),
          units("chillers", "chiller", "ch[1-3]", { loop: "chw", rejectsTo: "cw", capacityKW: 1000, drawKW: 100 }),
          units("towers", "coolingTower", "t[1-2]", { loop: "cw", capacityKW }),
        ],
      });
    // 1,632 + 3 x 100 kW
    expect(check("COOL-4", chilled(1932))).toEqual([]);
    expect(brief(check("COOL-4", chilled(1931)))).toEqual([`warning ${topology}.loops.cw 1932/1931`]);
  });

  test("heat that nothing takes on, and heat that comes round, are said", () => {
    const stuck = site({
      loops: [loop("tcs"), { name: "fws", kind: "facility" }],
      units: [cdus("cdus", "c[1-3]", "tcs", { rejectsTo: "fws" })],
    });
    expect(check("COOL-4", stuck)[0]?.message).toBe("nothing cools the loop fws, which takes 1,632 kW");
    const round = site({
      loops: [loop("tcs"), { name: "a", kind: "facility" }, { name: "b", kind: "facility" }],
      units: [
        cdus("cdus", "c[1-3]", "tcs", { rejectsTo: "a" }),
        units("x", "chiller", "x1", { loop: "a", rejectsTo: "b", capacityKW: 2000 }),
        units("y", "chiller", "y1", { loop: "b", rejectsTo: "a", capacityKW: 2000 }),
      ],
    });
    expect(check("COOL-4", round)[0]?.message).toBe(
      "the heat of the loop a comes round to itself: nothing takes it outside",
    );
  });
});

describe("COOL-5", () => {
  test("a topology whose parts exist is in order", () => {
    const whole = site(
      {
        loops: [loop("a"), { name: "fws", kind: "facility" }],
        units: [
          cdus("cdus", "c[1-3]", "a", { rejectsTo: "fws", boards: ["mcc-1", "mcc-2"], phase: "p1" }),
          units("walls", "crah", "w1", { halls: ["h1"] }),
        ],
      },
      { powerTopology: { nodes: [{ id: "mcc-[1-2]", kind: "panel" }] } },
    );
    expect(check("COOL-5", whole)).toEqual([]);
  });

  test("names that nobody has are told", () => {
    const wrong = site(
      {
        loops: [loop("a", { hall: "h2" }), loop("b", { racks: "r3-01" }), { name: "c", kind: "technology" }],
        units: [
          cdus("cdus", "c[1-3]", "aa", { boards: ["mcc-3"], phase: "p9" }),
          units("walls", "crah", "c3", { halls: ["h9"] }),
          units("pumps", "pump", "p1"),
        ],
      },
      { powerTopology: { nodes: [{ id: "mcc-[1-2]", kind: "panel" }] } },
    );
    expect(check("COOL-5", wrong).map(({ path, message }) => [path.replace(`${topology}.`, ""), message])).toEqual([
      ["loops.a.hall", 'there is no hall of the site "h2"'],
      ["loops.b.racks", "the hall h1 has no position r3-01"],
      ["loops.c.hall", "the loop c cools machines; it must say in which hall"],
      ["units.cdus.boards[0]", 'there is no node of the power topology "mcc-3"'],
      ["units.cdus.loop", 'there is no loop "aa"'],
      ["units.cdus.phase", 'there is no phase of the site "p9"'],
      ["units.pumps.loop", "a pump stands in a loop; pumps must name it"],
      ["units.walls.halls[0]", 'there is no hall of the site "h9"'],
      ["units.walls.ids", "the component c3 is there twice: in cdus and in walls"],
    ]);
  });

  test("a position has one loop", () => {
    const two = site({ loops: [loop("a"), loop("b", { racks: "r1-01" })], units: [] });
    expect(check("COOL-5", two)[0]?.message).toBe("the position r1-01 of h1 is served by two loops: a and b");
  });
});
