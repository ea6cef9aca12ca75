import {
  brief,
  check,
  checkDespite,
  cluster,
  figure,
  fleet,
  fleetOf,
  hardwarePool,
  leasedSite,
  ownedSite,
  phase,
  power,
} from "./support";

/** A machine of exactly 1 MW, so that a count of machines is a load in MW. */
const megawatt = {
  type: "block-1mw",
  offer: "hardware",
  accelerator: "H100",
  accelerators: figure(8),
  maxPowerKW: figure(1000),
};
const fleetWith = (...sites: object[]) => fleet({ sites, machines: [megawatt] });
const load = (count: number, capacity: object = { kind: "leased" }, name = "blocks") =>
  hardwarePool({ name, machine: "block-1mw", count, capacity });
const ready = (date: string) => ({ milestones: { readyForService: { forecast: date } } });
const from = (id: string, valueMW: number, date: string, more: object = {}) =>
  phase(id, valueMW, { ...ready(date), ...more });

const owned = (count: number, site: object) =>
  fleetWith(ownedSite({ clusters: [cluster([load(count, { kind: "owned" })])], ...site }));
const leased = (pools: object[], phases: object[], more: object = {}) =>
  fleetWith(leasedSite({ scope: "land", clusters: [{ name: "train", pools }], ...more }, { phases }));
const phases = "sites.colossus.lease.phases";

