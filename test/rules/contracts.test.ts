import { validateFleet } from "../../constructs/rules";
import {
  AS_OF,
  awsPool,
  awsSite,
  azureNetwork,
  azurePool,
  azureSite,
  brief,
  check,
  checkDespite,
  cluster,
  fleet,
  fleetOf,
  googleNetwork,
  googlePool,
  googleSite,
  hardwarePool,
  leasedSite,
  ownedSite,
  phase,
  power,
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

  test("GUAR-4: cover sites that exist and have a lease", () => {
    expect(check("GUAR-4", guaranteed({}))).toEqual([]);
    const [one] = check("GUAR-4", guaranteed({ sites: ["colossus", "colosus"] }));
    expect(one).toMatchObject({
      path: "guarantees.backstop.sites[1]",
      observed: "colosus",
      hint: 'did you mean "colossus"?',
    });
    expect(brief(check("GUAR-4", guaranteed({ sites: ["abilene"] })))).toEqual([
      "guarantees.backstop.sites[0] abilene/-",
    ]);
  });

  test("GUAR-4: do not miss a site that was left out for its form", () => {
    expect(checkDespite("GUAR-4", guaranteed({ sites: ["memphis"] }, { name: "memphis", tenure: "rented" }))).toEqual(
      [],
    );
    expect(
      checkDespite("GUAR-4", guaranteed({ sites: ["memphis"] }, ownedSite({ name: "other", displayName: 7 }))),
    ).toHaveLength(1);
  });

  test("GUAR-4: cover partner-built sites by title", () => {
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
        "GUAR-4",
        guaranteed({ sites: ["tx1"] }, partner({ kind: "leased", lease: { landlord: "L", state: "binding" } })),
      ),
    ).toEqual([]);
    expect(check("GUAR-4", guaranteed({ sites: ["tx1"] }, partner({ kind: "owned" })))).toHaveLength(1);
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

  test("are the first where none is named, if all have a date", () => {
    const begins = (id: string, rentCommencement?: string) =>
      phase(id, 100, rentCommencement === undefined ? {} : { rentCommencement });
    const until = (day: string, ...phases: Raw[]) =>
      brief(
        check(
          "CAP-1",
          fleetOf(
            leased({ phases }, { clusters: [cluster([hardwarePool({ capacity: { kind: "leased", until: day } })])] }),
          ),
        ),
      );
    expect(until("2027-01-02", begins("p1", "2027-01-01"))).toEqual([]);
    expect(until("2027-01-01", begins("p1", "2027-01-01"))).toEqual([`${path}.until 2027-01-01/2027-01-01`]);
    expect(until("2027-01-02", begins("p2", "2027-06-01"), begins("p1", "2027-01-01"))).toEqual([]);
    expect(until("2027-01-01", begins("p2", "2027-06-01"), begins("p1", "2027-01-01"))).toHaveLength(1);
    expect(until("2027-01-01", begins("p1", "2027-01-01"), begins("p2"))).toEqual([]);
  });

  test("end with the lease at the latest, where the machines are leased", () => {
    const ending = (end: string, kind = "leased") =>
      fleetOf(
        leased(
          { end, phases: [phase("p1", 100, { rentCommencement: "2027-01-01" })] },
          { clusters: [cluster([hardwarePool({ capacity: { kind, until: "2030-06-30" } })])] },
        ),
      );
    expect(check("CAP-1", ending("2030-06-30"))).toEqual([]);
    expect(brief(check("CAP-1", ending("2030-06-29")))).toEqual([`${path}.until 2030-06-30/2030-06-29`]);
    expect(check("CAP-1", ending("2030-06-29", "owned"))).toEqual([]);
  });

  test("are not asked of a site that is retired", () => {
    const old = leased(
      {},
      { retired: true, clusters: [cluster([hardwarePool({ capacity: { kind: "leased", phase: "x" } })])] },
    );
    expect(check("CAP-1", fleetOf(old))).toEqual([]);
  });
});

