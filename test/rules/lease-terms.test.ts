import {
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
  power,
  type Raw,
  underPolicy,
  usd,
} from "./support";

const lease = "sites.colossus.lease";
const site = (terms: Raw, more: Raw = {}) => fleetOf(leasedSite(more, terms));
const from = (id: string, megawatts: number, rentCommencement: string, more: Raw = {}) =>
  phase(id, megawatts, { rentCommencement, ...more });

describe("LEASE-2, rent as the lease states it", () => {
  // 1,000 kW at $130, 3 % a year: 12 months of 130,000, then 12 of 133,900.
  const terms = (stated: Raw, more: Raw = {}) =>
    site({
      rentPerKWMonth: usd("130.00"),
      escalation: { percent: 3 },
      end: "2028-12-31",
      phases: [from("p1", 1, "2027-01-01")],
      statedRents: [{ id: "y1", from: "2027-01-01", to: "2027-12-31", ...stated }],
      ...more,
    });
  const found = (...args: Parameters<typeof terms>) => brief(check("LEASE-2", terms(...args)));
  const path = `warning ${lease}.statedRents.y1.amount`;

  test("is what its terms come to, but for a cent a month", () => {
    expect(found({ amount: usd("1560000.00") })).toEqual([]);
    expect(found({ amount: usd("1560000.12") })).toEqual([]);
    expect(found({ amount: usd("1560000.13") })).toEqual([`${path} 1560000.13/1560000.00`]);
    expect(found({ amount: usd("1559999.87") })).toEqual([`${path} 1559999.87/1560000.00`]);
  });

  test("holds each year at its own rate", () => {
    const second = { from: "2028-01-01", to: "2028-12-31" };
    expect(found({ ...second, amount: usd("1606800.00") })).toEqual([]);
    expect(found({ ...second, amount: usd("1560000.00") })).toEqual([`${path} 1560000.00/1606800.00`]);
  });

  test("takes a floor for a floor, and 5 % of about", () => {
    const bound = (amount: string, kind: string) => found({ amount: { ...usd(amount), bound: kind } });
    expect(bound("1000000.00", "atLeast")).toEqual([]);
    expect(bound("1560000.13", "atLeast")).toHaveLength(1);
    expect(bound("1560000.00", "about")).toEqual([]);
    // 1,485,715 x 1.05 is just above 1,560,000
    expect(bound("1485715.00", "about")).toEqual([]);
    expect(bound("1485714.00", "about")).toHaveLength(1);
  });

  test("knows the premises of which it speaks, and days in order", () => {
    expect(found({ amount: usd("1560000.00"), premises: "p1" })).toEqual([]);
    expect(found({ amount: usd("1560000.00"), premises: "p2" })).toEqual([`${lease}.statedRents.y1.premises p2/-`]);
    expect(found({ amount: usd("1.00"), to: "2026-12-31" })).toEqual([
      `${lease}.statedRents.y1.to 2026-12-31/2027-01-01`,
    ]);
  });

  test("says nothing where rent is not known", () => {
    expect(found({ amount: usd("1.00") }, { rentPerKWMonth: undefined })).toEqual([]);
  });
});

describe("LEASE-4, premises", () => {
  const premises = (list: Raw[], more: Raw = {}, parts: Raw[] = [phase("p1", 10)]) =>
    site({ premises: list, phases: parts }, { halls: [{ name: "h1", criticalItMW: 6 }], ...more });
  const found = (...args: Parameters<typeof premises>) => brief(check("LEASE-4", premises(...args)));

  test("lie in a phase and a hall that are there", () => {
    expect(found([{ id: "a", phase: "p1", hall: "h1" }])).toEqual([]);
    expect(found([{ id: "a", phase: "p9", hall: "h9" }])).toEqual([
      `${lease}.premises.a.hall h9/-`,
      `${lease}.premises.a.phase p9/-`,
    ]);
  });

  test("contract what their phase brings, and no kilowatt more", () => {
    const two = (kW: number) => [
      { id: "a", phase: "p1", contractedKW: 4000 },
      { id: "b", phase: "p1", contractedKW: kW },
    ];
    expect(found(two(6000))).toEqual([]);
    expect(found(two(6001))).toEqual([`${lease}.premises 10001/10000`]);
    const floor = [phase("p1", 0, { power: power(10, { bound: "atLeast" }) })];
    expect(found(two(6001), {}, floor)).toEqual([`warning ${lease}.premises 10001/10000`]);
    expect(found([], {}, [phase("p1", 10, { contractedKW: 10_000 })])).toEqual([]);
    expect(found([], {}, [phase("p1", 10, { contractedKW: 10_001 })])).toEqual([
      `${lease}.phases.p1.contractedKW 10001/10000`,
    ]);
  });
});

