import Big from "big.js";
import { growthAfter } from "../discount";
import { monthAt, partsOf } from "../months";
import { type Sheet, valueIn } from "./sheet";

/** What money goes to, or comes from: what is left of a value at the end is negative, and no payment. */
export type CostPart =
  | "rented accelerators"
  | "prepayment"
  | "staff"
  | "rented until one's own is there"
  | "hardware"
  | "hall"
  | "energy"
  | "maintenance"
  | "value that remains";

/** An amount due in a month, counted from the first, 0. Each is a bill: rounded once, to the cent. */
export interface CostFlow {
  readonly month: number;
  readonly part: CostPart;
  readonly amount: Big;
}

/** Hours of a month, counted from the first of a comparison. */
export const hoursIn = ({ start }: Sheet, month: number): number =>
  partsOf(`${monthAt(start + month)}-01`).daysInMonth * 24;

/** Accelerators of one's own that can be given work. */
export const schedulable = (sheet: Sheet): Big =>
  valueIn(sheet, "accelerators").times(new Big(1).minus(valueIn(sheet, "own.outOfService")));

/** Hours in which accelerators of one's own would work in a month: the work that both sides do. */
export const usedHours = (sheet: Sheet, month: number): Big =>
  schedulable(sheet).times(valueIn(sheet, "utilization")).times(hoursIn(sheet, month));

export const ONE = new Big(1);

/** The month in which the price of a month began to hold, where prices step after so many. */
export const stepOf = (month: number, every: number): number => month - (month % every);

/** What a price has become after so many months, as a multiple of the first. */
export const stepped = (change: Big, months: number): Big => (change.eq(0) ? ONE : growthAfter(change, months));

/** An amount as a bill has it. */
export const billed = (part: CostPart, month: number, exact: Big): CostFlow => ({
  part,
  month,
  amount: exact.round(2),
});

/** Whole numbers from one to before another. */
export const monthsBetween = (from: number, until: number): number[] =>
  Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index);

/** Months of one length at one price have one bill: it is reckoned once. `since` is the month from which the price holds. */
export function billOnce(exact: (hours: number, since: number) => Big): (hours: number, since: number) => Big {
  const known = new Map<string, Big>();
  return (hours, since) => {
    const key = `${hours} ${since}`;
    const bill = known.get(key) ?? exact(hours, since).round(2);
    known.set(key, bill);
    return bill;
  };
}
