import Big from "big.js";
import { monthAt } from "../months";
import { type CostFlow, monthsBetween } from "./flows";
import { crossingsOf } from "./look";
import { type CheaperSide, factorAt, factorsOf } from "./outcome";
import { ownFlows, purchases, valueLeft } from "./own-flows";
import { rentFlows } from "./rent-flows";
import { monthsIn, type Sheet } from "./sheet";

/** Utilizations between which one side is cheaper, all else as it is. */
export interface UtilizationSpan {
  /** 0 for the first. */
  readonly from: number;
  /** 1 for the last. */
  readonly until: number;
  readonly cheaper: CheaperSide;
}

/**
 * Which side is cheaper at which utilization, from 0 to 1. Where one span ends and the next begins both cost the same: a break-even
 * utilization. There are at most two, since what both cost are straight lines that bend once.
 */
export function utilizationSpans(sheet: Sheet, cheaperNow: CheaperSide): UtilizationSpan[] {
  const found = crossingsOf(sheet, "utilization");
  const [first] = found;
  const spans: UtilizationSpan[] = [];
  let [from, cheaper] = [0, first?.from ?? cheaperNow];
  for (const { above, to } of found) {
    spans.push({ from, until: above, cheaper });
    [from, cheaper] = [above, to];
  }
  return [...spans, { from, until: 1, cheaper }];
}

/** What both sides have cost up to the end of a month, in the first month's money. */
export interface CumulatedCost {
  readonly month: string;
  /** Months that are over: 1 for the first. */
  readonly number: number;
  readonly own: Big;
  /**
   * What owning has cost less what hardware and hall are then worth, with what of their price is still owed. None until one's own is
   * there: nothing can be sold before.
   */
  readonly ownLessWorth: Big | undefined;
  readonly rent: Big;
}

export function cumulated(sheet: Sheet): CumulatedCost[] {
  const months = monthsIn(sheet, "months");
  const lead = monthsIn(sheet, "own.leadMonths");
  const factors = factorsOf(sheet);
  const discounted = (flows: readonly CostFlow[]): Big[] => {
    const sums = monthsBetween(0, months).map(() => new Big(0));
    for (const { month, amount } of flows)
      sums[month] = (sums[month] ?? new Big(0)).plus(amount.times(factorAt(factors, month)));
    return sums;
  };
  const own = running(discounted(ownFlows(sheet).filter(({ part }) => part !== "value that remains")));
  const bought = running(discounted(purchases(sheet)));
  const rent = running(discounted(rentFlows(sheet)));
  const inAll = bought.at(-1) ?? new Big(0);
  return monthsBetween(0, months).map((month) => {
    const paid = own[month] ?? new Big(0);
    const owed = inAll.minus(bought[month] ?? 0);
    const worth = valueLeft(sheet, month + 1).times(factorAt(factors, month));
    return {
      month: monthAt(sheet.start + month),
      number: month + 1,
      own: paid.round(2),
      ownLessWorth: month < lead ? undefined : paid.plus(owed).minus(worth).round(2),
      rent: (rent[month] ?? new Big(0)).round(2),
    };
  });
}

/** When owning has paid for itself: from which month on it has cost no more than renting, and stays so to the end. */
export interface MonthBreakEven {
  /** With nothing sold: payments against payments. */
  readonly paidBack?: CumulatedCost;
  /** If what there is could be sold for what it is worth. */
  readonly worth?: CumulatedCost;
}

export function monthBreakEven(course: readonly CumulatedCost[]): MonthBreakEven {
  const paidBack = lasting(course, ({ own, ownLessWorth, rent }) => ownLessWorth !== undefined && own.lte(rent));
  const worth = lasting(course, ({ ownLessWorth, rent }) => ownLessWorth?.lte(rent) ?? false);
  return {
    ...(paidBack === undefined ? {} : { paidBack }),
    ...(worth === undefined ? {} : { worth }),
  };
}

/** The first from which on all are so; a prepayment may put renting behind for a while, which is no break-even. */
const lasting = (course: readonly CumulatedCost[], isSo: (each: CumulatedCost) => boolean): CumulatedCost | undefined =>
  course[course.findLastIndex((each) => !isSo(each)) + 1];

function running(amounts: readonly Big[]): Big[] {
  let sum = new Big(0);
  return amounts.map((each) => {
    sum = sum.plus(each);
    return sum;
  });
}