describe("LEASE-5, rent said once", () => {
  const found = (terms: Raw) => brief(check("LEASE-5", site(terms)));

  test("by one rate at each place", () => {
    expect(found({ rentPerKWMonth: usd("1.00") })).toEqual([]);
    expect(found({ rentPerKWMonth: usd("1.00"), rentPerMonth: usd("1.00") })).toEqual([`${lease}.rentPerMonth -/-`]);
    expect(
      found({ phases: [phase("p1", 1, { rentPerMonth: usd("1.00"), rentPerAcceleratorHour: usd("1.00") })] }),
    ).toEqual([`${lease}.phases.p1.rentPerAcceleratorHour -/-`]);
  });

  test("for a whole that is one", () => {
    expect(found({ rentPerMonth: usd("1.00"), phases: [phase("p1", 1)] })).toEqual([]);
    expect(found({ rentPerMonth: usd("1.00"), phases: [phase("p1", 1), phase("p2", 1)] })).toEqual([
      `${lease}.rentPerMonth 2/1`,
    ]);
  });

  test("from one day, or one milestone that has a day", () => {
    const on = { rentCommencementOn: { milestone: "readyForService" } };
    const milestones = { readyForService: { forecast: "2027-01-01" } };
    expect(found({ phases: [phase("p1", 1, { ...on, milestones })] })).toEqual([]);
    expect(found({ phases: [phase("p1", 1, { ...on, milestones, rentCommencement: "2027-01-01" })] })).toEqual([
      `${lease}.phases.p1.rentCommencementOn 2027-01-01/-`,
    ]);
    expect(found({ phases: [phase("p1", 1, on)] })).toEqual([
      `warning ${lease}.phases.p1.rentCommencementOn readyForService/-`,
    ]);
  });

  test("with a first step where the day is fixed, and only there", () => {
    const escalation = (more: Raw) => found({ escalation: { percent: 3, ...more } });
    expect(escalation({})).toEqual([]);
    expect(escalation({ day: "fixedDate", firstStep: "2027-01-01" })).toEqual([]);
    expect(escalation({ day: "fixedDate" })).toEqual([`${lease}.escalation.firstStep nothing/-`]);
    expect(escalation({ firstStep: "2027-01-01" })).toEqual([`${lease}.escalation.firstStep 2027-01-01/-`]);
  });

  test("in options and pass-through, too", () => {
    const option = (more: Raw) => found({ extensionOptions: [{ id: "o1", months: 60, ...more }] });
    expect(option({})).toEqual([]);
    expect(option({ rentBasis: "fixed", rentPerKWMonth: usd("1.00") })).toEqual([]);
    expect(option({ rentBasis: "fixed" })).toEqual([`${lease}.extensionOptions.o1.rentBasis fixed/-`]);
    expect(option({ rentPerKWMonth: usd("1.00") })).toEqual([`${lease}.extensionOptions.o1.rentBasis continued/-`]);
    const passed = (more: Raw) => found({ passThrough: [{ id: "x", what: "taxes", kind: "fixed", ...more }] });
    expect(passed({ perMonth: usd("1.00") })).toEqual([]);
    expect(passed({})).toEqual([`${lease}.passThrough.x.perMonth -/-`]);
    expect(passed({ what: "power", kind: "metered" })).toEqual([`warning ${lease}.passThrough.x.pueCap -/-`]);
  });
});

