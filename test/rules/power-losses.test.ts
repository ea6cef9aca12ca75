import { validateFleet } from "../../constructs/rules";
import { at, grid, load, node, tree, ups } from "./power-support";
import { AS_OF, brief, check, fleetOf, leasedSite, ownedSite, phase, type Raw, ruleOf } from "./support";

describe("PWR-1, level budget", () => {
  const one = (powerKW: number, more: Raw = { ratedKW: 1000 }) =>
    tree({
      nodes: [grid, node("ups", "ups", { parents: ["grid"], ...more })],
      loads: [load("hall", powerKW, ["ups"])],
    });

  test("takes what a node delivers, and not one kW more", () => {
    expect(check("PWR-1", one(1000))).toEqual([]);
    const [finding] = check("PWR-1", one(1001));
    expect(finding).toMatchObject({
      path: `${at}.nodes.ups`,
      observed: 1001,
      limit: 1000,
      unit: "kW",
      severity: "error",
    });
    expect(finding?.message).toBe(
      "ups carries 1,001 kW with nothing lost, of the 1,000 kW that it delivers without end",
    );
  });

  // 800 A x 415 V x 1.7320508 = 575.04 kVA; x 0.8 = 460.03 kVA.
  test("takes 0.8 of a breaker, or all of one that is listed for 100 %", () => {
    const breaker = { voltageV: 415, breakerA: 800 };
    expect(check("PWR-1", one(460, breaker))).toEqual([]);
    expect(brief(check("PWR-1", one(461, breaker)))).toEqual([`${at}.nodes.ups 461/460`]);
    expect(check("PWR-1", one(575, { ...breaker, continuousFactor: 1 }))).toEqual([]);
    expect(brief(check("PWR-1", one(576, { ...breaker, continuousFactor: 1 })))).toEqual([`${at}.nodes.ups 576/575`]);
  });

  test("takes no factor off what is rated continuously: a transformer of 1,000 kVA carries 1,000", () => {
    expect(check("PWR-1", one(1000, { ratedKVA: 1000 }))).toEqual([]);
  });

  // 950 kW at 0.95 are 1,000 kVA.
  test("keeps kVA and kW apart", () => {
    const hall = (powerKW: number) =>
      tree({
        nodes: [grid, ups("ups", 960, { ratedKVA: 1000 })],
        loads: [load("hall", powerKW, ["ups"], { powerFactor: 0.95 })],
      });
    expect(check("PWR-1", hall(950))).toEqual([]);
    expect(check("PWR-1", hall(951))[0]).toMatchObject({ observed: 1001.1, limit: 1000, unit: "kVA" });
  });

  // 0.9 x 1,000 kVA
  test("turns kVA into kW by the rated power factor", () => {
    expect(check("PWR-1", one(900, { ratedKVA: 1000, powerFactor: 0.9 }))).toEqual([]);
    expect(check("PWR-1", one(901, { ratedKVA: 1000, powerFactor: 0.9 }))[0]).toMatchObject({ limit: 900, unit: "kW" });
  });

  // 960 / 0.96 = 1,000
  test("adds the losses below to what a node carries", () => {
    const chain = (kW: number) =>
      tree({
        nodes: [
          grid,
          node("xf", "transformer", { parents: ["grid"], ratedKW: 1000 }),
          node("ups", "ups", { parents: ["xf"], efficiency: 0.96 }),
        ],
        loads: [load("hall", kW, ["ups"])],
      });
    expect(check("PWR-1", chain(960))).toEqual([]);
    expect(brief(check("PWR-1", chain(961)))).toEqual([`${at}.nodes.xf 1001/1000`]);
  });

  test("names the worst of a range and how many more", () => {
    const range = tree({
      nodes: [grid, node("pdu-[1-3]", "pdu", { parents: ["grid"], ratedKW: 100 })],
      loads: [load("a", 110, ["pdu-1"]), load("b", 120, ["pdu-2"])],
    });
    expect(check("PWR-1", range).map(({ message }) => message)).toEqual([
      "pdu-2 (and 1 more of pdu-[1-3]) carries 120 kW with nothing lost, of the 100 kW that it delivers without end",
    ]);
  });

  const ready = (day: string) => ({ milestones: { readyForService: { contract: day } } });
  const phased = (second: number, ramp: Raw = {}) => {
    const topology = {
      nodes: [node("grid", "utility", { service: "grid" }), ups("ups", 2000)],
      loads: [load("one", 800, ["ups"], { phase: "p1" }), load("two", second, ["ups"], { phase: "p2" })],
    };
    const utilities = [
      {
        name: "grid",
        utility: "a utility",
        gridOperator: "PJM",
        firmMW: 2,
        basis: "contract",
        source: "the agreement",
        ramp: [
          { id: "first", firmMW: 1, dates: { contract: "2026-10-01" } },
          { id: "second", firmMW: 2, dates: { contract: "2027-06-01" } },
        ],
        ...ramp,
      },
    ];
    const phases = [phase("p1", 50, ready("2026-12-01")), phase("p2", 50, ready("2027-03-01"))];
    return fleetOf(ownedSite({ powerTopology: topology, utilities, phases }));
  };

  test("is asked at the date of each phase: the second comes before the utility's second step", () => {
    expect(check("PWR-1", phased(200))).toEqual([]);
    const [finding] = check("PWR-1", phased(201));
    expect(finding).toMatchObject({
      path: "sites.abilene.utilities.grid",
      phase: "p2",
      observed: 1.001,
      limit: 1,
      unit: "MW",
    });
    expect(finding?.message).toContain("from 2027-03-01 the power tree draws 1.001 MW");
  });
});

