import { at, grid, load, node, tree } from "./power-support";
import { brief, check, fleet, fleetOf, ownedSite, type Raw } from "./support";

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