describe("LEASE-6, ways out", () => {
  const right = (more: Raw) => ({ terminationRights: [{ party: "landlord", noticeDays: 90, ...more }] });
  // 90 days from 2026-11-23 are 2027-02-21.
  const pools = (until?: string) => ({
    clusters: [cluster([hardwarePool({ capacity: { kind: "leased", ...(until === undefined ? {} : { until }) } })])],
  });
  const found = (terms: Raw, more: Raw = pools()) =>
    brief(check("LEASE-6", site({ end: "2030-12-31", phases: [from("p1", 100, "2026-05-01")], ...terms }, more)));
  const path = `warning ${lease}.terminationRights`;

  test("of the landlord come no earlier than the machines leave", () => {
    expect(found(right({}), pools("2027-02-21"))).toEqual([]);
    expect(found(right({}), pools("2027-02-22"))).toEqual([`${path} 2027-02-22/2027-02-21`]);
    expect(found(right({}))).toEqual([`${path} 2030-12-31/2027-02-21`]);
    expect(found({ ...right({}), end: undefined })).toEqual([`${path} no end/2027-02-21`]);
    expect(found(right({ endsNotBefore: "2030-12-31" }))).toEqual([]);
  });

  test("of oneself, on a condition, of a lease not signed, or without machines say nothing", () => {
    expect(found(right({ party: "tenant" }))).toEqual([]);
    expect(found(right({ mutual: true }))).toHaveLength(1);
    expect(found(right({ condition: "a flood" }))).toEqual([]);
    expect(found({ ...right({}), state: "exclusive" })).toEqual([]);
    expect(found(right({}), {})).toEqual([]);
  });

  test("can be used", () => {
    expect(found(right({ from: "2027-01-01", until: "2027-01-01" }), {})).toEqual([]);
    expect(found(right({ from: "2027-01-02", until: "2027-01-01" }), {})).toEqual([
      `${lease}.terminationRights[0].until 2027-01-01/2027-01-02`,
    ]);
    expect(found(right({ id: "late", endsNotBefore: "2031-01-01" }), {})).toEqual([
      `warning ${lease}.terminationRights.late.endsNotBefore 2031-01-01/2030-12-31`,
    ]);
  });
});

describe("TIME-2, options", () => {
  // The term ends on 2027-12-31; twelve months of notice make 2026-12-31.
  const option = (more: Raw) => ({ id: "o1", months: 60, noticeMonths: 12, ...more });
  const found = (options: Raw[], more: Raw = {}) =>
    brief(
      check(
        "TIME-2",
        site({ end: "2027-12-31", phases: [from("p1", 1, "2023-01-01")], extensionOptions: options, ...more }),
      ),
    );
  const path = `${lease}.extensionOptions.o1`;

  test("lapse on the day after the last of notice", () => {
    // As of 2026-11-23: notice 403 days before 2027-12-31 is due that day
    const due = (noticeDays: number) => found([option({ noticeMonths: 0, noticeDays })]);
    expect(due(403)).toEqual([`note ${path} 2026-11-23/2026-11-23`]);
    expect(due(404)).toEqual([`warning ${path} 2026-11-23/2026-11-22`]);
    // 180 days ahead is soon, 181 is not
    expect(due(223)).toEqual([`note ${path} 2026-11-23/2027-05-22`]);
    expect(due(222)).toEqual([]);
  });

  test("are called due as early as the policy wants", () => {
    const options = [option({ noticeMonths: 0, noticeDays: 222 })];
    const terms = site({ end: "2027-12-31", phases: [from("p1", 1, "2023-01-01")], extensionOptions: options });
    const due = (noticeDueDays: number) => brief(check("TIME-2", underPolicy(terms, { noticeDueDays })));
    // Notice is due in 181 days.
    expect(due(180)).toEqual([]);
    expect(due(181)).toEqual([`note ${path} 2026-11-23/2027-05-23`]);
  });

  test("are exercised between the first day of notice and the last, and not in the future", () => {
    const exercised = (day: string, more: Raw = {}) => found([option({ noticeMonths: 24, ...more, exercised: day })]);
    expect(exercised("2025-12-31")).toEqual([]);
    expect(exercised("2026-01-01")).toEqual([`${path}.exercised 2026-01-01/2025-12-31`]);
    expect(exercised("2025-06-30", { earliestNoticeMonths: 30 })).toEqual([]);
    expect(exercised("2025-06-29", { earliestNoticeMonths: 30 })).toEqual([`${path}.exercised 2025-06-29/2025-06-30`]);
    expect(exercised("2026-11-24", { noticeMonths: 1 })).toEqual([`${path}.exercised 2026-11-24/2026-11-23`]);
  });

  test("follow one another", () => {
    const second = { id: "o2", months: 60, noticeMonths: 12, exercised: "2026-01-01" };
    expect(found([option({ exercised: "2026-01-01" }), second])).toEqual([]);
    expect(found([option({}), second])).toEqual([
      `${lease}.extensionOptions.o2.exercised 2026-01-01/-`,
      `note ${path} 2026-11-23/2026-12-31`,
    ]);
  });

  test("of a term that has no end cannot be told", () => {
    expect(found([option({})], { end: undefined })).toHaveLength(1);
    expect(found([option({})], { end: undefined, state: "proposed" })).toEqual([]);
  });
});

