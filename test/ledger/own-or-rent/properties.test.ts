import Big from "big.js";
import fc from "fast-check";
import { type AssumptionKey, type Sheet, valueIn } from "../../../constructs/ledger/own-or-rent";
import { utilizationSpans } from "../../../constructs/ledger/own-or-rent/break-even";
import { crossingsOf } from "../../../constructs/ledger/own-or-rent/look";
import { cheaperBy, differenceOf, outcomeOf } from "../../../constructs/ledger/own-or-rent/outcome";
import { sensitivitiesOf } from "../../../constructs/ledger/own-or-rent/sensitivity";
import { withValue } from "../../../constructs/ledger/own-or-rent/sheet";
import { figure, sheetFor, usd } from "./support";

const share = fc.integer({ min: 0, max: 20 }).map((twentieth) => figure(twentieth / 20));
const cents = (min: number, max: number) => fc.integer({ min, max }).map((amount) => usd((amount / 100).toFixed(2)));
const change = fc.integer({ min: -6, max: 6 }).map((twentieth) => figure(twentieth / 20));

/** Few months, so that a run is short; prices at which either side may be cheaper. */
const anySheet: fc.Arbitrary<Sheet> = fc
  .record({
    months: fc.integer({ min: 6, max: 18 }),
    lead: fc.integer({ min: 0, max: 5 }),
    accelerators: fc.integer({ min: 1, max: 500 }),
    rate: share,
    utilization: fc.integer({ min: 1, max: 20 }).map((twentieth) => figure(twentieth / 20)),
    outOfService: fc.integer({ min: 0, max: 5 }).map((twentieth) => twentieth / 20),
    hardware: cents(10_000, 2_000_000),
    life: fc.integer({ min: 18, max: 60 }),
    residual: share,
    premium: share,
    energy: cents(0, 20_000),
    idle: share,
    ownStaff: cents(0, 100_000),
    hourly: cents(1, 500),
    throughput: fc.integer({ min: 5, max: 30 }).map((tenth) => figure(tenth / 10)),
    due: share,
    term: fc.integer({ min: 1, max: 24 }),
    priceChange: change,
    prepaid: share,
    rentStaff: cents(0, 100_000),
  })
  .map((any) =>
    sheetFor({
      start: "2027-06",
      months: any.months,
      accelerators: any.accelerators,
      discountRatePerYear: any.rate,
      utilization: any.utilization,
      outOfService: any.outOfService,
      own: {
        hardwarePerAccelerator: any.hardware,
        hardwareLifeMonths: figure(any.life),
        hardwareResidualShare: any.residual,
        leadMonths: figure(any.lead),
        bridgePremium: any.premium,
        hall: { kind: "leased", rentPerKWMonth: usd("120"), rentChangePerYear: figure(0.02) },
        energyPerMWh: any.energy,
        idlePowerShare: any.idle,
        staffPerMonth: any.ownStaff,
      },
      rent: {
        perAcceleratorHour: any.hourly,
        throughput: any.throughput,
        takeOrPayShare: any.due,
        termMonths: figure(any.term),
        priceChangePerYear: any.priceChange,
        prepaymentShare: any.prepaid,
        staffPerMonth: any.rentStaff,
      },
    }),
  );

const sideAt = (sheet: Sheet, key: AssumptionKey, value: number) =>
  cheaperBy(differenceOf(withValue(sheet, key, value)));

test("a flip point flips: beyond it the other side is cheaper, before it the one that is so now", () => {
  let found = 0;
  fc.assert(
    fc.property(anySheet, (sheet) => {
      const { cheaper } = outcomeOf(sheet);
      for (const { key, flips } of sensitivitiesOf(sheet)) {
        for (const { value, before } of flips) {
          found++;
          expect([key, sideAt(sheet, key, before)]).toEqual([key, cheaper]);
          expect([key, sideAt(sheet, key, value) === cheaper]).toEqual([key, false]);
          const width = [
            "months",
            "own.leadMonths",
            "rent.termMonths",
            "accelerators",
            "own.hardwareLifeMonths",
          ].includes(key)
            ? 1
            : Math.max(1.001e-6 * Math.max(Math.abs(value), Math.abs(before)), 1e-9);
          expect(Math.abs(value - before)).toBeLessThanOrEqual(width);
        }
      }
    }),
    { numRuns: 10 },
  );
  expect(found).toBeGreaterThan(25);
});