describe("capacity blocks and reservations on AWS", () => {
  const [one, two] = ["cr-0123456789abcdef0", "cr-0123456789abcdef1"];
  const block = (reservationId: string, end = "2026-12-15T11:30:00Z") => ({
    kind: "capacityBlock",
    zoneId: "use2-az1",
    reservationId,
    start: "2026-11-01T11:30:00Z",
    end,
  });
  const reserved = (zoneId: string, reservationId?: string) => ({
    kind: "onDemandReservation",
    zoneId,
    ...(reservationId === undefined ? {} : { reservationId }),
  });
  const pools = (...capacities: object[]) =>
    fleetOf(
      awsSite({ clusters: [cluster(capacities.map((capacity, index) => awsPool({ name: `p${index}`, capacity })))] }),
    );
  const path = "sites.rainier.clusters.train.pools";

  test("CAP-2: a block lasts until its day, and is told of on the next", () => {
    expect(check("CAP-2", pools(block(one, `${AS_OF}T00:00:00Z`)))).toEqual([]);
    expect(brief(check("CAP-2", pools(block(one, "2026-11-22T11:30:00Z"))))).toEqual([
      `warning ${path}.p0.capacity.end 2026-11-22T11:30:00Z/${AS_OF}`,
    ]);
  });

  test("CAP-3: a block is one pool's in the whole fleet", () => {
    expect(check("CAP-3", pools(block(one), block(two)))).toEqual([]);
    expect(brief(check("CAP-3", pools(block(one), block(one))))).toEqual([
      `warning ${path}.p1.capacity.reservationId ${one}/-`,
    ]);
    expect(check("CAP-3", pools(reserved("use2-az1", one), block(one)))).toHaveLength(1);
    const site = (name: string, more: object = {}) =>
      awsSite({ name, clusters: [cluster([awsPool({ capacity: block(one) })])], ...more });
    expect(check("CAP-3", fleetOf(site("a"), site("b")))).toHaveLength(1);
    expect(check("CAP-3", fleetOf(site("a", { retired: true }), site("b")))).toEqual([]);
  });

  test("CAP-3: a reservation serves many pools in its one zone", () => {
    expect(check("CAP-3", pools(reserved("use2-az1", one), reserved("use2-az1", one)))).toEqual([]);
    expect(check("CAP-3", pools(reserved("use2-az1"), reserved("use2-az2")))).toEqual([]);
    expect(brief(check("CAP-3", pools(reserved("use2-az1", one), reserved("use2-az2", one))))).toEqual([
      `${path}.p1.capacity.zoneId use2-az2/use2-az1`,
    ]);
  });
});

describe("AZ-CRG-01, capacity reservation groups", () => {
  const id =
    "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/gpu/providers/Microsoft.Compute/capacityReservationGroups/h100";
  const at = (groupId: string) =>
    brief(
      check(
        "AZ-CRG-01",
        fleetOf(
          azureSite({
            clusters: [
              cluster([azurePool({ capacity: { kind: "capacityReservation", groupId } })], { network: azureNetwork() }),
            ],
          }),
        ),
      ),
    );

  test("are named by a whole resource id, in any case", () => {
    expect(at(id)).toEqual([]);
    expect(at(id.toUpperCase())).toEqual([]);
    for (const wrong of [
      "h100",
      `${id}/x`,
      id.slice(1),
      id.replace("0000-4000", "4000"),
      id.replace("capacityReservationGroups", "hostGroups"),
    ])
      expect(at(wrong)).toEqual([`sites.iris.clusters.train.pools.h100.capacity.groupId ${wrong}/-`]);
  });
});

describe("RETIRE-1, clusters of a retired site", () => {
  const site = (more: object) =>
    fleetOf(googleSite({ retired: true, clusters: [cluster([googlePool()], { network: googleNetwork() })], ...more }));

  test("are told of on Google Cloud, where they are protected against deletion", () => {
    expect(brief(check("RETIRE-1", site({})))).toEqual(["warning sites.iowa.retired 1/0"]);
    expect(check("RETIRE-1", site({ clusters: [] }))).toEqual([]);
    expect(check("RETIRE-1", site({ retired: false }))).toEqual([]);
    expect(check("RETIRE-1", fleetOf(awsSite({ retired: true, clusters: [cluster([awsPool()])] })))).toEqual([]);
  });
});

describe("a retired site", () => {
  test("is found wanting in nothing that its machines, power, addresses or cloud would have to be", () => {
    const wrong = [
      awsSite({ network: { cidrs: ["10.0.0.0/15"] }, clusters: [cluster([awsPool({ machine: "trn9" })])] }),
      azureSite({
        name: "b",
        region: "moon",
        clusters: [
          cluster([azurePool({ count: 9999 })], {
            name: "c".repeat(63),
            network: azureNetwork({ nodes: "9.0.0.0/29" }),
          }),
        ],
      }),
      ownedSite({
        power: power(1, { meaning: "unstated" }),
        clusters: [cluster([hardwarePool({ count: 1e9, capacity: { kind: "owned" } })])],
      }),
    ];
    const rules = (retired: boolean) =>
      validateFleet(fleetOf(...wrong.map((site) => ({ ...site, retired }))), { asOf: AS_OF }).findings.map(
        ({ rule }) => rule,
      );
    expect(new Set(rules(false)).size).toBeGreaterThan(6);
    expect(rules(true)).toEqual([]);
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