describe("PWR-8, power for the machines", () => {
  test("takes a load as large as the site's critical IT power, and not one machine more", () => {
    expect(check("PWR-8", owned(100, { power: power(100) }))).toEqual([]);
    const [one] = check("PWR-8", owned(101, { power: power(100) }));
    expect(one).toMatchObject({ path: "sites.abilene.power", observed: 101, limit: 100, unit: "MW" });
    expect(one?.message).toContain("100 MW (contract)");
  });

  // 120 MW / 1.2 = 100 MW
  test("reckons utility power through the PUE", () => {
    const grid = { power: power(120, { meaning: "utility" }), peakPue: figure(1.2) };
    expect(check("PWR-8", owned(100, grid))).toEqual([]);
    expect(brief(check("PWR-8", owned(101, grid)))).toEqual(["sites.abilene.power 101/100"]);
    expect(check("PWR-8", owned(101, { power: power(120, { meaning: "utility" }) }))).toEqual([]);
  });

  test("takes no more than the utility delivers where no PUE is stated: at best it is 1", () => {
    const grid = { power: power(1, { meaning: "utility" }) };
    expect(check("PWR-8", owned(1, grid))).toEqual([]);
    expect(brief(check("PWR-8", owned(2, grid)))).toEqual(["sites.abilene.power 2/1"]);
    expect(check("PWR-8", owned(100, grid))[0]?.message).toContain("a PUE of 1 at best");
    expect(brief(check("PWR-8", owned(2, { power: power(1, { meaning: "utility", bound: "atLeast" }) })))).toEqual([
      "warning sites.abilene.power 2/1",
    ]);
    expect(check("PWR-8", owned(2, { ...grid, peakPue: figure(0.5) }))).toEqual([]); // the rule PWR-7's
  });

  test("does so phase by phase", () => {
    const utility = (id: string, valueMW: number, date: string) => ({
      id,
      power: power(valueMW, { meaning: "utility" }),
      ...ready(date),
    });
    const dated = [utility("p1", 60, "2027-03-01"), from("p2", 40, "2027-09-01")];
    const pools = (first: number) => [load(first, { kind: "leased", phase: "p1" })];
    expect(check("PWR-8", leased(pools(60), dated))).toEqual([]);
    expect(brief(check("PWR-8", leased(pools(61), dated)))).toEqual([`${phases}.p1.power 61/60`]);
  });

  test("says nothing of a site that is retired", () => {
    expect(check("PWR-8", owned(101, { power: power(100), retired: true }))).toEqual([]);
  });

  test("warns only where the figure is a floor", () => {
    expect(brief(check("PWR-8", owned(101, { power: power(100, { bound: "atLeast" }) })))).toEqual([
      "warning sites.abilene.power 101/100",
    ]);
    expect(brief(check("PWR-8", owned(101, { power: power(100, { bound: "atMost" }) })))).toEqual([
      "sites.abilene.power 101/100",
    ]);
  });

  test("says nothing of a figure that nobody counts, and counts one under an assumption", () => {
    expect(check("PWR-8", owned(101, { power: power(100, { meaning: "unstated" }) }))).toEqual([]);
    expect(
      check("PWR-8", owned(101, { power: power(100, { meaning: "unstated", countedAs: "criticalIT" }) })),
    ).toHaveLength(1);
  });

  test("adds up phases without dates", () => {
    expect(check("PWR-8", leased([load(100)], [phase("p1", 60), phase("p2", 40)]))).toEqual([]);
    expect(brief(check("PWR-8", leased([load(101)], [phase("p1", 60), phase("p2", 40)])))).toEqual([
      `${phases} 101/100`,
    ]);
  });

  // March: 60 MW for 60; September: 60 + 40 = 100 MW for 60 + 40
  test("holds at every date at which power is added", () => {
    const dated = [from("p1", 60, "2027-03-01"), from("p2", 40, "2027-09-01")];
    const pools = (first: number, second: number) => [
      load(first, { kind: "leased", phase: "p1" }, "a"),
      load(second, { kind: "leased", phase: "p2" }, "b"),
    ];
    expect(check("PWR-8", leased(pools(60, 40), dated))).toEqual([]);
    expect(brief(check("PWR-8", leased(pools(61, 39), dated)))).toEqual([`${phases}.p1.power 61/60`]);
    expect(brief(check("PWR-8", leased(pools(60, 41), dated)))).toEqual([`${phases}.p2.power 101/100`]);
    expect(check("PWR-8", leased(pools(61, 39), dated))[0]).toMatchObject({ phase: "p1" });
  });

  test("has pools without a phase there from the first date on", () => {
    const dated = [from("p2", 40, "2027-09-01"), from("p1", 60, "2027-03-01")];
    expect(check("PWR-8", leased([load(60)], dated))).toEqual([]);
    expect(brief(check("PWR-8", leased([load(61)], dated)))).toEqual([`${phases}.p1.power 61/60`]);
  });

  test("lets machines leave on the last day of their contract", () => {
    const dated = [from("p1", 60, "2027-03-01"), from("p2", 40, "2027-09-01")];
    const pools = (until: string) => [
      load(60, { kind: "leased", phase: "p1", until }, "a"),
      load(100, { kind: "leased", phase: "p2" }, "b"),
    ];
    expect(check("PWR-8", leased(pools("2027-08-31"), dated))).toEqual([]);
    expect(brief(check("PWR-8", leased(pools("2027-09-01"), dated)))).toEqual([`${phases}.p2.power 160/100`]);
  });

  test("counts phases without a date after those that have one", () => {
    const dated = [from("p1", 60, "2027-03-01"), phase("p2", 40)];
    const pools = (second: number) => [
      load(60, { kind: "leased", phase: "p1" }, "a"),
      load(second, { kind: "leased", phase: "p2" }, "b"),
    ];
    expect(check("PWR-8", leased(pools(40), dated))).toEqual([]);
    expect(brief(check("PWR-8", leased(pools(41), dated)))).toEqual([`${phases}.p2.power 101/100`]);
  });

  test("is not misled by a power that was left out", () => {
    const raw = fleetWith(
      leasedSite({ clusters: [cluster([load(101)])] }, { phases: [phase("p1", 100), phase("p2", -1)] }),
    );
    expect(checkDespite("PWR-8", raw)).toEqual([]);
    expect(
      checkDespite(
        "PWR-8",
        fleetWith(
          ownedSite({ power: power(100), displayName: 1, clusters: [cluster([load(101, { kind: "owned" })])] }),
        ),
      ),
    ).toHaveLength(1);
  });
});

