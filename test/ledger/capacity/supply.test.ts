import { capacityReport, powerSupplyOf, stepAt } from "../../../constructs/ledger/capacity";
import { awsPool, awsSite, power } from "../../rules/support";
import { brief, built, cloud, leasedSite as leased, optionsFor, supply } from "./support";

const lines = (site: ReturnType<typeof cloud>, asOf?: string) => supply({ sites: [site] }, asOf).lines.map(brief);

describe("machines of a cloud", () => {
  test("are there always without a term, and as sure as their contract", () => {
    const reservation = { kind: "onDemandReservation", zoneId: "use2-az1" };
    expect(
      lines(cloud({ count: 8 }, { count: 8, capacity: reservation }, { count: 8, capacity: { kind: "spot" } })),
    ).toEqual([".. conditional 128", ".. firm 128", ".. terminable 128"]);
  });

  test("of a capacity block are there up to the instant at which it ends", () => {
    const capacity = {
      kind: "capacityBlock",
      zoneId: "use2-az1",
      reservationId: "cr-0123456789abcdef0",
      start: "2026-12-01T11:30:00Z",
      end: "2026-12-08T11:30:00Z",
    };
    expect(lines(cloud({ count: 4, capacity }))).toEqual([
      "2026-12-01T11:30:00.000Z..2026-12-08T11:30:00.000Z firm 64",
    ]);
  });

  test("have the term that is said, as sure as its state; of what has ended nothing is left", () => {
    const term = (state: string) => ({
      contract: "big",
      state,
      from: "2027-01-01T00:00:00Z",
      until: "2028-01-01T06:00:00Z",
    });
    const capacity = { kind: "onDemandReservation", zoneId: "use2-az1" };
    const states = ["proposed", "exclusive", "signedWithConditions", "binding", "commenced", "ended"];
    expect(lines(cloud(...states.map((state) => ({ count: 1, capacity, term: term(state) }))))).toEqual(
      ["preliminary", "preliminary", "conditional", "firm", "firm"].map(
        (commitment) => `2027-01-01T00:00:00.000Z..2028-01-01T06:00:00.000Z ${commitment} 16`,
      ),
    );
  });

  test("that are retired, alone or with their cluster, count for nothing", () => {
    const clusters = [
      { name: "a", pools: [{ ...awsPool({ name: "p" }) }, { ...awsPool({ name: "r", count: 7 }), retired: true }] },
      { name: "b", retired: true, pools: [awsPool({ name: "p", count: 100 })] },
    ];
    expect(supply({ sites: [awsSite({ clusters })] }).lines.map(brief)).toEqual([".. conditional 16"]);
  });

  test("count under their agreement, else under their reservation", () => {
    const capacity = { kind: "onDemandReservation", zoneId: "use2-az1", reservationId: "cr-0123456789abcdef0" };
    const { lines: found } = supply({ sites: [cloud({ capacity }, { capacity, term: { contract: "big" } }, {})] });
    expect(found.map(({ contract }) => contract)).toEqual(["cr-0123456789abcdef0", "big", "rainier.train.p2"]);
    expect(found[0]).toMatchObject({
      provider: "Amazon",
      counterparty: "Amazon",
      jurisdiction: "US",
      basis: "assumed",
      bound: "exact",
    });
  });
});

