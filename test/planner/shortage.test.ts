import fc from "fast-check";
import { planReport } from "../../constructs/emit/schedules/plan";
import { type NoPlan, type OfferInput, type PlanRequestInput, planCapacity } from "../../constructs/planner";
import { cheapestByTrying } from "./support/enumerate";
import { offer, request, training } from "./support/requests";

const kW = (value: number) => ({ criticalItKWPerAccelerator: { value, basis: "assumed" as const, source: "test" } });
const price = { perAcceleratorMonth: "1.00" };

async function shortage(input: PlanRequestInput): Promise<NoPlan> {
  const result = await planCapacity(input);
  if (result.status !== "infeasible") throw new Error(`not infeasible: ${result.status}`);
  return result;
}

describe("without offers", () => {
  test("what is wanted is missing, and there would have to be offers", async () => {
    const result = await shortage(request([0, 3], []));
    expect(result).toMatchObject({
      missing: [{ workload: "training", month: "2027-02", needed: 3, missing: 3, unit: "accelerators" }],
      isLeast: true,
      remedies: [],
      together: "no",
    });
    expect(planReport(result)).toContain("| 2027-02 | base | training | 3 | 3 | accelerators |");
    expect(planReport(result)).toContain("nothing is on offer: there would have to be an offer of H100");
  });

  test("what one has is counted, and where it suffices there is nothing to buy", async () => {
    const supply = [{ name: "own", accelerator: "H100", jurisdiction: { country: "US" }, accelerators: [2, 2] }];
    expect(await shortage(request([2, 5], [], { supply }))).toMatchObject({ missing: [{ needed: 5, missing: 3 }] });
    expect(await planCapacity(request([2, 1], [], { supply }))).toMatchObject({ status: "planned", purchases: [] });
    expect(await planCapacity(request([0, 0], []))).toMatchObject({ status: "planned", purchases: [] });
  });
});

describe("a limit of concentration", () => {
  const acme = offer("acme", price);
  const beta = offer("beta", price, { counterparty: "Beta", size: { step: 1, most: 1 } });
  const of = (concentration: NonNullable<NonNullable<PlanRequestInput["limits"]>["concentration"]>) =>
    shortage(request([3], [acme, beta], { limits: { concentration } }));

  test("of a share is told as a share", async () => {
    // Three are wanted, of which Beta has one: two of three are Acme's, 66.67 % to a hundredth of a percent upward.
    const result = await of([{ name: "any", mostShare: 0.5 }]);
    expect(result.remedies).toEqual([
      { kind: "concentration", name: "any", now: 0.5, needed: 0.6667, unit: "of all accelerators" },
      { kind: "size" },
    ]);
    expect(planReport(result)).toContain("- concentration: any would have to be 66.67 % of all accelerators, not 50 %");
  });

  test("of a number is told as a number", async () => {
    const { remedies } = await of([{ name: "acme", counterparty: "Acme", mostAccelerators: 1, mostShare: 0.9 }]);
    expect(remedies[0]).toEqual({ kind: "concentration", name: "acme", now: 1, needed: 2, unit: "accelerators" });
  });

  test("of both is told in both where neither alone would do", async () => {
    const result = await of([{ name: "acme", counterparty: "Acme", mostAccelerators: 1, mostShare: 0.5 }]);
    expect(result.remedies[0]).toEqual({
      kind: "concentration",
      name: "acme",
      now: 1,
      needed: 2,
      unit: "accelerators",
      also: { now: 0.5, needed: 0.6667, unit: "of all accelerators" },
    });
    expect(planReport(result)).toContain(
      "would have to be 2 accelerators, not 1, and 66.67 % of all accelerators, not 50 %",
    );
  });

  test("that what one has exceeds is named with what it counts", async () => {
    const supply = [
      { name: "own", accelerator: "H100", jurisdiction: { country: "US" }, counterparty: "Acme", accelerators: [4] },
    ];
    const limits = { concentration: [{ name: "acme", counterparty: "Acme", mostAccelerators: 3 }] };
    const result = await shortage(request([1], [beta], { supply, limits }));
    expect(result.exceeded).toEqual([
      { limit: { kind: "concentration", name: "acme" }, month: "2027-01", have: 4, most: 3, unit: "accelerators" },
    ]);
    expect(planReport(result)).toContain(
      "What there is already takes 4 accelerators in 2027-01, more than the 3 accelerators of acme.",
    );
  });
});

