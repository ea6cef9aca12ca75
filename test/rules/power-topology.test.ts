import { validateFleet } from "../../constructs/rules";
import { AS_OF, brief, check, fleet, fleetOf, leasedSite, ownedSite, phase, type Raw, ruleOf } from "./support";

const at = "sites.abilene.powerTopology";
/** A site of one's own with a power tree. */
const tree = (topology: Raw, more: Raw = {}): Raw => fleetOf(ownedSite({ powerTopology: topology, ...more }));
const node = (id: string, kind: string, more: Raw = {}): Raw => ({ id, kind, ...more });
const load = (id: string, powerKW: number, feeds: string[], more: Raw = {}): Raw => ({
  id,
  kind: "control",
  powerKW,
  feeds,
  ...more,
});
const grid = node("grid", "utility");
const ups = (id: string, ratedKW: number, more: Raw = {}) => node(id, "ups", { parents: ["grid"], ratedKW, ...more });

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

describe("PWR-6, legs", () => {
  const legs = (a: number, b: number, c: number) =>
    tree({
      nodes: [grid, node("rpp", "rpp", { parents: ["grid"] })],
      loads: [
        load("a", a, ["rpp"], { leg: "A" }),
        load("b", b, ["rpp"], { leg: "B" }),
        load("c", c, ["rpp"], { leg: "C" }),
      ],
    });
  // 11, 10, 9: mean 10, one off: 10 %. 11.1, 10, 8.9: 11 %.
  test("takes 10 % from the mean, and warns beyond it", () => {
    const rpp = (raw: Raw) => check("PWR-6", raw).filter(({ path }) => path.endsWith("rpp"));
    expect(rpp(legs(11, 10, 9))).toEqual([]);
    const [finding] = rpp(legs(11.1, 10, 8.9));
    expect(finding).toMatchObject({ severity: "warning", observed: 0.11, limit: 0.1 });
    expect(finding?.message).toBe("the legs of rpp carry 11.1 kW, 10 kW, 8.9 kW: one lies 11 % from the mean");
  });

  test("takes the policy's own limit", () => {
    const spec = legs(11.1, 10, 8.9)["spec"];
    const policy = { mostPhaseImbalance: 0.11 };
    expect(check("PWR-6", fleet({ ...(typeof spec === "object" ? spec : {}), policy }))).toEqual([]);
  });

  test("ends at a transformer, which mixes the legs", () => {
    const behind = tree({
      nodes: [grid, node("xf", "transformer", { parents: ["grid"] }), node("rpp", "rpp", { parents: ["xf"] })],
      loads: [load("a", 10, ["rpp"], { leg: "A" })],
    });
    expect(check("PWR-6", behind).map(({ path }) => path)).toEqual([`${at}.nodes.rpp`, `${at}.nodes.xf`]);
  });
});