describe("machines of a leased site", () => {
  test("come with their phase and go with the lease: its last day is still one of them", () => {
    expect(lines(leased({ end: "2028-02-29" }))).toEqual([
      "2026-06-01T00:00:00.000Z..2028-03-01T00:00:00.000Z firm 80",
    ]);
  });

  test("are the landlord's to end from its first exit on, seen from the day asked about", () => {
    const right = { id: "r", party: "landlord", noticeDays: 90 };
    // Notice on 2027-01-01; 30 days of January, 28 of February and 31 of March are 89 days to 2027-03-31, so the ninetieth is 2027-04-01.
    expect(lines(leased({ end: "2028-12-31", terminationRights: [right] }), "2027-01-01")).toEqual([
      "2026-06-01T00:00:00.000Z..2027-04-02T00:00:00.000Z firm 80",
      "2027-04-02T00:00:00.000Z..2029-01-01T00:00:00.000Z terminable 80",
    ]);
    const own = { ...right, party: "tenant" };
    expect(lines(leased({ end: "2028-12-31", terminationRights: [own] }), "2027-01-01")).toHaveLength(1);
  });

  test("are optional after an option that is not exercised, and gone once it can no longer be", () => {
    const option = { id: "o", months: 12, noticeMonths: 6 };
    const lease = { end: "2028-12-31", extensionOptions: [option] };
    expect(lines(leased(lease), "2028-06-30")).toEqual([
      "2026-06-01T00:00:00.000Z..2029-01-01T00:00:00.000Z firm 80",
      "2029-01-01T00:00:00.000Z..2030-01-01T00:00:00.000Z optional 80",
    ]);
    expect(lines(leased(lease), "2028-07-01")).toHaveLength(1);
    const exercised = { ...lease, extensionOptions: [{ ...option, exercised: "2028-01-15" }] };
    expect(lines(leased(exercised), "2028-07-01")).toEqual([
      "2026-06-01T00:00:00.000Z..2030-01-01T00:00:00.000Z firm 80",
    ]);
  });

  test("are as sure as the lease is signed, and not there once it has ended", () => {
    const stateOf = (state: string) =>
      supply({ sites: [leased({ state, end: "2030-12-31" })] }).lines.map(({ commitment }) => commitment);
    expect(stateOf("proposed")).toEqual(["preliminary"]);
    expect(stateOf("signedWithConditions")).toEqual(["conditional"]);
    expect(stateOf("binding")).toEqual(["firm"]);
    expect(stateOf("ended")).toEqual([]);
  });

  test("that are ordered are no surer than their order, come when they are commissioned, and leave when they are removed", () => {
    const deployment = (state: string) => ({
      deployments: [
        {
          name: "d",
          phase: "p1",
          state,
          pools: [{ name: "train.h100", count: 4 }],
          milestones: { commissioned: { forecast: "2026-09-01" }, removed: { forecast: "2029-07-01" } },
        },
      ],
    });
    expect(lines(leased({ end: "2030-12-31" }, deployment("proposed")))).toEqual([
      "2026-09-01T00:00:00.000Z..2029-07-01T00:00:00.000Z preliminary 32",
      "2026-06-01T00:00:00.000Z..2031-01-01T00:00:00.000Z firm 48",
    ]);
  });

  test("go with their own phase, where the term runs from the rent of each", () => {
    const phase = (id: string, day: string) => ({
      id,
      power: power(3),
      milestones: { readyForService: { contract: day } },
      rentCommencement: day,
    });
    const lease = {
      termMonths: 24,
      termFrom: "eachRent",
      phases: [phase("p1", "2026-01-01"), phase("p2", "2027-01-01")],
    };
    const pool = (name: string, count: number) => ({
      name,
      machine: "dgx-h100",
      count,
      capacity: { kind: "leased", phase: name },
    });
    const clusters = [{ name: "train", purpose: "training", pools: [pool("p1", 10), pool("p2", 20)] }];
    expect(lines(leased(lease, { clusters }))).toEqual([
      "2026-01-01T00:00:00.000Z..2028-01-01T00:00:00.000Z firm 80",
      "2027-01-01T00:00:00.000Z..2029-01-01T00:00:00.000Z firm 160",
    ]);
  });

  test("without a day count at no time, and are told", () => {
    const lease = { phases: [{ id: "p1", power: power(5) }], end: "2030-12-31" };
    const { lines: found, undated } = supply({ sites: [leased(lease)] });
    expect(found).toEqual([]);
    expect(undated).toMatchObject([{ site: "memphis", accelerators: 80, commitment: "firm" }]);
  });
});

describe("power", () => {
  test("that nobody states makes a floor of what it is part of, and is named", () => {
    const unstated = {
      id: "p2",
      power: { ...power(10), meaning: "unstated" },
      milestones: { readyForService: { actual: "2026-01-01" } },
    };
    const stated = { id: "p1", power: power(5), milestones: { readyForService: { actual: "2026-01-01" } } };
    const spec = built({ sites: [cloud({ count: 1 }), leased({ end: "2028-12-31", phases: [stated, unstated] })] });
    const { power: found } = capacityReport(spec, { ...optionsFor(spec), asOf: "2027-01-01", by: "site" });
    const { value, bound } = stepAt(found.criticalIT, Date.UTC(2027, 0, 1));
    expect([value, bound]).toEqual([5, "atLeast"]);
    expect(found.groups.map(({ name, criticalIT }) => [name, stepAt(criticalIT, Date.UTC(2027, 0, 1)).bound])).toEqual([
      ["rainier", "atLeast"],
      ["memphis", "atLeast"],
    ]);
    expect(found.uncounted.map(({ site, phase, figure }) => [site, phase, figure?.valueMW])).toEqual([
      ["rainier", undefined, undefined],
      ["memphis", "p2", 10],
    ]);
    // Of the site that states all of its critical power alone the total is exact.
    const sure = built({ sites: [leased({ end: "2028-12-31", phases: [stated] })] });
    const total = capacityReport(sure, { ...optionsFor(sure), asOf: "2027-01-01" }).power.criticalIT;
    expect(stepAt(total, Date.UTC(2027, 0, 1))).toMatchObject({ value: 5, bound: "exact" });
  });

  test("is split by contract: the lease of a site, the one agreement of a cloud's, and all of several together", () => {
    const term = (contract: string, from: string, until: string) => ({ contract, state: "binding", from, until });
    const pools = [
      { count: 1, term: term("first", "2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z") },
      { count: 1, term: term("second", "2027-07-01T00:00:00Z", "2028-07-01T00:00:00Z") },
    ];
    const figure = { valueMW: 2, meaning: "criticalIT", basis: "reported", source: "a report" };
    const spec = built({ sites: [{ ...cloud(...pools), power: figure }, leased({ end: "2028-12-31" })] });
    const { lines } = powerSupplyOf(spec.sites, optionsFor(spec));
    const day = (instant: number | undefined) =>
      instant === undefined ? "" : new Date(instant).toISOString().slice(0, 10);
    const critical = lines.filter(({ meaning }) => meaning === "criticalIT");
    expect(
      critical.map(({ contract, from, until, value }) => `${contract} ${day(from)}..${day(until)} ${value}`),
    ).toEqual([
      "first 2027-01-01..2027-07-01 2",
      "contracts of rainier 2027-07-01..2028-01-01 2",
      "second 2028-01-01..2028-07-01 2",
      "lease of memphis 2026-06-01..2029-01-01 5",
    ]);
    const { power: split } = capacityReport(spec, { ...optionsFor(spec), asOf: "2027-01-01", by: "contract" });
    expect(split.groups.map(({ name }) => name)).toEqual([
      "first",
      "contracts of rainier",
      "second",
      "lease of memphis",
    ]);
  });
});