describe("one change that would do is found", () => {
  test("in sizes, however much more is wanted", async () => {
    const few = offer("few", price, { size: { step: 1, most: 1 } });
    expect((await shortage(request([5000], [few]))).remedies).toEqual([{ kind: "size" }]);
  });

  test("in lead times, also where more would be too much", async () => {
    // It can be decided in the first month alone, and stays for two: one month sooner it is there when wanted, two sooner gone too soon.
    const early = offer("early", price, { leadMonths: 2, termMonths: 2, latestDecision: "2027-01" });
    const { remedies } = await shortage(request([0, 3, 3, 0], [early]));
    expect(remedies).toContainEqual({ kind: "leadTime", monthsSooner: 1 });
  });

  test("in months of decision", async () => {
    const result = await shortage(request([1, 1], [offer("later", price, { earliestDecision: "2027-02" })]));
    expect(result.remedies).toEqual([{ kind: "decision" }]);
    expect(planReport(result)).toContain("- months of decision: ");
  });

  test("in steps, where two limits stop the smallest order and neither alone does", async () => {
    const four = offer("four", price, { kind: "lease", size: { step: 4, most: 8 }, ...kW(500) });
    const limits = {
      power: [{ name: "grid", mostMW: 1 }],
      concentration: [{ name: "acme", counterparty: "Acme", mostAccelerators: 2 }],
    };
    const result = await shortage(request([1], [four], { limits }));
    expect(result.remedies).toEqual([{ kind: "step" }]);
    expect(planReport(result)).toContain("- steps: ");
  });

  test("in money, to the cent that is spent", async () => {
    const dear = offer("dear", { oneTimePerAccelerator: "123456789.01" });
    const money = [{ name: "budget", year: "2027", most: "1000000.00", currency: "USD" as const }];
    expect((await shortage(request([3], [dear], { limits: { money } }))).remedies).toEqual([
      { kind: "money", name: "budget", now: 1_000_000, needed: 370_370_367.03, unit: "USD" },
    ]);
  });
});

describe("where no single change would do", () => {
  test("several that would are told from offers that serve nothing of it", async () => {
    const drawing = offer("lease", price, { kind: "lease", ...kW(500) });
    const limits = {
      power: [
        { name: "grid", mostMW: 1 },
        { name: "texas", mostMW: 1, jurisdiction: { country: "US", subdivision: "US-TX" } },
      ],
    };
    const several = await shortage(request([4], [drawing], { limits }));
    expect(several).toMatchObject({ remedies: [], together: "yes" });
    expect(planReport(several)).toContain("several would have to give");

    const german = { ...training, jurisdictions: [{ country: "DE" }] };
    const nothing = await shortage(request([4], [drawing], { workloads: [german] }));
    expect(nothing).toMatchObject({ remedies: [], together: "no" });
    expect(planReport(nothing)).toContain("there would have to be an offer there");
    expect(planReport(nothing)).not.toContain("several");
  });

  test("a search that ended first proves nothing", async () => {
    const cut = { ...(await shortage(request([1], []))), unserved: [], isLeast: false };
    const page = planReport({ ...cut, together: "unknown" });
    expect(page).not.toContain("Whatever is bought");
    const [some] = (await shortage(request([2], [offer("few", price, { size: { step: 1, most: 1 } })]))).request.offers;
    if (some === undefined) throw new Error("the request lost its offer");
    expect(planReport({ ...cut, request: { ...cut.request, offers: [some] }, together: "unknown" })).toContain(
      "does not prove that there is none",
    );
  });
});

