import Big from "big.js";
import type { Basis, Bound, Currency, SpendKind } from "../../model";
import { grouped } from "../../model/grouped";
import { type Commitment, dayOf, instantOf, MS_PER_HOUR, meet, type Span, spanOf } from "../capacity";
import { sumOf } from "../money-sum";
import { lengthOf, monthSpans } from "../month-spans";
import { firstOf, indexOf, type Month, monthAfter, monthOf } from "../months";
import { type CostLine, type CostOwner, costLine, isWithinMonths, type MonthWindow } from "./line";
import type { PriceStep } from "./price-steps";
import type { Priced } from "./scope";
import { type Due, type Shared, sharesOf } from "./share-bill";

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

/** Some of one thing in one month, at one price. */
interface Part {
  readonly billed: Billed;
  /** What it is due per millisecond, not yet divided by the length of what the price is for. */
  readonly rate: Big;
  readonly length: number;
  /** Alike parts have one name. */
  readonly name: string;
}

function siteBills(billing: Billing, all: readonly Billed[], window: MonthWindow): CostLine[] {
  // Months in which the same is there for as long come to the same: a term of years is a few bills, many times.
  const alike = new Map<string, readonly Shared[]>();
  const lines = [...partsByMonth(billing, all, window)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([month, parts]) => {
      const divisor = divisorOf(billing, month);
      const key = `${divisor} ${parts.map(({ name, length }) => `${name} ${length}`).join(" ")}`;
      const shares = alike.get(key) ?? sharesOf(parts.map(dueOf), divisor);
      alike.set(key, shares);
      return shares.map((share) => ({ month, share }));
    });
  const isAsked = ({ month }: CostLine) => isWithinMonths(window, month);
  return [...prepayments(billing, lines), ...lines.map(({ month, share }) => billOf(billing, month, share))].filter(
    isAsked,
  );
}

function partsByMonth({ steps }: Billing, all: readonly Billed[], window: MonthWindow): Map<Month, Part[]> {
  const months = new Map<Month, Part[]>();
  const asked = spanOfMonths(window);
  for (const [at, billed] of all.entries()) {
    for (const [step, price] of steps.entries()) {
      const held = meet(billed, price);
      // What is prepaid is known for all of its term, or not at all.
      const both = held === undefined ? undefined : meet(held, billed.prepaid > 0 ? {} : asked);
      if (both?.from === undefined || both.until === undefined) continue;
      const rate = price.amount.times(billed.quantity);
      for (const { month, from, until } of monthSpans({ from: both.from, until: both.until })) {
        const parts = months.get(month) ?? [];
        parts.push({ billed, rate, length: until - from, name: `${at}:${step}` });
        months.set(month, parts);
      }
    }
  }
  return months;
}

function dueOf({ billed, rate, length }: Part): Due {
  const due = rate.times(length);
  const committed = due.times(billed.committed);
  return { billed, committed, flexible: due.minus(committed) };
}

const divisorOf = ({ per }: Billing, month: Month): number =>
  per === "month" ? lengthOf(indexOf(month)) : MS_PER_HOUR * (per === "hour" ? 1 : 1000);

function billOf(billing: Billing, month: Month, { billed, committed, flexible, early }: Shared): CostLine {
  const cost = committed.eq(0) ? flexible : committed.plus(flexible);
  const [cash, committedCash] = early.eq(0) ? [cost, committed] : [cost.minus(early), committed.minus(early)];
  return lineOf(billing, month, billed, { cost, committed, cash, committedCash });
}

const lineOf = (
  { what, price, currency }: Billing,
  month: Month,
  { owner, of, bound, basis, commitment }: Billed,
  { cost, committed, cash, committedCash }: Pick<CostLine, "cost" | "committed" | "cash" | "committedCash">,
): CostLine =>
  costLine(owner, {
    of,
    month,
    what,
    price,
    currency,
    cost,
    committed,
    cash,
    committedCash,
    bound,
    basis,
    commitment,
  });

/** What is due on the first day of each term, or on the first on which there is a price. */
function prepayments(
  billing: Billing,
  lines: readonly { readonly month: Month; readonly share: Shared }[],
): CostLine[] {
  const early = lines.map(({ share }) => share).filter((share) => share.early.gt(0));
  const begin = billing.steps[0]?.from;
  return [...grouped(early, ({ billed }) => billed)].flatMap(([billed, own]): CostLine[] => {
    if (billed.from === undefined) return [];
    const due = sumOf(own.map((share) => share.early));
    const month = monthOf(dayOf(Math.max(billed.from, begin ?? billed.from)));
    return [lineOf(billing, month, billed, { cost: NOTHING, committed: NOTHING, cash: due, committedCash: due })];
  });
}

const NOTHING = new Big(0);

/** The instants between which some months lie. */
export const spanOfMonths = ({ first, last }: MonthWindow): Span =>
  spanOf(instantOf(firstOf(first)), instantOf(firstOf(monthAfter(last))));
