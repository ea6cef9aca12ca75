import fc from "fast-check";
import { type OfferInput, type PlanRequestInput, planCapacity } from "../../constructs/planner";
import { cheapestByTrying } from "./support/enumerate";
import { offer } from "./support/requests";

const amount = (most: number) => fc.integer({ min: 1, max: most }).map((value) => `${value}.00`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

/** Offers of few steps: what a test by trying can go through. */
const anOffer = (name: string): fc.Arbitrary<OfferInput> =>
  fc
    .record({
      accelerator: fc.constantFrom("H100", "B200"),
      counterparty: fc.constantFrom("Acme", "Beta"),
      steps: fc.integer({ min: 1, max: 2 }),
      smallest: fc.boolean(),
      step: fc.integer({ min: 1, max: 3 }),
      leadMonths: fc.constantFrom(0, 0, 0, 1, 2),
      ramp: fc.constantFrom([1], [0.5, 1]),
      termMonths: maybe(fc.integer({ min: 1, max: 4 })),
      leastMonths: maybe(fc.integer({ min: 1, max: 2 })),
      perAcceleratorMonth: maybe(amount(20)),
      oneTimePerAccelerator: amount(60),
      fixedOneTime: maybe(amount(50)),
      fixedMonthly: maybe(amount(20)),
      prepaymentShare: fc.constantFrom(0, 0.5, 1),
      kW: fc.constantFrom(100, 400),
    })
    .map(
      ({
        accelerator,
        counterparty,
        steps,
        smallest,
        step,
        leadMonths,
        ramp,
        termMonths,
        leastMonths,
        kW,
        ...price
      }) => ({
        ...offer(name, withoutNothing(price), {
          accelerator,
          counterparty,
          size: { step, most: step * steps, ...(smallest ? { smallest: step * steps } : {}) },
          leadMonths,
          ramp,
          criticalItKWPerAccelerator: { value: kW, basis: "assumed", source: "test" },
        }),
        ...withoutNothing({
          termMonths,
          leastMonths:
            leastMonths === undefined || termMonths === undefined ? leastMonths : Math.min(leastMonths, termMonths),
        }),
      }),
    );

/** Without the fields that are undefined. */
const withoutNothing = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** Offers that run to their end, over more months: their terms end within them, and their ramps overlap. */
const aKeptOffer = (name: string): fc.Arbitrary<OfferInput> =>
  fc
    .record({
      accelerator: fc.constantFrom("H100", "B200"),
      counterparty: fc.constantFrom("Acme", "Beta"),
      smallest: fc.constantFrom(1, 2),
      leadMonths: fc.constantFrom(0, 0, 1, 2),
      ramp: fc.constantFrom([1], [0.5, 1], [0.25, 0.5, 1]),
      termMonths: maybe(fc.integer({ min: 2, max: 4 })),
      perAcceleratorMonth: amount(20),
      oneTimePerAccelerator: amount(60),
      fixedOneTime: maybe(amount(50)),
      fixedMonthly: maybe(amount(20)),
      prepaymentShare: fc.constantFrom(0, 0.3),
      kW: fc.constantFrom(100, 400),
    })
    .map(({ accelerator, counterparty, smallest, leadMonths, ramp, termMonths, kW, ...price }) => ({
      ...offer(name, withoutNothing(price), {
        accelerator,
        counterparty,
        size: { step: 2, most: 4, smallest: smallest * 2 },
        leadMonths,
        ramp,
        criticalItKWPerAccelerator: { value: kW, basis: "assumed", source: "test" },
      }),
      ...withoutNothing({ termMonths }),
    }));

const aRequest = (months: number, offers: fc.Arbitrary<readonly OfferInput[]>): fc.Arbitrary<PlanRequestInput> =>
  fc
    .record({
      offers,
      discountRatePerYear: fc.constantFrom(0, 0.12),
      afterHorizon: fc.constantFrom("owed" as const, "none" as const),
      training: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: months, maxLength: months }),
      serving: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: months, maxLength: months }),
      power: fc.constantFrom(undefined, undefined, 0.4, 1, 2),
      share: fc.constantFrom(undefined, undefined, undefined, 0.5, 0.75),
    })
    .map(({ training, serving, power, share, ...rest }) => ({
      horizon: { first: "2027-01", months },
      currency: "USD",
      ...rest,
      workloads: [
        {
          name: "training",
          servedBy: [
            { accelerator: "H100", throughput: 1 },
            { accelerator: "B200", throughput: 2 },
          ],
        },
        {
          name: "serving",
          servedBy: [
            { accelerator: "H100", throughput: 1 },
            { accelerator: "B200", throughput: 1.5 },
          ],
        },
      ],
      scenarios: [
        {
          name: "base",
          demand: [
            { workload: "training", perMonth: training },
            { workload: "serving", perMonth: serving },
          ],
        },
      ],
      limits: {
        power: power === undefined ? [] : [{ name: "grid", mostMW: power }],
        concentration: share === undefined ? [] : [{ name: "any", mostShare: share }],
      },
    }));

const anyOffers = fc.tuple(anOffer("a"), anOffer("b"), anOffer("c"));
const keptOffers = fc.tuple(aKeptOffer("a"), aKeptOffer("b"));

test.each([
  ["offers of all sorts", aRequest(3, anyOffers), 120],
  ["offers that run to their end", aRequest(5, keptOffers), 80],
])(
  "of %s, no way to buy is cheaper than the plan, and where there is no plan there is no way",
  async (_, requests, numRuns) => {
    let [plans, without] = [0, 0];
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const tried = cheapestByTrying(request);
        const result = await planCapacity(request, { worth: false });
        if (tried === undefined) {
          without++;
          expect(result.status).toBe("infeasible");
        } else {
          plans++;
          if (result.status !== "planned") throw new Error(`${result.status}: ${JSON.stringify(result)}`);
          expect(Math.abs(result.cost.toNumber() - tried)).toBeLessThan(0.05);
          expect(result.proof).toMatchObject({ gap: 0, isProven: true });
        }
      }),
      { numRuns, seed: 6 },
    );
    // Both kinds came often enough to mean something.
    expect(plans).toBeGreaterThan(20);
    expect(without).toBeGreaterThan(10);
  },
);

test.each([
  ["offers of all sorts", aRequest(3, anyOffers), 60],
  ["offers that run to their end", aRequest(5, keptOffers), 40],
])("of %s, a plan with a gap is as near the cheapest as it says", async (_, requests, numRuns) => {
  let plans = 0;
  await fc.assert(
    fc.asyncProperty(requests, fc.constantFrom(0.02, 0.2), async (request, gap) => {
      const tried = cheapestByTrying(request);
      const result = await planCapacity(request, { worth: false, gap });
      if (tried === undefined) return expect(result.status).toBe("infeasible");
      plans++;
      if (result.status !== "planned") throw new Error(`${result.status}: ${JSON.stringify(result)}`);
      const cost = result.cost.toNumber();
      expect(cost).toBeGreaterThan(tried - 0.05);
      expect(result.proof.bound).toBeLessThan(tried + 0.05);
      expect(result.proof.isProven).toBe(true);
      expect(cost - tried).toBeLessThan(gap * cost + 0.05);
      return undefined;
    }),
    { numRuns, seed: 7 },
  );
  expect(plans).toBeGreaterThan(10);
});