describe("PWR-2, every single loss", () => {
  const pairs = ["ab", "ac", "ad", "bc", "bd", "cd"];
  const systems = (kW: Record<string, number>, more: Raw = {}) =>
    tree({
      nodes: [grid, ...["a", "b", "c", "d"].map((id) => node(id, "ups", { ratedKW: 1000 }))],
      loads: pairs.map((pair) => load(pair, kW[pair] ?? 500, [...pair], { kind: "it", survival: "system", ...more })),
    });
  const uneven = { ab: 1000, cd: 1000, ac: 250, ad: 250, bc: 250, bd: 250 };

  test("passes four systems of 1,000 kW with 500 kW on each pair, and fails them with 1,000 on two", () => {
    expect(check("PWR-2", systems({}))).toEqual([]);
    expect(brief(check("PWR-2", systems(uneven)))).toEqual(
      ["a", "b", "c", "d"].map((id) => `${at}.nodes.${id} 1250/1000`),
    );
    expect(check("PWR-2", systems(uneven))[0]?.message).toBe(
      "with a lost b is to carry 1,250 kW of 1,000 kW and trips; ab goes dark, and must live through it",
    );
  });

  test("only warns of a breaker that trips where no load must live through the loss", () => {
    expect(brief(check("PWR-2", systems(uneven, { survival: "none" })))).toEqual(
      ["a", "b", "c", "d"].map((id) => `warning ${at}.nodes.${id} 1250/1000`),
    );
  });

  test("fails one kW beyond what the survivors carry", () => {
    expect(brief(check("PWR-2", systems({ ab: 500 })))).toEqual([]);
    expect(check("PWR-2", systems({ ab: 501 })).length).toBeGreaterThan(0);
  });

  /** A load that must live through a feed, a side or a system, on two PDUs of one UPS. */
  const oneUps = (survival: string) =>
    tree({
      nodes: [grid, ups("ups", 1000, { side: "A" }), node("pdu-[1-2]", "pdu", { parents: ["ups"] })],
      loads: [load("rack", 100, ["pdu-1", "pdu-2"], { survival })],
    });

  test("asks of each class the losses that it covers", () => {
    expect(brief(check("PWR-2", oneUps("feed")))).toEqual([]);
    expect(brief(check("PWR-2", oneUps("side")))).toEqual([`${at}.nodes.ups 1/0`]);
    expect(brief(check("PWR-2", oneUps("system")))).toEqual([`${at}.nodes.grid 1/0`, `${at}.nodes.ups 1/0`]);
  });

  test("takes the boards of cooling for loads: units that can move must live through a board's loss", () => {
    const cooled = (supply: string) =>
      tree(
        { nodes: [grid, node("mcc-[1-2]", "panel", { parents: ["grid"], ratedKW: 50 })] },
        {
          coolingTopology: {
            units: [{ name: "cdus", ids: "cdu-[1-4]", kind: "cdu", boards: ["mcc-1", "mcc-2"], supply, drawKW: 15 }],
          },
        },
      );
    // Four of 15 kW on one board of 50 kW.
    const moved = check("PWR-2", cooled("either")).filter(({ path }) => path.includes("mcc"));
    expect(brief(moved)).toEqual([`${at}.nodes.mcc-[1-2] 60/50`]);
    expect(brief(check("PWR-2", cooled("alternating")))).toEqual([]);
  });

  test("says which loads no source reaches", () => {
    const later = fleetOf(
      ownedSite({
        powerTopology: {
          nodes: [grid, ups("ups", 100, { phase: "p2" })],
          loads: [load("rack-[1-5]", 1, ["ups"], { phase: "p1", survival: "none" })],
        },
        phases: [
          phase("p1", 50, { milestones: { readyForService: { contract: "2027-01-01" } } }),
          phase("p2", 50, { milestones: { readyForService: { contract: "2027-02-01" } } }),
        ],
      }),
    );
    const [finding, ...others] = check("PWR-2", later);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ path: `${at}.loads.rack-[1-5]`, phase: "p1", observed: 5 });
    expect(finding?.message).toBe(
      "from 2027-01-01 rack-1, rack-2, rack-3 and 2 more have no live path to a source, with nothing lost",
    );
  });

  test("is a warning where another operates the building", () => {
    const site = leasedSite({
      scope: "turnkey",
      powerTopology: {
        nodes: [grid, ups("ups", 1000)],
        loads: [load("rack", 100, ["ups"], { survival: "side" })],
        commonCauses: [{ id: "fire", kind: "fireZone", nodes: ["ups"], survival: "side" }],
      },
    });
    const { findings } = validateFleet(fleetOf(site), { asOf: AS_OF, rules: [ruleOf("PWR-2")] });
    expect(findings.map(({ severity, path }) => `${severity} ${path}`)).toEqual([
      "warning sites.colossus.powerTopology.commonCauses.fire",
    ]);
  });
});

