import fc from "fast-check";
import { type OfferInput, type PlanRequestInput, type PlanResult, planCapacity } from "../../constructs/planner";
import { bought, offer, request } from "./support/requests";

const amount = (most: number) => fc.integer({ min: 1, max: most * 100 }).map((cents) => (cents / 100).toFixed(2));
const months = 5;

const anOffer = (name: string): fc.Arbitrary<OfferInput> =>
  fc
    .record({
      counterparty: fc.constantFrom("Acme", "Beta"),
      step: fc.integer({ min: 1, max: 4 }),
      pairs: fc.integer({ min: 1, max: 3 }),
      leadMonths: fc.integer({ min: 0, max: 2 }),
      leastMonths: fc.constantFrom(undefined, 1, 2),
      monthly: amount(20),
      once: amount(60),
      kW: fc.constantFrom(100, 300),
    })
    .map(({ counterparty, step, pairs, leadMonths, leastMonths, monthly, once, kW }) =>
      offer(
        name,
        { perAcceleratorMonth: monthly, oneTimePerAccelerator: once },
        {
          counterparty,
          size: { step, most: step * pairs * 2 },
          leadMonths,
          criticalItKWPerAccelerator: { value: kW, basis: "assumed", source: "test" },
          ...(leastMonths === undefined ? {} : { leastMonths }),
        },
      ),
    );

const names = ["alpha", "beta", "gamma"];
const offers = fc.tuple(anOffer("alpha"), anOffer("beta"), anOffer("gamma"));
const demand = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: months, maxLength: months });
const limits = fc.constantFrom(1, 2, 4).map((mostMW) => ({ power: [{ name: "grid", mostMW }] }));

/** What a plan costs; without end where there is none. */
function costOf(result: PlanResult): number {
  if (result.status === "planned") return result.cost.toNumber();
  expect(result.status).toBe("infeasible");
  return Number.POSITIVE_INFINITY;
}

const cost = async (input: PlanRequestInput) => costOf(await planCapacity(input, { worth: false }));

/** What two proven costs may be apart: their cents. */
const CENT = 0.011;

const runs = { numRuns: 25, seed: 6 };

describe("a plan", () => {
  test("is never cheaper for more demand", async () => {
    await fc.assert(
      fc.asyncProperty(offers, demand, limits, fc.nat(months - 1), async (all, wanted, bounds, month) => {
        const more = wanted.map((each, index) => (index === month ? each + 1 : each));
        const of = (perMonth: readonly number[]) => cost(request(perMonth, all, { limits: bounds }));
        expect(await of(more)).toBeGreaterThanOrEqual((await of(wanted)) - CENT);
      }),
      runs,
    );
  });

  test("is never dearer for one more offer", async () => {
    await fc.assert(
      fc.asyncProperty(offers, demand, limits, async (all, wanted, bounds) => {
        const of = (some: readonly OfferInput[]) => cost(request(wanted, some, { limits: bounds }));
        expect(await of(all)).toBeLessThanOrEqual((await of(all.slice(1))) + CENT);
      }),
      runs,
    );
  });

  test("is never dearer where a limit is wider, or things come sooner", async () => {
    await fc.assert(
      fc.asyncProperty(offers, demand, limits, async (all, wanted, bounds) => {
        const wider = { power: bounds.power.map((limit) => ({ ...limit, mostMW: limit.mostMW + 0.7 })) };
        const soon = all.map((each) => ({ ...each, leadMonths: Math.max(0, each.leadMonths - 1) }));
        const tight = await cost(request(wanted, all, { limits: bounds }));
        expect(await cost(request(wanted, all, { limits: wider }))).toBeLessThanOrEqual(tight + CENT);
        // The same offers, also to be had a month sooner.
        expect(
          await cost(
            request(wanted, [...all, ...soon.map((each) => ({ ...each, name: `${each.name}-soon` }))], {
              limits: bounds,
            }),
          ),
        ).toBeLessThanOrEqual(tight + CENT);
      }),
      runs,
    );
  });

  test("costs the same where an offer is split in two halves", async () => {
    await fc.assert(
      fc.asyncProperty(offers, demand, limits, async (all, wanted, bounds) => {
        const [first, ...others] = all;
        const half = { ...first, size: { ...first.size, most: first.size.most / 2 } };
        const split = [{ ...half, name: "half" }, { ...half, name: "other-half" }, ...others];
        const [whole, halves] = [
          await cost(request(wanted, all, { limits: bounds })),
          await cost(request(wanted, split, { limits: bounds })),
        ];
        if (whole === Number.POSITIVE_INFINITY) expect(halves).toBe(whole);
        else expect(Math.abs(halves - whole)).toBeLessThan(CENT);
      }),
      runs,
    );
  });

  test("is the same plan whatever the order of offers", async () => {
    const shuffled = fc.shuffledSubarray(names, { minLength: names.length });
    await fc.assert(
      fc.asyncProperty(offers, demand, limits, shuffled, async (all, wanted, bounds, order) => {
        const inOrder = order.flatMap((name) => all.filter((each) => each.name === name));
        const [one, other] = [
          await planCapacity(request(wanted, all, { limits: bounds }), { worth: false }),
          await planCapacity(request(wanted, inOrder, { limits: bounds }), { worth: false }),
        ];
        expect(textOf(other)).toBe(textOf(one));
      }),
      runs,
    );
  });

  test("of equal optima decides later, and takes offers in the order of their names", async () => {
    const alike = (name: string) => offer(name, { oneTimePerAccelerator: "5.00" }, { size: { step: 1, most: 3 } });
    const result = await planCapacity(request([0, 0, 4], [alike("b"), alike("a"), alike("c")]), { worth: false });
    expect(result.status === "planned" ? bought(result) : result.status).toEqual(["a 2027-03 x3", "b 2027-03 x1"]);
  });
});

/** All that a result says, but for the order in which the request was written. */
const textOf = (result: PlanResult): string =>
  JSON.stringify(result, (key, value: unknown) => (key === "request" ? undefined : value));
