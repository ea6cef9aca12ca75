import Big from "big.js";
import { ByMonth } from "./branches";
import { type Flow, orderDates, range } from "./cash";
import { aged, type Context, type HeldColumn, type Priced, payment } from "./offer-columns";
import type { Column, Terms } from "./program";

/** What is due in each month in which one has anything of the offer, or is still bound to it after the horizon. */
export function writeMonthlyFee(context: Context, held: readonly HeldColumn[]): Priced[] {
  const { program, offer, horizon, branches, orders, most } = context;
  const fee = offer.price.fixedMonthly;
  const [first, last] = [orders[0], orders.at(-1)];
  if (fee === undefined || first === undefined || last === undefined) return [];
  const bound = orderDates(offer, last.decision, horizon);
  const length = bound.boundUntil - bound.start;
  // Without an end, what was ordered earlier is bound for longer: to the end of the horizon.
  const endless = offer.termMonths === undefined && offer.leastMonths === undefined;
  return range(first.decision + offer.leadMonths, Math.max(horizon.months, bound.boundUntil)).flatMap((month) =>
    branches.of(month).map((branch) => {
      const anything = program.column(1, "switch");
      const had = held.find((each) => each.month === month && each.branch === branch);
      const steps: Terms =
        had === undefined
          ? aged(context, month, branch ?? 0, () => 1, endless ? undefined : length)
          : [[had.column, 1]];
      program.row([...steps, [anything, -most]], { atMost: 0 });
      return { column: anything, offer, branch, flows: payment(month, new Big(fee).round(2)) };
    }),
  );
}

/**
 * The prepaid share of that fee moves to the month in which the first order is decided that binds one to pay it. A column for each month
 * of the fee and each decision says whether one is bound by then; it is what the orders say, so that nothing is paid sooner or later.
 */
export function writeFeePrepayment(context: Context): Priced[] {
  const { program, offer, horizon, branches, orders, ordered, most } = context;
  const early = new Big(offer.price.fixedMonthly ?? 0).round(2).times(offer.price.prepaymentShare).round(2);
  if (early.eq(0)) return [];
  const decisions = [...new Set(orders.map(({ decision }) => decision))].map((decision) => ({
    decision,
    ...orderDates(offer, decision, horizon),
  }));
  const last = Math.max(0, ...decisions.map(({ boundUntil }) => boundUntil));
  return range(0, last).flatMap((month) => {
    const binding = decisions.filter(
      ({ decision, start, boundUntil }) => start <= month && month < boundUntil && decision < month,
    );
    const bound = new ByMonth(branches);
    return binding.flatMap(({ decision }, index) =>
      branches.of(decision).map((branch): Priced => {
        const column = program.column(1, "switch");
        const own: Terms = termOf(ordered.get(decision, branch ?? 0));
        const before: Terms = index === 0 ? [] : termOf(bound.get(decision - 1, branch ?? 0));
        program.row([...own, [column, -most]], { atMost: 0 });
        program.row([...before, [column, -1]], { atMost: 0 });
        program.row([[column, 1], ...own.map(negative), ...before.map(negative)], { atMost: 0 });
        bound.set(decision, branch, column);
        const flows: Flow[] = [
          ...payment(decision, early),
          ...payment(binding[index + 1]?.decision ?? month, early.times(-1)),
        ];
        return { column, offer, branch, flows };
      }),
    );
  });
}

const termOf = (column: Column | undefined): Terms => (column === undefined ? [] : [[column, 1]]);

const negative = ([column, times]: Terms[number]): Terms[number] => [column, -times];
