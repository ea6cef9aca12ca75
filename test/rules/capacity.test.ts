import { awsPool, awsSite, brief, check, fleet, type Raw, underPolicy } from "./support";

const block = (start: string, end: string, id: string): Raw =>
  awsPool({
    name: `b${id}`,
    count: 1,
    capacity: {
      kind: "capacityBlock",
      zoneId: "use2-az1",
      reservationId: `cr-0123456789abcde${id}`,
      start: `2027-01-${start}:00Z`,
      end: `2027-01-${end}:00Z`,
    },
  });
const blocks = (...pools: readonly Raw[]): Raw => fleet({ sites: [awsSite({ clusters: [{ name: "train", pools }] })] });

describe("CAP-4, contracts that follow each other", () => {
  test("leave no gap, not even of a minute", () => {
    expect(check("CAP-4", blocks(block("01T11:30", "08T11:30", "f0"), block("08T11:30", "15T11:30", "f1")))).toEqual(
      [],
    );
    const [found] = check("CAP-4", blocks(block("08T11:31", "15T11:30", "f1"), block("01T11:30", "08T11:30", "f0")));
    expect(found).toMatchObject({
      severity: "warning",
      path: "sites.rainier.clusters.train.pools.bf1",
      observed: "2027-01-08T11:31Z",
      limit: "2027-01-08T11:30Z",
    });
    expect(found?.message).toContain("for 0.02 hours");
    expect(found?.message).not.toContain("\n");
  });

  test("of another cluster stand for nothing", () => {
    const clusters = [
      { name: "a", pools: [block("01T11:30", "08T11:30", "f0")] },
      { name: "b", pools: [block("10T11:30", "15T11:30", "f1")] },
    ];
    expect(check("CAP-4", fleet({ sites: [awsSite({ clusters })] }))).toEqual([]);
  });
});

describe("CAP-4, contracts without an end or a beginning", () => {
  const term = (name: string, more: Raw): Raw =>
    awsPool({ name, count: 1, term: { contract: `${name}\nerror forged`, ...more } });

  test("have a gap between them, unless something is always there", () => {
    const pools = [term("a", { until: "2027-01-01T00:00:00Z" }), term("b", { from: "2027-02-01T00:00:00Z" })];
    const [found] = check("CAP-4", blocks(...pools));
    // January has 31 x 24 hours. A contract's name stays on one line.
    expect(found?.message).toContain("for 744 hours");
    expect(found?.message).not.toContain("\n");
    expect(check("CAP-4", blocks(...pools, awsPool({ name: "always" })))).toEqual([]);
    expect(check("CAP-5", blocks(...pools, awsPool({ name: "always" })))).toEqual([]);
  });
});

describe("CAP-6, terms", () => {
  const pool = (term: Raw, more: Raw = {}) => blocks(awsPool({ term, ...more }));

  test("end after they begin, and meet the window of the contract", () => {
    expect(check("CAP-6", pool({ from: "2027-01-01T00:00:00Z", until: "2027-01-01T00:00:01Z" }))).toEqual([]);
    expect(brief(check("CAP-6", pool({ from: "2027-01-01T00:00:00Z", until: "2027-01-01T00:00:00Z" })))).toEqual([
      "sites.rainier.clusters.train.pools.trn2.term 2027-01-01T00:00:00Z to 2027-01-01T00:00:00Z/-",
    ]);
    const { capacity } = block("01T11:30", "08T11:30", "f0");
    expect(check("CAP-6", pool({ from: "2028-01-01T00:00:00Z" }, { capacity }))).toHaveLength(1);
  });
});

describe("CAP-5, contracts that run at once", () => {
  test("are told with their hours", () => {
    expect(check("CAP-5", blocks(block("01T11:30", "08T11:30", "f0"), block("08T11:30", "15T11:30", "f1")))).toEqual(
      [],
    );
    const found = check("CAP-5", blocks(block("01T11:30", "08T11:30", "f0"), block("08T09:00", "15T11:30", "f1")));
    expect(brief(found)).toEqual(["note sites.rainier.clusters.train.pools.bf1 2027-01-08T09:00Z/2027-01-08T11:30Z"]);
    expect(found[0]?.message).toContain("at once for 2.5 hours");
  });
});

const demand = (more: Raw = {}): Raw => ({
  name: "d",
  workload: "training",
  accelerator: "Trainium2",
  basis: "assumed",
  source: "plan",
  points: [{ from: "2027-01-01", accelerators: 160 }],
  ...more,
});
const reserved = awsPool({ count: 10, capacity: { kind: "onDemandReservation", zoneId: "use2-az1" } });
const wanting = (more: Raw, spec: Raw = {}): Raw =>
  underPolicy(
    fleet({
      sites: [awsSite({ clusters: [{ name: "train", purpose: "training", pools: [reserved] }] })],
      demands: [demand(more)],
      ...spec,
    }),
    { outOfService: { failed: 0, maintenance: 0 } },
  );