describe("PWR-0, power that counts", () => {
  test("warns of a figure that does not say which power it means", () => {
    expect(check("PWR-0", fleetOf(ownedSite({ power: power(100) })))).toEqual([]);
    expect(
      check("PWR-0", fleetOf(ownedSite({ power: power(100, { meaning: "unstated", countedAs: "criticalIT" }) }))),
    ).toEqual([]);
    expect(brief(check("PWR-0", fleetOf(ownedSite({ power: power(100, { meaning: "unstated" }) }))))).toEqual([
      "warning sites.abilene.power 100/-",
    ]);
    expect(
      brief(
        check(
          "PWR-0",
          leased([], [phase("p1", 60), { id: "p2", power: power(40, { meaning: "unstated" }) }], { clusters: [] }),
        ),
      ),
    ).toEqual([`warning ${phases}.p2.power 40/-`]);
  });

  test("warns once of a site whose utility power has no PUE", () => {
    const grid = (more: object = {}) =>
      ownedSite({ power: power(100, { meaning: "unstated", countedAs: "utility" }), ...more });
    expect(check("PWR-0", fleetOf(grid({ peakPue: figure(1.2) })))).toEqual([]);
    expect(brief(check("PWR-0", fleetOf(grid())))).toEqual(["warning sites.abilene.peakPue 100/-"]);
    const [first, second] = [60, 40].map((valueMW, index) => ({
      id: `p${index}`,
      power: power(valueMW, { meaning: "utility" }),
    }));
    expect(brief(check("PWR-0", leased([], [{ ...first }, { ...second }], { clusters: [] })))).toEqual([
      "warning sites.colossus.peakPue 100/-",
    ]);
    expect(checkDespite("PWR-0", fleetOf(grid({ peakPue: { value: 1.2 } })))).toEqual([]);
  });
});

describe("PWR-10, machines whose power is known", () => {
  test("warns of the types that nobody states, once a site", () => {
    const { maxPowerKW: _, ...unknown } = megawatt;
    const site = (pool: object) =>
      fleet({ sites: [leasedSite({ clusters: [cluster([{ ...load(1), ...pool }])] })], machines: [unknown] });
    expect(check("PWR-10", site({ machinePowerKW: figure(10) }))).toEqual([]);
    const [one] = check("PWR-10", site({}));
    expect(one).toMatchObject({ severity: "warning", path: "sites.colossus.clusters", observed: 1 });
    expect(one?.message).toContain('"block-1mw"');
  });
});

describe("PWR-7, from the grid to the halls", () => {
  const site = (utilityMW: number, pue: number | undefined, hallMW: number, more: object = {}) =>
    fleetOf(
      ownedSite({
        power: power(utilityMW, { meaning: "utility", ...more }),
        halls: [
          { name: "a", criticalItMW: hallMW / 2 },
          { name: "b", criticalItMW: hallMW / 2 },
        ],
        ...(pue === undefined ? {} : { peakPue: figure(pue) }),
      }),
    );

  test("takes a PUE of 1 and none below", () => {
    expect(check("PWR-7", fleetOf(ownedSite({ peakPue: figure(1) })))).toEqual([]);
    expect(brief(check("PWR-7", fleetOf(ownedSite({ peakPue: figure(0.99) }))))).toEqual([
      "sites.abilene.peakPue.value 0.99/1",
    ]);
  });

  // 100 MW x 1.25 = 125 MW
  test("takes halls that need all that the utility delivers, and no more", () => {
    expect(check("PWR-7", site(125, 1.25, 100))).toEqual([]);
    expect(brief(check("PWR-7", site(124, 1.25, 100)))).toEqual(["sites.abilene.power 125/124"]);
    expect(brief(check("PWR-7", site(124, 1.25, 100, { bound: "atLeast" })))).toEqual([
      "warning sites.abilene.power 125/124",
    ]);
  });

  // 110 / 100 = 1.1 and 160 / 100 = 1.6
  test("warns of a ratio of utility to critical power outside 1.1 to 1.6", () => {
    expect(check("PWR-7", site(110, undefined, 100))).toEqual([]);
    expect(check("PWR-7", site(160, undefined, 100))).toEqual([]);
    expect(brief(check("PWR-7", site(109, undefined, 100)))).toEqual(["warning sites.abilene.power 1.09/1.1"]);
    expect(brief(check("PWR-7", site(161, undefined, 100)))).toEqual(["warning sites.abilene.power 1.61/1.6"]);
  });
});

