import {
  AS_OF,
  brief,
  check,
  checkDespite,
  cluster,
  fleetOf,
  hardwarePool,
  leasedSite,
  phase,
  power,
  type Raw,
} from "./support";

const phases = "sites.colossus.lease.phases";
const leased = (lease: object, more: object = {}) => leasedSite({ ...more }, { ...lease });
const timed = (milestones: object, more: object = {}) =>
  fleetOf(leased({ phases: [phase("p1", 100, { milestones, ...more })] }));

describe("TIME-1, order of milestones", () => {
  const pair = (earlier: object, later: object) =>
    brief(check("TIME-1", timed({ utility: earlier, acceptance: later })));

  test("takes two milestones of one day, and not a later before an earlier one", () => {
    expect(pair({ contract: "2027-03-01" }, { contract: "2027-03-01" })).toEqual([]);
    expect(pair({ contract: "2027-03-01" }, { contract: "2027-02-28" })).toEqual([
      `${phases}.p1.milestones.acceptance.contract 2027-02-28/2027-03-01`,
    ]);
  });

  test("compares what happened, else what is expected, else what was agreed", () => {
    expect(pair({ contract: "2027-03-01", forecast: "2027-05-01" }, { contract: "2027-04-01" })).toEqual([
      `${phases}.p1.milestones.acceptance.contract 2027-04-01/2027-05-01`,
    ]);
    expect(
      pair({ contract: "2027-03-01", actual: "2026-05-01" }, { contract: "2027-04-01", forecast: "2026-06-01" }),
    ).toEqual([]);
  });

  test("reports an order that was agreed wrongly even where the expectation is right", () => {
    expect(
      pair({ contract: "2027-03-01", forecast: "2027-01-01" }, { contract: "2027-02-01", forecast: "2027-02-01" }),
    ).toEqual([`${phases}.p1.milestones.acceptance.contract 2027-02-01/2027-03-01`]);
  });

  test("holds each milestone against the latest before it", () => {
    const raw = timed({
      permit: { contract: "2027-05-01" },
      utility: { contract: "2027-03-01" },
      integratedTest: { contract: "2027-04-01" },
      readyForService: { contract: "2027-05-01" },
    });
    expect(check("TIME-1", raw).map((finding) => finding.path)).toEqual([
      `${phases}.p1.milestones.integratedTest.contract`,
      `${phases}.p1.milestones.utility.contract`,
    ]);
  });
});

describe("TIME-5, rent before power", () => {
  const rent = (rentCommencement: string) =>
    timed({ readyForService: { contract: "2027-01-01", forecast: "2027-03-01" } }, { rentCommencement });

  test("takes rent on the day the power is ready and warns of the day before", () => {
    expect(check("TIME-5", rent("2027-03-01"))).toEqual([]);
    expect(brief(check("TIME-5", rent("2027-02-28")))).toEqual([
      `warning ${phases}.p1.rentCommencement 2027-02-28/2027-03-01`,
    ]);
  });
});

describe("TIME-3, what has happened", () => {
  test("takes today and not tomorrow", () => {
    expect(check("TIME-3", timed({ permit: { actual: AS_OF } }))).toEqual([]);
    expect(brief(check("TIME-3", timed({ permit: { actual: "2026-11-24" } })))).toEqual([
      `${phases}.p1.milestones.permit.actual 2026-11-24/${AS_OF}`,
    ]);
    expect(check("TIME-3", timed({ permit: { forecast: "2026-11-24" } }))).toEqual([]);
  });
});

describe("TIME-4, end of a lease", () => {
  const ending = (end: string) =>
    fleetOf(leased({ signed: "2026-01-01", end, phases: [phase("p1", 1, { rentCommencement: "2026-05-01" })] }));

  test("comes after signing and after each rent begins", () => {
    expect(check("TIME-4", ending("2026-05-02"))).toEqual([]);
    expect(brief(check("TIME-4", ending("2026-05-01")))).toEqual(["sites.colossus.lease.end 2026-05-01/2026-05-01"]);
    expect(brief(check("TIME-4", ending("2026-01-01")))).toEqual([
      "sites.colossus.lease.end 2026-01-01/2026-01-01",
      "sites.colossus.lease.end 2026-01-01/2026-05-01",
    ]);
  });
});