describe("PWR-9, backup", () => {
  const plant = (kW: number, generators = "gen-[1-3]", more: Raw = {}) =>
    tree({
      nodes: [
        grid,
        node(generators, "generator", { ratedKW: 500, startSeconds: 15 }),
        node("plant", "switchgear", { parents: [generators], transfer: "equalShare" }),
        node("main", "switchgear", { parents: ["grid", "plant"], transfer: "staticTransfer" }),
        node("ups", "ups", { parents: ["main"], rideThroughSeconds: 15 }),
      ],
      loads: [load("hall", kW, ["ups"]), load("training", 5000, ["ups"], { kind: "it", ...more })],
    });

  // Three of 500 kW with one out carry 1,000; training is shed.
  test("carries with one generator out what must live, and not one kW more", () => {
    expect(check("PWR-9", plant(1000))).toEqual([]);
    const [finding] = check("PWR-9", plant(1001));
    expect(finding).toMatchObject({ path: at, observed: 500.5, limit: 500, unit: "kW" });
    expect(finding?.message).toContain(
      "with the grid lost and gen-1 out (and 2 others alike) gen-2 is to carry 500.5 kW",
    );
  });

  test("carries what is not shed", () => {
    expect(brief(check("PWR-9", plant(500, "gen-[1-3]", { onBackup: true })))).toEqual([`${at} 1833.3/500`]);
  });

  const seconds = (ride: number, start: number) =>
    tree({
      nodes: [
        grid,
        node("gen-[1-2]", "generator", { startSeconds: start }),
        node("main", "switchgear", { parents: ["grid", "gen-[1-2]"], transfer: "staticTransfer" }),
        node("ups", "ups", { parents: ["main"], rideThroughSeconds: ride }),
      ],
      loads: [load("hall", 1, ["ups"])],
    });
  test("lasts until a generator has started", () => {
    expect(check("PWR-9", seconds(15, 15))).toEqual([]);
    expect(brief(check("PWR-9", seconds(14, 15)))).toEqual([`${at}.nodes.ups.rideThroughSeconds 14/15`]);
  });

  const service = (more: Raw) =>
    fleetOf(
      ownedSite({
        utilities: [
          { name: "grid", utility: "a", gridOperator: "PJM", firmMW: 100, basis: "contract", source: "s", ...more },
        ],
      }),
    );
  test("takes up the ramp with batteries, and carries the essential load with a unit out", () => {
    const bess = { powerMW: 20, energyMWh: 10 };
    expect(check("PWR-9", service({ bess, loadRampMW: 20 }))).toEqual([]);
    expect(brief(check("PWR-9", service({ bess, loadRampMW: 21 })))).toEqual([
      "sites.abilene.utilities.grid.bess.powerMW 21/20",
    ]);
    const backup = (essentialMW: number) => ({
      backupGeneration: { units: 4, unitMW: 2.5, fuel: "diesel", essentialMW },
    });
    expect(check("PWR-9", service(backup(7.5)))).toEqual([]);
    expect(brief(check("PWR-9", service(backup(8.5))))).toEqual([
      "sites.abilene.utilities.grid.backupGeneration 8.5/7.5",
    ]);
  });
});

describe("PWR-11, large loads", () => {
  const largeLoad = {
    siteControl: "deed",
    studyFee: { amount: "100000", currency: "USD", basis: "contract", source: "receipt" },
    costContribution: "security of $5 M",
    duplicateRequests: "none",
    backupGeneration: "none",
    emergencyCurtailment: "power cap within 30 minutes",
  };
  const service = (firmMW: number, more: Raw = {}) => ({
    name: "grid",
    utility: "a utility",
    gridOperator: "ERCOT",
    firmMW,
    basis: "contract",
    source: "the agreement",
    ...more,
  });
  const site = (...utilities: Raw[]) =>
    fleetOf(ownedSite({ location: { country: "US", subdivision: "US-TX" }, utilities }));

  test("holds from 75 MW on, and not below", () => {
    expect(check("PWR-11", site(service(74.9)))).toEqual([]);
    expect(check("PWR-11", site(service(75))).map(({ path }) => path.split(".").at(-1))).toEqual([
      "backupGeneration",
      "costContribution",
      "duplicateRequests",
      "emergencyCurtailment",
      "siteControl",
      "studyFee",
    ]);
    expect(check("PWR-11", site(service(75, { largeLoad })))).toEqual([]);
  });

  test("follows the operator of the grid and not the state", () => {
    expect(check("PWR-11", site(service(200, { gridOperator: "SPP" })))).toEqual([]);
    const elsewhere = ownedSite({ location: { country: "US", subdivision: "US-NM" }, utilities: [service(200)] });
    expect(check("PWR-11", fleetOf(elsewhere)).length).toBe(6);
  });

  test("adds the services of a site, what may be called back included", () => {
    const two = (second: number) =>
      site(
        service(40, { interruptibleMW: 10, largeLoad }),
        service(second, { name: "grid-2", largeLoad: { ...largeLoad, studyFee: undefined } }),
      );
    expect(check("PWR-11", two(24))).toEqual([]);
    expect(brief(check("PWR-11", two(25)))).toEqual(["sites.abilene.utilities.grid-2.largeLoad.studyFee 75/75"]);
  });

  test("asks for a study fee of at least $100,000", () => {
    const fee = (amount: string) =>
      site(service(80, { largeLoad: { ...largeLoad, studyFee: { ...largeLoad.studyFee, amount } } }));
    expect(check("PWR-11", fee("100000"))).toEqual([]);
    expect(brief(check("PWR-11", fee("99999.99")))).toEqual([
      "sites.abilene.utilities.grid.largeLoad.studyFee.amount 99999.99/100000",
    ]);
  });
});

