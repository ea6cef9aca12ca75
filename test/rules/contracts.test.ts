import {
  AS_OF,
  brief,
  check,
  checkDespite,
  cluster,
  fleet,
  fleetOf,
  hardwarePool,
  leasedSite,
  ownedSite,
  phase,
  type Raw,
  usd,
} from "./support";

const leased = (lease: object, more: object = {}) => leasedSite({ ...more }, { ...lease });

describe("guarantees", () => {
  const guarantee = (more: object) => ({
    name: "backstop",
    obligor: "Alphabet",
    covers: "rent",
    state: "binding",
    sites: ["colossus"],
    ...more,
  });
  const guaranteed = (more: object, ...sites: Raw[]) =>
    fleet({ organisation: "Atlas", sites: [leasedSite(), ownedSite(), ...sites], guarantees: [guarantee(more)] });

  test("GUAR-1: cover sites that exist and have a lease", () => {
    expect(check("GUAR-1", guaranteed({}))).toEqual([]);
    const [one] = check("GUAR-1", guaranteed({ sites: ["colossus", "colosus"] }));
    expect(one).toMatchObject({
      path: "guarantees.backstop.sites[1]",
      observed: "colosus",
      hint: 'did you mean "colossus"?',
    });
    expect(brief(check("GUAR-1", guaranteed({ sites: ["abilene"] })))).toEqual([
      "guarantees.backstop.sites[0] abilene/-",
    ]);
  });

  test("GUAR-1: do not miss a site that was left out for its form", () => {
    expect(checkDespite("GUAR-1", guaranteed({ sites: ["memphis"] }, { name: "memphis", tenure: "rented" }))).toEqual(
      [],
    );
    expect(
      checkDespite("GUAR-1", guaranteed({ sites: ["memphis"] }, ownedSite({ name: "other", displayName: 7 }))),
    ).toHaveLength(1);
  });

  test("GUAR-1: cover partner-built sites by title", () => {
    const partner = (title: object) => ({
      ...ownedSite({ name: "tx1" }),
      tenure: "partner",
      scope: "turnkey",
      contractor: "Fluidstack",
      title,
      phases: [phase("p1", 100)],
    });
    expect(
      check(
        "GUAR-1",
        guaranteed({ sites: ["tx1"] }, partner({ kind: "leased", lease: { landlord: "L", state: "binding" } })),
      ),
    ).toEqual([]);
    expect(check("GUAR-1", guaranteed({ sites: ["tx1"] }, partner({ kind: "owned" })))).toHaveLength(1);
  });

  test("GUAR-2: come from neither landlord nor tenant", () => {
    expect(check("GUAR-2", guaranteed({}))).toEqual([]);
    expect(check("GUAR-2", guaranteed({ obligor: "spacex" }))[0]?.message).toContain("landlord");
    expect(check("GUAR-2", guaranteed({ obligor: "Atlas" }))[0]?.message).toContain("tenant");
  });

  test("GUAR-3: have an amount once they bind", () => {
    expect(check("GUAR-3", guaranteed({ amount: usd("1.00") }))).toEqual([]);
    expect(check("GUAR-3", guaranteed({ state: "signedWithConditions" }))).toEqual([]);
    expect(brief(check("GUAR-3", guaranteed({ state: "binding" })))).toEqual([
      "warning guarantees.backstop.amount binding/-",
    ]);
    expect(check("GUAR-3", guaranteed({ state: "commenced" }))).toHaveLength(1);
    expect(checkDespite("GUAR-3", guaranteed({ amount: { amount: 7 } }))).toEqual([]);
  });

  test("X-CUR: are in the currency of the rent", () => {
    const raw = (currency: string) =>
      fleet({
        sites: [leased({ rentPerKWMonth: usd("128.00") })],
        guarantees: [guarantee({ amount: usd("5.00", currency) })],
      });
    expect(check("X-CUR", raw("USD"))).toEqual([]);
    expect(brief(check("X-CUR", raw("EUR")))).toEqual(["warning sites.colossus.lease USD, EUR/USD"]);
  });
});