const anOffer = (name: string): fc.Arbitrary<OfferInput> =>
  fc
    .record({
      counterparty: fc.constantFrom("Acme", "Beta"),
      step: fc.integer({ min: 1, max: 3 }),
      leadMonths: fc.integer({ min: 0, max: 2 }),
      termMonths: fc.constantFrom(undefined, 1, 2),
      latestDecision: fc.constantFrom(undefined, "2027-01", "2027-02"),
      draws: fc.constantFrom(100, 300),
    })
    .map(({ counterparty, step, leadMonths, termMonths, latestDecision, draws }) =>
      offer(name, price, {
        counterparty,
        leadMonths,
        size: { step, most: step * 2 },
        ...(termMonths === undefined ? {} : { termMonths }),
        ...(latestDecision === undefined ? {} : { latestDecision }),
        ...kW(draws),
      }),
    );

const aRequest = fc
  .record({
    offers: fc.tuple(anOffer("a"), anOffer("b"), anOffer("c")),
    wanted: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }),
    power: fc.constantFrom(0.3, 0.5, 2),
    share: fc.constantFrom(0.5, 0.8, 1, 1),
  })
  .map(({ offers, wanted, power, share }) =>
    request(wanted, offers, {
      limits: {
        power: [{ name: "grid", mostMW: power }],
        concentration: [{ name: "any", mostShare: share }],
      },
    }),
  );

const hasPlan = (input: PlanRequestInput): boolean => cheapestByTrying(input) !== undefined;
const withPower = (input: PlanRequestInput, mostMW: number): PlanRequestInput => ({
  ...input,
  limits: { ...input.limits, power: [{ name: "grid", mostMW }] },
});
const withShare = (input: PlanRequestInput, mostShare: number): PlanRequestInput => ({
  ...input,
  limits: { ...input.limits, concentration: [{ name: "any", mostShare }] },
});
const sooner = (input: PlanRequestInput, months: number): PlanRequestInput => ({
  ...input,
  offers: input.offers.map((each) => ({ ...each, leadMonths: Math.max(0, each.leadMonths - months) })),
});

test("by trying all: each remedy would do, less of it would not, and none that would do is left out", async () => {
  const seen = new Map<string, number>();
  const count = (kind: string) => seen.set(kind, (seen.get(kind) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(aRequest, async (input) => {
      const result = await planCapacity(input, { worth: false });
      if (result.status !== "infeasible") return;
      const remedy = (kind: string) => result.remedies.find((each) => each.kind === kind);
      const [power, share, lead] = [remedy("power"), remedy("concentration"), remedy("leadTime")];
      if (power?.kind === "power") {
        count("power");
        expect(hasPlan(withPower(input, power.needed))).toBe(true);
        expect(hasPlan(withPower(input, power.needed - 0.001))).toBe(false);
      } else expect(hasPlan(withPower(input, 1000))).toBe(false);
      if (share?.kind === "concentration") {
        count("share");
        expect(hasPlan(withShare(input, share.needed))).toBe(true);
        expect(hasPlan(withShare(input, share.needed - 0.0001))).toBe(false);
      } else expect(hasPlan(withShare(input, 1))).toBe(false);
      const months = [1, 2].find((each) => hasPlan(sooner(input, each)));
      if (months !== undefined) count("lead");
      expect(lead).toEqual(months === undefined ? undefined : { kind: "leadTime", monthsSooner: months });
      const doubled = input.offers.map((each) => ({ ...each, size: { ...each.size, most: each.size.most * 2 } }));
      if (hasPlan({ ...input, offers: doubled })) expect(remedy("size")).toBeDefined();
      if (result.remedies.length === 0) count("none");
    }),
    { numRuns: 80, seed: 6 },
  );
  // Each came often enough to mean something.
  for (const kind of ["power", "share", "lead", "none"])
    expect([kind, (seen.get(kind) ?? 0) > 3]).toEqual([kind, true]);
});