test("no flip is missed where an assumption is looked at finely", () => {
  const fine: readonly AssumptionKey[] = [
    "utilization",
    "rent.takeOrPayShare",
    "own.outOfService",
    "own.bridgePremium",
    "rent.prepaymentShare",
    "own.idlePowerShare",
  ];
  fc.assert(
    fc.property(anySheet, fc.constantFrom(...fine), (sheet, key) => {
      const { cheaper } = outcomeOf(sheet);
      const found = crossingsOf(sheet, key);
      const now = valueIn(sheet, key).toNumber();
      const most = key === "own.outOfService" ? 0.99 : 1;
      for (let step = 0; step <= 97; step++) {
        const value = (most * step) / 97;
        if (sideAt(sheet, key, value) === cheaper) continue;
        // A change lies between what is assumed and each value at which the other side is cheaper.
        const isBetween = found.some(
          ({ below, above }) => above >= Math.min(value, now) && below <= Math.max(value, now),
        );
        expect([key, value, isBetween]).toEqual([key, value, true]);
      }
    }),
    { numRuns: 60 },
  );
});

test("at a break-even utilization both cost the same", () => {
  let found = 0;
  fc.assert(
    fc.property(anySheet, (sheet) => {
      const outcome = outcomeOf(sheet);
      for (const { from } of utilizationSpans(sheet, outcome.cheaper).slice(1)) {
        found++;
        const there = outcomeOf(withValue(sheet, "utilization", from));
        const size = there.own.presentValue.plus(there.rent.presentValue).toNumber();
        const bills = there.own.flows.length + there.rent.flows.length;
        // A millionth of utilization moves costs by as much of them, and all bills may step by a cent at once.
        expect(there.difference.abs().toNumber()).toBeLessThanOrEqual(2e-6 * size + 0.01 * bills);
      }
    }),
    { numRuns: 120 },
  );
  // About one sheet in five has one: fewer than this come by chance once in many thousand runs.
  expect(found).toBeGreaterThan(5);
});

test("renting is dearer at a higher price, and never cheaper in payments with a month more", () => {
  fc.assert(
    fc.property(anySheet, (sheet) => {
      const { rent } = outcomeOf(sheet);
      const dearer = outcomeOf(
        withValue(sheet, "rent.perAcceleratorHour", valueIn(sheet, "rent.perAcceleratorHour").plus("0.01")),
      );
      expect(dearer.rent.presentValue.gte(rent.presentValue)).toBe(true);
      const longer = outcomeOf(withValue(sheet, "months", valueIn(sheet, "months").plus(1)));
      expect(longer.rent.payments.gte(rent.payments)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("where nothing is fixed twice as many accelerators cost twice as much, but for the cents of bills", () => {
  fc.assert(
    fc.property(anySheet, (any) => {
      const sheet = withValue(withValue(any, "own.staffPerMonth", 0), "rent.staffPerMonth", 0);
      const twice = withValue(sheet, "accelerators", valueIn(sheet, "accelerators").times(2));
      const bills = outcomeOf(sheet).own.flows.length + outcomeOf(sheet).rent.flows.length;
      const apart = differenceOf(twice).minus(differenceOf(sheet).times(2)).abs();
      expect(apart.lte(new Big("0.01").times(2 * bills))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("parts and years add up to what is paid and what remains", () => {
  fc.assert(
    fc.property(anySheet, (sheet) => {
      for (const { byPart, byYear, payments, remains } of [outcomeOf(sheet).own, outcomeOf(sheet).rent]) {
        const sum = (amounts: readonly Big[]) => amounts.reduce((all, each) => all.plus(each), new Big(0)).toFixed(2);
        expect(sum(byPart.map(({ amount }) => amount))).toBe(payments.minus(remains).toFixed(2));
        expect(sum(byYear.map((each) => each.payments))).toBe(payments.toFixed(2));
        expect(sum(byYear.map((each) => each.remains))).toBe(remains.toFixed(2));
      }
    }),
    { numRuns: 100 },
  );
});

test("prepaying moves payments, and neither adds to nor takes from them", () => {
  fc.assert(
    fc.property(anySheet, (sheet) => {
      const without = outcomeOf(withValue(sheet, "rent.prepaymentShare", 0));
      expect(outcomeOf(sheet).rent.payments.toFixed(2)).toBe(without.rent.payments.toFixed(2));
    }),
    { numRuns: 100 },
  );
});