describe("CAP-1, phases of contracts", () => {
  const site = (capacity: object) =>
    fleetOf(
      leased(
        { phases: [phase("p1", 100, { rentCommencement: "2027-01-01" })] },
        { clusters: [cluster([hardwarePool({ capacity: { kind: "leased", ...capacity } })])] },
      ),
    );
  const path = "sites.colossus.clusters.train.pools.h100.capacity";

  test("exist, and begin before the contract ends", () => {
    expect(check("CAP-1", site({}))).toEqual([]);
    expect(check("CAP-1", site({ phase: "p1", until: "2027-01-02" }))).toEqual([]);
    expect(brief(check("CAP-1", site({ phase: "p1", until: "2027-01-01" })))).toEqual([
      `${path}.until 2027-01-01/2027-01-01`,
    ]);
    expect(brief(check("CAP-1", site({ phase: "p2" })))).toEqual([`${path}.phase p2/-`]);
  });
});

describe("LOC-1, places", () => {
  const at = (country: string, subdivision?: string) =>
    check(
      "LOC-1",
      fleetOf(ownedSite({ location: { country, ...(subdivision === undefined ? {} : { subdivision }) } })),
    );

  test("exist", () => {
    expect(at("US", "US-TN")).toEqual([]);
    expect(at("SG")).toEqual([]);
    expect(brief(at("XX"))).toEqual(["sites.abilene.location.country XX/-"]);
    expect(at("UK")[0]?.hint).toBe('did you mean "GB"?');
    expect(at("US", "US-TT")[0]?.hint).toMatch(/^did you mean "US-/);
    expect(at("VA", "VA-1")).toHaveLength(1); // the Vatican has none
  });

  test("belong to their country", () => {
    expect(at("CA", "US-ON")[0]).toMatchObject({ observed: "US-ON", limit: "CA", hint: 'did you mean "CA-ON"?' });
  });
});

describe("DEMAND-1, demand", () => {
  const demand = (more: object) =>
    fleet({
      demands: [
        {
          name: "d",
          workload: "training",
          basis: "assumed",
          source: "plan",
          points: [{ from: "2027-01-01", accelerators: 1 }],
          ...more,
        },
      ],
    });
  const points = (...dates: string[]) => ({ points: dates.map((from) => ({ from, accelerators: 1 })) });

  test("goes forward in time", () => {
    expect(check("DEMAND-1", demand(points("2027-01-01", "2027-01-02")))).toEqual([]);
    expect(brief(check("DEMAND-1", demand(points("2027-01-01", "2027-01-01"))))).toEqual([
      "demands.d.points[1].from 2027-01-01/2027-01-01",
    ]);
  });

  test("is for accelerators that exist", () => {
    expect(check("DEMAND-1", demand({ accelerator: "Trainium2" }))).toEqual([]);
    expect(check("DEMAND-1", demand({ accelerator: "Trainum2" }))[0]).toMatchObject({
      path: "demands.d.accelerator",
      hint: 'did you mean "Trainium2"?',
    });
  });
});

describe("WAIVE-1, waivers", () => {
  const waiver = (more: object) =>
    fleet({ waivers: [{ rule: "PWR-8", path: "sites.x", reason: "agreed", until: AS_OF, ...more }] });

  test("name a rule that exists", () => {
    expect(check("WAIVE-1", waiver({}))).toEqual([]);
    expect(check("WAIVE-1", waiver({ rule: "PWR8" }))[0]).toMatchObject({
      severity: "error",
      path: "waivers[0].rule",
      hint: 'did you mean "PWR-8"?',
    });
    expect(check("WAIVE-1", waiver({ rule: "SCHEMA" }))[0]?.message).toContain("cannot be waived");
  });

  test("hold on their last day, and are told of on the next", () => {
    expect(brief(check("WAIVE-1", waiver({ until: "2026-11-22" })))).toEqual([
      `warning waivers[0].until 2026-11-22/${AS_OF}`,
    ]);
  });
});