describe("TIME-6, what a milestone follows", () => {
  const owned = (milestones: Raw, more: Raw = {}) =>
    fleetOf(ownedSite({ phases: [phase("p1", 1, { milestones }), phase("p2", 1)], ...more }));
  const path = "sites.abilene.phases.p1.milestones.utility";
  const found = (...args: Parameters<typeof owned>) => brief(check("TIME-6", owned(...args)));

  test("is there, is one thing, and is not itself", () => {
    expect(found({ permit: { contract: "2026-01-01" }, utility: { follows: { milestone: "permit" } } })).toEqual([]);
    expect(found({ utility: { follows: { milestone: "permit", phase: "p9" } } })).toEqual([
      `${path}.follows permit of phase p9/-`,
    ]);
    expect(found({ utility: { follows: { days: 3 } } })).toEqual([`${path}.follows -/-`]);
    expect(found({ utility: { follows: { milestone: "utility" } } })).toEqual([
      `${path}.follows utility of phase p1 -> utility of phase p1/-`,
    ]);
  });

  test("is not looked for where it was left out for its form", () => {
    expect(
      checkDespite(
        "TIME-6",
        owned({ utility: { follows: { utility: "grid", step: "s1" } } }, { utilities: [{ name: "grid" }] }),
      ),
    ).toEqual([]);
  });

  test("is not overtaken by a forecast that nobody moved", () => {
    const utility = (forecast: string) => ({
      permit: { actual: "2026-10-01" },
      utility: { forecast, follows: { milestone: "permit", days: 30 } },
    });
    expect(found(utility("2026-10-31"))).toEqual([]);
    expect(found(utility("2026-10-30"))).toEqual([`warning ${path}.forecast 2026-10-30/2026-10-31`]);
  });
});

describe("currencies of a lease", () => {
  test("X-CUR: looks at every amount of it", () => {
    expect(check("X-CUR", site({ rentPerKWMonth: usd("1.00") }))).toEqual([]);
    const other = { phases: [phase("p1", 1, { rentPerKWMonth: usd("1.00", "EUR") })], rentPerKWMonth: usd("1.00") };
    expect(check("X-CUR", site(other))).toHaveLength(1);
    expect(
      check(
        "X-CUR",
        fleet({ sites: [leasedSite({}, { terminationFee: usd("1.00", "GBP"), rentPerMonth: usd("1.00") })] }),
      ),
    ).toHaveLength(1);
  });
});