describe("DEMAND-2, what is wanted", () => {
  test("is covered by as much as there is, and not by one less", () => {
    expect(check("DEMAND-2", wanting({}))).toEqual([]);
    const found = check("DEMAND-2", wanting({ points: [{ from: "2027-01-01", accelerators: 161 }] }));
    expect(brief(found)).toEqual(["warning demands.d 160/161"]);
    expect(found[0]).toMatchObject({
      message: "short of 1 Trainium2 from 2027-01-01 on; most on 2027-01-01: 161 wanted, 160 to be counted on",
      hint: "1 Trainium2 more would cover it",
    });
  });

  test("in another scenario than the base is a note", () => {
    const scenarios = [
      { name: "x10", factors: [{ from: "2027-02-01", factor: 10 }], basis: "assumed", source: "plan" },
    ];
    const found = check("DEMAND-2", wanting({}, { scenarios }));
    expect(brief(found)).toEqual(["note demands.d 160/1600"]);
    expect(found[0]?.message).toMatch(/^in scenario x10 short of 1,440 Trainium2 from 2027-02-01 on/);
  });

  test("is asked for as many months as are planned", () => {
    const later = { points: [{ from: "2027-12-01", accelerators: 161 }] };
    const within = (planningMonths: number) =>
      check("DEMAND-2", underPolicy(wanting(later), { planningMonths, outOfService: { failed: 0, maintenance: 0 } }));
    // As of 2026-11-23 twelve months end with 2027-11-22, thirteen with 2027-12-22.
    expect(within(12)).toEqual([]);
    expect(within(13)).toHaveLength(1);
  });
});

describe("DEMAND-3, what demand and scenarios name", () => {
  test("exists", () => {
    const throughput = { value: 1, basis: "assumed", source: "plan" };
    expect(check("DEMAND-3", wanting({ servedBy: [{ accelerator: "H100", throughput }], sites: ["rainier"] }))).toEqual(
      [],
    );
    const found = check("DEMAND-3", wanting({ servedBy: [{ accelerator: "H10", throughput }], sites: ["rainer"] }));
    expect(found.map(({ path, hint }) => [path, hint])).toEqual([
      ["demands.d.servedBy[0].accelerator", 'did you mean "H100"?'],
      ["demands.d.sites[0]", 'did you mean "rainier"?'],
    ]);
  });

  test("is a place of ISO 3166, leaves something in service, and is planned in one currency", () => {
    expect(check("DEMAND-3", wanting({ jurisdictions: ["US", "US-TX"] }))).toEqual([]);
    expect(brief(check("DEMAND-3", wanting({ jurisdictions: ["XX", "US-ZZ"] })))).toEqual([
      "demands.d.jurisdictions[0] XX/-",
      "demands.d.jurisdictions[1] US-ZZ/-",
    ]);
    const out = (failed: number) =>
      brief(check("DEMAND-3", underPolicy(wanting({}), { outOfService: { spares: 0.5, failed, maintenance: 0.2 } })));
    expect(out(0.29)).toEqual([]);
    expect(out(0.3)).toEqual(["policy.outOfService 1/1"]);
    expect(out(0.31)).toEqual(["policy.outOfService 1.01/1"]);
    const planning = { currency: "USD", discountRatePerYear: 0, scenarios: [{ name: "x99" }] };
    expect(brief(check("DEMAND-3", wanting({}, { planning })))).toEqual(["planning.scenarios[0].name x99/-"]);
  });

  test("is listed once", () => {
    const servedBy = [0.5, 0.4].map((value) => ({
      accelerator: "H100",
      throughput: { value, basis: "assumed", source: "plan" },
    }));
    expect(brief(check("DEMAND-3", wanting({ servedBy })))).toEqual(["demands.d.servedBy[1].accelerator H100/-"]);
  });

  test("of a scenario is there to be multiplied, in the order of time", () => {
    const scenario = (more: Raw) => ({
      name: "x10",
      basis: "assumed",
      source: "plan",
      factors: [{ from: "2027-01-01", factor: 1 }],
      ...more,
    });
    const of = (more: Raw) => check("DEMAND-3", wanting({}, { scenarios: [scenario(more)] }));
    expect(of({})).toEqual([]);
    expect(of({ of: "bse" })[0]).toMatchObject({ path: "scenarios.x10.of", hint: 'did you mean "base"?' });
    expect(of({ demands: ["e"] })[0]).toMatchObject({ path: "scenarios.x10.demands[0]", hint: "known are d" });
    expect(of({ name: "base" })[0]?.message).toContain("another name");
    const factors = [
      { from: "2027-01-01", factor: 1 },
      { from: "2027-01-01", factor: 2 },
    ];
    expect(brief(of({ factors }))).toEqual(["scenarios.x10.factors[1].from 2027-01-01/2027-01-01"]);
  });
});