describe("PWR-3, schemes", () => {
  const group = (scheme: string, nodes: Raw[], loads: Raw[], more: Raw = {}) =>
    tree({ nodes: [grid, ...nodes], redundancyGroups: [{ id: "g", scheme, ...more }], loads });
  const member = (id: string, ratedKW: number, more: Raw = {}) => ups(id, ratedKW, { redundancyGroup: "g", ...more });
  const bus = node("bus", "switchgear", { parents: ["m-[1-4]"], transfer: "equalShare" });
  const modules = (scheme: string, kW: number, more: Raw = {}) =>
    group(scheme, [member("m-[1-4]", 500), bus], [load("hall", kW, ["bus"])], more);
  const g = `${at}.redundancyGroups.g`;

  // Four of 500 kW: N 2,000, N+1 1,500, three or two of four 1,500 or 1,000.
  test.each([
    ["N", 2000, {}],
    ["N+1", 1500, {}],
    ["xToMakeY", 1500, {}],
    ["xToMakeY", 1000, { needed: 2 }],
  ])("%s of four modules of 500 kW carries %i kW, and not one more", (scheme, kW, more) => {
    expect(check("PWR-3", modules(scheme, kW, more))).toEqual([]);
    expect(brief(check("PWR-3", modules(scheme, kW + 1, more)))).toEqual([`${g} ${kW + 1}/${kW}`]);
  });

  test("2N carries what the smaller side does", () => {
    const sides = (kW: number) =>
      group(
        "2N",
        [member("a[1-2]", 500, { side: "A" }), member("b", 900, { side: "B" })],
        [load("hall", kW, ["a1", "b"], { transfer: "staticTransfer" })],
      );
    expect(check("PWR-3", sides(900))).toEqual([]);
    expect(brief(check("PWR-3", sides(901)))).toEqual([`${g} 901/900`]);
  });

  // Of three systems of 900 kW two suffice: each may carry 600.
  test("x to make y: each system carries its share alone", () => {
    const three = (kW: number) =>
      group("xToMakeY", [member("a", 900), member("b", 900), member("c", 900)], [load("hall", kW, ["a"])]);
    expect(check("PWR-3", three(600))).toEqual([]);
    expect(brief(check("PWR-3", three(601)))).toEqual([`${g} 601/600`]);
  });

  test("block: the reserve carries the largest block", () => {
    const blocks = (kW: number) =>
      group(
        "block",
        [
          member("u1", 1000),
          member("u2", 1000),
          member("r", 800),
          node("sts", "sts", { parents: ["u1", "r"], transfer: "catcher" }),
        ],
        [load("hall", kW, ["sts"])],
      );
    expect(check("PWR-3", blocks(800))).toEqual([]);
    expect(brief(check("PWR-3", blocks(801)))).toEqual([`${g} 801/800`]);
  });
});