describe("PWR-12, the shape of the tree", () => {
  const says = (topology: Raw, more: Raw = {}) =>
    check("PWR-12", tree(topology, more)).map(
      ({ severity, path, message }) =>
        `${severity === "error" ? "" : `${severity} `}${path.replace(at, "")}: ${message}`,
    );

  test("takes ranges that are paired, shared and spread in blocks", () => {
    expect(
      says({
        nodes: [
          grid,
          node("xf-[1-2]", "transformer", { parents: ["grid"] }),
          node("ups-[1-4]", "ups", { parents: ["xf-[1-2]"] }),
          node("pdu-[1-4]", "pdu", { parents: ["ups-[1-4]"] }),
          node("bus", "busway", { parents: ["pdu-[1-4]"] }),
        ],
      }),
    ).toEqual([]);
  });

  test("says what names nothing, and what does not spread", () => {
    expect(
      says({
        nodes: [
          grid,
          node("ups-[1-3]", "ups", { parents: ["gird"] }),
          node("pdu-[1-2]", "pdu", { parents: ["ups-[1-3]"], redundancyGroup: "x" }),
        ],
        commonCauses: [{ id: "fire", kind: "fireZone", nodes: ["pdu-[1-3]"] }],
        loads: [load("rack", 1, ["pdu-9"])],
        rackSupplies: [
          { id: "r", hall: "h", toPosition: 5, feeds: [{ id: "a", voltageV: 415, currentA: 60, nodes: "pdu-[1-2]" }] },
        ],
      }),
    ).toEqual([
      '.commonCauses.fire.nodes[0]: the power topology has no node "pdu-3"',
      '.loads.rack.feeds[0]: the power topology has no node "pdu-9"',
      ".nodes.pdu-[1-2].parents[0]: 3 nodes do not spread evenly over 2: neither number is a multiple of the other",
      '.nodes.pdu-[1-2].redundancyGroup: the power topology has no redundancy group "x"',
      '.nodes.ups-[1-3].parents[0]: the power topology has no node "gird"',
      ".rackSupplies.r.feeds.a.nodes: 2 nodes do not spread evenly over 5 positions",
      '.rackSupplies.r.hall: the site has no hall "h"',
    ]);
  });

  test("says what stands twice, goes round, or does not say what it does with several parents", () => {
    expect(
      says({
        nodes: [grid, node("a[1-3]", "ups", { parents: ["grid"] }), node("a[3-4]", "ups", { parents: ["grid"] })],
      }),
    ).toEqual([".nodes.a[3-4]: a3 stands twice in the power topology: here and in nodes.a[1-3]"]);
    expect(says({ nodes: [node("a", "ups", { parents: ["b"] }), node("b", "ups", { parents: ["a"] })] })).toEqual([
      ".nodes.a: nodes feed each other in a circle: a <- b <- a",
    ]);
    expect(
      says({ nodes: [grid, node("gen", "generator"), node("main", "switchgear", { parents: ["grid", "gen"] })] }),
    ).toEqual([".nodes.main.transfer: a node with 2 parents must say what it does when one is lost"]);
  });

  test("warns of a node that hangs in the air", () => {
    expect(says({ nodes: [node("ups", "ups")] })).toEqual([
      "warning .nodes.ups: a ups without parents counts as a source: what feeds it is not said, and its loss not checked",
    ]);
  });

  test("leaves the other rules of power silent until it is mended", () => {
    const broken = tree({
      nodes: [node("a", "ups", { parents: ["b"], ratedKW: 1 }), node("b", "ups", { parents: ["a"] })],
      loads: [load("x", 9, ["a"])],
    });
    for (const id of ["PWR-1", "PWR-2", "PWR-3", "PWR-6", "PWR-9"]) expect(check(id, broken)).toEqual([]);
  });

  test("asks for the name of an operator that is none of the list, and for the service of a utility", () => {
    const utilities = [{ name: "grid", utility: "a", gridOperator: "other", firmMW: 1, basis: "assumed", source: "s" }];
    expect(says({ nodes: [node("g", "utility", { service: "gird" })] }, { utilities })).toEqual([
      '.nodes.g.service: the site has no utility service "gird"',
      'sites.abilene.utilities.grid.gridOperatorName: a grid operator that is "other" must be named',
    ]);
  });
});