describe("LEASE-1, sum of the phases", () => {
  const site = (stated: Raw, ...parts: Raw[]) => fleetOf(leasedSite({ power: stated }, { phases: parts }));
  const found = (stated: Raw, ...parts: Raw[]) => brief(check("LEASE-1", site(stated, ...parts)));
  const wrong = (observed: number, limit: number) => [`sites.colossus.power ${observed}/${limit}`];
  const atLeast = { bound: "atLeast" };

  test("takes a tenth of a megawatt more or less", () => {
    expect(found(power(300), phase("p1", 100), phase("p2", 200))).toEqual([]);
    expect(found(power(300), phase("p1", 100), phase("p2", 200.1))).toEqual([]);
    expect(found(power(300), phase("p1", 100), phase("p2", 200.2))).toEqual(wrong(300.2, 300));
    expect(found(power(300), phase("p1", 100), phase("p2", 199.9))).toEqual([]);
    expect(found(power(300), phase("p1", 100), phase("p2", 199.8))).toEqual(wrong(299.8, 300));
  });

  test("takes more than a floor, and as much as a floor of the phases allows", () => {
    expect(found(power(300, atLeast), phase("p1", 400))).toEqual([]);
    expect(found(power(300, atLeast), phase("p1", 299))).toEqual(wrong(299, 300));
    expect(found(power(300), { id: "p1", power: power(200, atLeast) })).toEqual([]);
    expect(found(power(300), { id: "p1", power: power(301, atLeast) })).toEqual(wrong(301, 300));
    expect(found(power(300, { bound: "atMost" }), phase("p1", 250))).toEqual([]);
    expect(found(power(300, { bound: "about" }), phase("p1", 250))).toEqual([]);
  });

  test("compares figures of one meaning only", () => {
    expect(found(power(300, { meaning: "utility" }), phase("p1", 200))).toEqual([]);
    expect(found(power(300, { meaning: "unstated", countedAs: "criticalIT" }), phase("p1", 200))).toEqual(
      wrong(200, 300),
    );
    expect(
      found(power(300, { meaning: "unstated" }), { id: "p1", power: power(200, { meaning: "unstated" }) }),
    ).toEqual(wrong(200, 300));
  });

  test("does not add up phases of which one was left out", () => {
    expect(checkDespite("LEASE-1", site(power(300), phase("p1", 100), phase("p2", -200)))).toEqual([]);
  });
});

describe("LEASE-3, state of a lease", () => {
  const state = (name: string, rentCommencement?: string, more: object = {}) =>
    fleetOf(
      leased(
        { state: name, phases: [phase("p1", 1, rentCommencement === undefined ? {} : { rentCommencement })] },
        more,
      ),
    );

  test("has commenced once a phase pays rent", () => {
    expect(check("LEASE-3", state("commenced", AS_OF))).toEqual([]);
    expect(brief(check("LEASE-3", state("commenced", "2026-11-24")))).toEqual([
      "warning sites.colossus.lease.state commenced/-",
    ]);
    expect(check("LEASE-3", state("commenced"))).toHaveLength(1);
    expect(check("LEASE-3", state("binding"))).toEqual([]);
  });

  test("has not commenced once it has ended", () => {
    const ending = (end: string, name = "commenced") =>
      fleetOf(leased({ state: name, end, phases: [phase("p1", 1, { rentCommencement: "2020-01-01" })] }));
    expect(check("LEASE-3", ending(AS_OF))).toEqual([]);
    expect(brief(check("LEASE-3", ending("2026-11-22")))).toEqual([
      "warning sites.colossus.lease.state commenced/2026-11-22",
    ]);
    expect(check("LEASE-3", ending("2026-11-22", "ended"))).toEqual([]);
  });

  test("has not ended while machines stand there", () => {
    const clusters = [cluster([hardwarePool()])];
    expect(check("LEASE-3", state("ended"))).toEqual([]);
    expect(brief(check("LEASE-3", state("ended", AS_OF, { clusters })))).toEqual([
      "sites.colossus.lease.state ended/-",
    ]);
    expect(check("LEASE-3", state("ended", AS_OF, { clusters, retired: true }))).toEqual([]);
  });
});