describe("HALL-1, halls", () => {
  const halls = (a: number, b: number) => [
    { name: "hall-a", criticalItMW: a },
    { name: "hall-b", criticalItMW: b },
  ];

  test("hold as much as their site, and no more", () => {
    expect(check("HALL-1", fleetOf(ownedSite({ power: power(100), halls: halls(60, 40) })))).toEqual([]);
    expect(brief(check("HALL-1", fleetOf(ownedSite({ power: power(100), halls: halls(60, 41) }))))).toEqual([
      "sites.abilene.halls 101/100",
    ]);
    expect(
      brief(check("HALL-1", fleetOf(ownedSite({ power: power(100, { bound: "atLeast" }), halls: halls(60, 41) })))),
    ).toEqual(["warning sites.abilene.halls 101/100"]);
    expect(
      brief(check("HALL-1", leased([], [phase("p1", 60), phase("p2", 40)], { halls: halls(60, 41), clusters: [] }))),
    ).toEqual(["sites.colossus.halls 101/100"]);
  });

  test("exist, and open with one phase", () => {
    const opening = (first: string, second: string) =>
      leased([], [phase("p1", 60, { halls: [first] }), phase("p2", 40, { halls: [second] })], {
        halls: halls(60, 40),
        clusters: [],
      });
    expect(check("HALL-1", opening("hall-a", "hall-b"))).toEqual([]);
    expect(brief(check("HALL-1", opening("hall-a", "hall-a")))).toEqual([`${phases}.p2.halls[0] hall-a/-`]);
    const [one] = check("HALL-1", opening("hall-a", "hal-b"));
    expect(one).toMatchObject({ path: `${phases}.p2.halls[0]`, phase: "p2", hint: 'did you mean "hall-b"?' });
  });

  test("are not missed where one was left out for its form", () => {
    const site = leasedSite({ halls: [{ name: "hall-a" }] }, { phases: [phase("p1", 60, { halls: ["hall-a"] })] });
    expect(checkDespite("HALL-1", fleetOf(site))).toEqual([]);
  });
});

describe("HALL-2, cooling and density of halls", () => {
  const path = "sites.abilene";
  const site = (halls: object[], pools: object[] = []) =>
    fleetOf(ownedSite({ halls, ...(pools.length === 0 ? {} : { clusters: [{ name: "train", pools }] }) }));
  const hall = (more: object, name = "a") => ({ name, criticalItMW: 10, ...more });
  const rack = (more: object = {}) =>
    hardwarePool({ name: "nvl72", machine: "gb200-nvl72", capacity: { kind: "owned" }, ...more });

  test("warns of a hall that cannot cool what it powers", () => {
    expect(check("HALL-2", site([hall({ coolingMW: 10 })]))).toEqual([]);
    expect(check("HALL-2", site([hall({})]))).toEqual([]);
    expect(brief(check("HALL-2", site([hall({ coolingMW: 9 })])))).toEqual([`warning ${path}.halls.a.coolingMW 9/10`]);
  });

  // A GB200 NVL72 draws up to about 120 kW.
  test("wants one hall that takes the density of a machine", () => {
    const found = (...densities: (number | undefined)[]) =>
      brief(
        check(
          "HALL-2",
          site(
            densities.map((rackKW, index) => hall(rackKW === undefined ? {} : { rackKW }, `h${index}`)),
            [rack()],
          ),
        ),
      );
    expect(found(120)).toEqual([]);
    expect(found(40, 120)).toEqual([]);
    expect(found(40, undefined)).toEqual([]);
    expect(found()).toEqual([]);
    expect(found(40, 119)).toEqual([`${path}.clusters.train.pools.nvl72.machine 120/119`]);
  });

  test("takes the power that the pool states", () => {
    const halls = [hall({ rackKW: 110 })];
    expect(check("HALL-2", site(halls, [rack({ machinePowerKW: figure(110) })]))).toEqual([]);
    expect(check("HALL-2", site(halls, [rack({ machinePowerKW: figure(111) })]))).toHaveLength(1);
  });

  test("says nothing where a hall was left out", () => {
    const halls = [hall({ rackKW: 40 }), { name: "b", criticalItMW: 10, rackKW: "120 kW" }];
    expect(checkDespite("HALL-2", site(halls, [rack()]))).toEqual([]);
  });
});
