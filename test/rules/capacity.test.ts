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
  });

  test("of another cluster stand for nothing", () => {
    const clusters = [
      { name: "a", pools: [block("01T11:30", "08T11:30", "f0")] },
      { name: "b", pools: [block("10T11:30", "15T11:30", "f1")] },
    ];
    expect(check("CAP-4", fleet({ sites: [awsSite({ clusters })] }))).toEqual([]);
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

  test("serves, and is listed once", () => {
    const servedBy = [0.5, 0].map((value) => ({
      accelerator: "H100",
      throughput: { value, basis: "assumed", source: "plan" },
    }));
    expect(brief(check("DEMAND-3", wanting({ servedBy })))).toEqual([
      "demands.d.servedBy[1].accelerator H100/-",
      "demands.d.servedBy[1].throughput.value 0/-",
    ]);
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