describe("LEASE-7, rent that can be computed", () => {
  const found = (terms: Raw, more: Raw = {}) => brief(check("LEASE-7", site(terms, more)));
  const rate = { rentPerKWMonth: usd("130.00") };

  test("has a day, a rate and a quantity for each premises", () => {
    expect(found({ ...rate, end: "2030-01-01", phases: [from("p1", 1, "2027-01-01")] })).toEqual([]);
    expect(found({ ...rate, phases: [from("p1", 1, "2027-01-01"), phase("p2", 1)] })).toEqual([
      `warning ${lease}.phases.p2 commencement/-`,
    ]);
    const utility = { power: power(1, { meaning: "utility" }) };
    expect(found({ ...rate, phases: [from("p1", 1, "2027-01-01", utility)] })).toEqual([
      `warning ${lease}.phases.p1 power/-`,
    ]);
    const premises = [
      { id: "a", phase: "p1", contractedKW: 1 },
      { id: "b", phase: "p1" },
    ];
    expect(found({ ...rate, premises, phases: [from("p1", 1, "2027-01-01")] })).toEqual([
      `warning ${lease}.premises.b power/-`,
    ]);
  });

  test("is not asked where no rate is stated, or nothing is signed", () => {
    expect(found({ phases: [phase("p1", 1)] })).toEqual([]);
    expect(found({ ...rate, state: "proposed", phases: [from("p1", 1, "2027-01-01"), phase("p2", 1)] })).toEqual([]);
  });
});

describe("LEASE-8, conditions", () => {
  const found = (condition: Raw, state = "signedWithConditions") =>
    brief(check("LEASE-8", site({ state, conditions: [{ id: "permit", what: "the air permit", ...condition }] })));
  const path = `${lease}.conditions.permit`;

  test("are met by their day, and open until then", () => {
    expect(found({ by: "2026-11-23" })).toEqual([]);
    expect(found({ by: "2026-11-22" })).toEqual([`warning ${path}.by 2026-11-23/2026-11-22`]);
    expect(found({ by: "2026-11-22", met: "2026-11-22" })).toEqual([]);
    expect(found({ by: "2026-11-21", met: "2026-11-22" })).toEqual([`warning ${path}.met 2026-11-22/2026-11-21`]);
    expect(found({ met: "2026-11-24" })).toEqual([`${path}.met 2026-11-24/2026-11-23`]);
  });

  test("are met once the lease binds", () => {
    expect(found({ met: "2026-01-01" }, "binding")).toEqual([]);
    expect(found({}, "binding")).toEqual([`warning ${lease}.state binding/signedWithConditions`]);
    expect(found({}, "proposed")).toEqual([]);
  });
});

describe("LEASE-9, rent of a usual order", () => {
  const found = (amount: string, scope = "turnkey") =>
    brief(check("LEASE-9", site({ rentPerKWMonth: usd(amount) }, { scope })));

  test("lies in a wide band, its ends included", () => {
    expect(found("20.00")).toEqual([]);
    expect(found("600.00")).toEqual([]);
    expect(found("19.99")).toEqual([`warning ${lease}.phases.p1 19.99/20`]);
    expect(found("600.01")).toEqual([`warning ${lease}.phases.p1 600.01/600`]);
  });

  test("the band is the policy's", () => {
    const of = (amount: string, policy: Raw) =>
      brief(check("LEASE-9", underPolicy(site({ rentPerKWMonth: usd(amount) }, { scope: "turnkey" }), policy)));
    expect(of("19.99", { leastRentPerKWMonth: 19.99 })).toEqual([]);
    expect(of("19.99", { leastRentPerKWMonth: 20.01 })).toEqual([`warning ${lease}.phases.p1 19.99/20.01`]);
    expect(of("600.01", { mostRentPerKWMonth: 600.01 })).toEqual([]);
    expect(of("150.00", { mostRentPerKWMonth: 149 })).toEqual([`warning ${lease}.phases.p1 150/149`]);
  });

  test("is another where machines are leased with it", () => {
    expect(found("4000.00", "compute")).toEqual([]);
  });
});
