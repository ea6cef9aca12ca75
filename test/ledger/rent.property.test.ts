import Big from "big.js";
import fc from "fast-check";
import { rentByMonth, rentByYear, rentSchedule, splitAmount, sumOf } from "../../constructs/ledger";
import { rateSteps } from "../../constructs/ledger/escalation";
import { partsOf } from "../../constructs/ledger/months";
import { proratedRent } from "../../constructs/ledger/rent";
import { Escalation } from "../../constructs/model";
import { dollars, leasedSite, machine, mw } from "./lease-fixtures";

const day = fc
  .date({ min: new Date("2024-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const cents = fc.integer({ min: 1, max: 1_000_000 }).map((value) => (value / 100).toFixed(2));
const escalation = fc.record({
  percent: fc.integer({ min: 0, max: 1000 }).map((value) => value / 100),
  day: fc.constantFrom("firstOfMonthOnOrAfterAnniversary", "anniversary"),
  everyMonths: fc.integer({ min: 1, max: 60 }),
  compounding: fc.boolean(),
  rateDecimals: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
});
const proration = fc.constantFrom("daily" as const, "thirtyDay" as const);
const unit = fc.constantFrom("kWMonth" as const, "month" as const, "acceleratorHour" as const);

const phases = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 9 }).map((index) => `p${index}`),
    megawatts: fc.integer({ min: 1, max: 300 }),
    from: day,
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 4 },
);
const lease = fc
  .record({
    rate: cents,
    escalation,
    phases,
    proration: fc.constantFrom("daily", "thirtyDay", "none"),
    rounding: fc.constantFrom("halfUp", "halfEven"),
    takeOrPayShare: fc.integer({ min: 0, max: 100 }).map((share) => share / 100),
    termMonths: fc.integer({ min: 1, max: 180 }),
  })
  .map(({ rate, phases: parts, ...terms }) =>
    leasedSite({
      ...terms,
      termFrom: "lastRent",
      rentPerKWMonth: dollars(rate),
      phases: parts.map(({ id, megawatts, from }) => ({ id, power: mw(megawatts), rentCommencement: from })),
    }),
  );

describe("parts of a month", () => {
  test("add up to the month, wherever it is cut", () => {
    fc.assert(
      fc.property(day, unit, proration, cents, fc.integer({ min: 1, max: 300_000 }), (date, of, by, rate, quantity) => {
        const { daysInMonth } = partsOf(date);
        const month = date.slice(0, 7);
        const steps = [{ from: `${month}-01`, rate: new Big(rate) }];
        const rent = (from: number, to: number) =>
          from > to
            ? new Big(0)
            : proratedRent(of, new Big(quantity), steps, { from: on(from), to: on(to), daysInMonth }, by);
        const on = (number: number) => `${month}-${String(number).padStart(2, "0")}`;
        const whole = rent(1, daysInMonth);
        for (let cut = 1; cut <= daysInMonth; cut++) {
          const parts = rent(1, cut - 1).plus(rent(cut, daysInMonth));
          expect(parts.minus(whole).abs().lt("0.000000001")).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("cost what the whole costs, if the rate does not change on the day of a step", () => {
    fc.assert(
      fc.property(day, proration, cents, (date, by, rate) => {
        const { daysInMonth } = partsOf(date);
        const month = date.slice(0, 7);
        const days = { from: `${month}-01`, to: `${month}-${daysInMonth}`, daysInMonth };
        const same = [
          { from: `${month}-01`, rate: new Big(rate) },
          { from: date, rate: new Big(rate) },
        ];
        expect(proratedRent("kWMonth", new Big(1000), same, days, by).eq(new Big(rate).times(1000))).toBe(true);
      }),
    );
  });
});

describe("steps of rent", () => {
  test("never fall, never lie before the first day or after the last, and follow one another", () => {
    fc.assert(
      fc.property(day, cents, escalation, (from, rate, terms) => {
        const to = `${Number(from.slice(0, 4)) + 20}-12-31`;
        const steps = rateSteps(new Big(rate), Escalation.parse(terms), { from, to }, "halfUp");
        expect(steps[0]?.from).toBe(from);
        for (const [index, step] of steps.entries()) {
          const before = steps[index - 1];
          if (before === undefined) continue;
          expect(step.from > before.from && step.from <= to).toBe(true);
          // A rounded rate falls by no more than its rounding, once.
          if (terms.rateDecimals === undefined) expect(step.rate.gte(before.rate)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("a schedule", () => {
  test("is the same by months and by years, calendar or fiscal", () => {
    fc.assert(
      fc.property(lease, fc.integer({ min: 1, max: 12 }), (site, start) => {
        const { lines } = rentSchedule(site, { machine });
        const all = sumOf(lines.map(({ amount }) => amount));
        expect(sumOf(rentByMonth(lines).map(({ amount }) => amount)).eq(all)).toBe(true);
        expect(sumOf(rentByYear(lines, start).map(({ amount }) => amount)).eq(all)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test("bills each day of each premises once, in whole cents, and takes or pays no more than the rent", () => {
    fc.assert(
      fc.property(lease, (site) => {
        const { lines } = rentSchedule(site, { machine });
        const billed = lines.map(({ premises, month }) => `${premises} ${month}`);
        expect(new Set(billed).size).toBe(billed.length);
        for (const { amount, minimum, from, to, month } of lines) {
          expect(amount.round(2).eq(amount) && minimum.lte(amount) && minimum.gte(0)).toBe(true);
          expect(from <= to && from.startsWith(month) && to.startsWith(month)).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("does not depend on the order of the phases", () => {
    fc.assert(
      fc.property(lease, (site) => {
        const turned = { ...site, lease: { ...site.lease, phases: [...site.lease.phases].reverse() } };
        const totals = (given: typeof site) =>
          rentByMonth(rentSchedule(given, { machine }).lines).map(
            ({ month, amount }) => `${month} ${amount.toFixed(2)}`,
          );
        expect(totals(turned)).toEqual(totals(site));
      }),
      { numRuns: 15 },
    );
  });
});

describe("an amount in parts", () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 15n }).map((value) => new Big(value.toString()).div(100));
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 });

  test("loses no cent, and gives each part its share to the cent", () => {
    fc.assert(
      fc.property(amount, weights, (whole, given) => {
        const parts = splitAmount(
          whole,
          given.map((weight) => new Big(weight)),
        );
        expect(sumOf(parts).eq(whole)).toBe(true);
        const all = given.reduce((sum, weight) => sum + weight, 0);
        for (const [index, part] of parts.entries()) {
          const exact = all === 0 ? whole.div(given.length) : whole.times(given[index] ?? 0).div(all);
          expect(part.minus(exact).abs().lt("0.01000001")).toBe(true);
        }
      }),
    );
  });
});
