import Big from "big.js";
import type { Basis, Bound, Currency, SpendKind } from "../../model";
import { grouped } from "../../model/grouped";
import { type Commitment, dayOf, instantOf, MS_PER_HOUR, meet, type Span, spanOf } from "../capacity";
import { monthSpans } from "../energy";
import { firstOf, indexOf, type Month, monthAt, monthOf } from "../months";
import { type CostLine, type CostOwner, isWithinMonths, type MonthWindow } from "./line";
import type { PriceStep } from "./price-steps";
import type { Priced } from "./scope";
import { type Due, sharesOf } from "./share-bill";

/** Something that is billed by one price while it is there. */
export interface Billed extends Span {
  readonly owner: CostOwner;
  readonly of: Priced;
  /** Accelerators, machines, kW, or one site. */
  readonly quantity: number;
  readonly bound: Bound;
  readonly basis: Basis;
  readonly commitment: Commitment;
  /** Share that is due whatever is used, 0 to 1. */
  readonly committed: number;
  /** Share that is due on its first day, 0 to 1. */
  readonly prepaid: number;
}

/** One price, and how its bills are written. */
export interface Billing {
  readonly price: string;
  readonly what: SpendKind;
  readonly currency: Currency;
  readonly steps: readonly PriceStep[];
  /** What the price is for: an hour of one, a month of one, or 1,000 of one for an hour (a megawatt-hour of kW). */
  readonly per: "hour" | "month" | "thousandHours";
}

/**
 * The bills of one price, month by month. A bill is rounded to the cent once for each site and month, and then split among what it is
 * for, so that it stays the same however a site divides what it has into pools and contracts.
 */
export function billsOf(billing: Billing, all: readonly Billed[], window: MonthWindow): CostLine[] {
  return [...grouped(all, ({ owner }) => owner.site).values()].flatMap((own) => siteBills(billing, own, window));
}

function siteBills(billing: Billing, all: readonly Billed[], window: MonthWindow): CostLine[] {
  const months = new Map<Month, Due[]>();
  for (const billed of all) {
    // What is prepaid is known for all of its term, or not at all.
    const asked = billed.prepaid > 0 ? {} : spanOfMonths(window);
    for (const step of billing.steps) {
      const held = meet(billed, step);
      const both = held === undefined ? undefined : meet(held, asked);
      if (both?.from === undefined || both.until === undefined) continue;
      for (const { month, ...span } of monthSpans({ from: both.from, until: both.until })) {
        const due = step.amount.times(billed.quantity).times(span.until - span.from);
        const committed = due.times(billed.committed);
        const parts = months.get(month) ?? [];
        parts.push({ billed, committed, flexible: due.minus(committed) });
        months.set(month, parts);
      }
    }
  }
  const lines = [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([month, parts]) => billOf(billing, month, parts));
  return withPrepayment(lines, billing.steps[0]?.from)
    .filter(({ month }) => isWithinMonths(window, month))
    .map(({ early: _, billed: __, ...line }) => line);
}

interface BilledLine extends CostLine {
  readonly billed: Billed;
  /** Of the cost, what was due on the first day of the term. */
  readonly early: Big;
}

function billOf({ price, what, currency, per }: Billing, month: Month, dues: readonly Due[]): BilledLine[] {
  const divisor = per === "month" ? lengthOf(month) : MS_PER_HOUR * (per === "hour" ? 1 : 1000);
  return sharesOf(dues, divisor).map(({ billed, committed, flexible, early }) => {
    const { owner, of, bound, basis, commitment } = billed;
    const cost = committed.plus(flexible);
    return {
      ...owner,
      of,
      month,
      what,
      price,
      currency,
      cost,
      committed,
      cash: cost.minus(early),
      committedCash: committed.minus(early),
      bound,
      basis,
      commitment,
      billed,
      early,
    };
  });
}

/**
 * The same lines, and what of them is due on the first day of each term.
 *
 * @param begin when there is a price at all; always where it is absent
 */
function withPrepayment(lines: readonly BilledLine[], begin: number | undefined): BilledLine[] {
  const early = [
    ...grouped(
      lines.filter((line) => line.early.gt(0)),
      ({ billed }) => billed,
    ),
  ].map(([billed, own]): BilledLine[] => {
    const [first] = own;
    if (first === undefined || billed.from === undefined) return [];
    const due = sum(own.map((line) => line.early));
    const month = monthOf(dayOf(Math.max(billed.from, begin ?? billed.from)));
    return [{ ...first, month, cost: NOTHING, committed: NOTHING, cash: due, committedCash: due, early: NOTHING }];
  });
  return [...early.flat(), ...lines];
}

const NOTHING = new Big(0);
const sum = (amounts: readonly Big[]): Big => amounts.reduce((total, each) => total.plus(each), NOTHING);

/** The instants between which some months lie. */
export const spanOfMonths = ({ first, last }: MonthWindow): Span =>
  spanOf(instantOf(firstOf(first)), instantOf(firstOf(monthAt(indexOf(last) + 1))));

const lengthOf = (month: Month): number => {
  const index = indexOf(month);
  return instantOf(firstOf(monthAt(index + 1))) - instantOf(firstOf(month));
};
