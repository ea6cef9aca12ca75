import { type AssumptionKey, rowFor } from "./assumption-rows";
import { type Crossing, crossings, halved, halvedWhole } from "./crossings";
import { type CheaperSide, cheaperBy, differenceOf } from "./outcome";
import { monthsIn, type Sheet, valueIn, withValue } from "./sheet";

/** Steps in which a curve is looked at. */
const STEPS = 100;

/** Least and most value of an assumption that is looked at. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Where an assumption is looked at: as far as it may go, or to ten times what it is. */
export function rangeOf(sheet: Sheet, key: AssumptionKey): Range {
  const value = valueIn(sheet, key).toNumber();
  const months = monthsIn(sheet, "months");
  const { within, form } = rowFor(key);
  if (key === "months") return monthsRange(sheet, months);
  if (key === "own.leadMonths") return leadRange(sheet, months);
  if (key === "rent.termMonths") return { least: 1, most: Math.max(months, value) };
  if (within !== undefined) return { least: Math.min(within[0], value), most: Math.max(within[1], value) };
  if (form === "count") return { least: 1, most: 10 * value };
  // What nobody has put a price on could be as dear as all the rest.
  if (value === 0) return { least: 0, most: Math.max(1, differenceOf(sheet).abs().toNumber()) };
  return { least: form === "money" ? 0 : value / 100, most: 10 * value };
}

/** When parts of the price are due, counted from the month in which one's own is there. */
const dueMonths = ({ payments }: Sheet): number[] => [0, ...payments.map((payment) => payment.months)];

/** The last month in which one's own is not there yet, or not all of it is paid for, counted from the first, 0: more are compared. */
export const lastDue = (sheet: Sheet): number => monthsIn(sheet, "own.leadMonths") + Math.max(...dueMonths(sheet));

/** No part of the price may be due before the decision or after the months that are compared. */
function leadRange(sheet: Sheet, months: number): Range {
  const due = dueMonths(sheet);
  return { least: 0 - Math.min(...due), most: months - 1 - Math.max(...due) };
}

/** Not beyond the life of the hardware: it would have to be bought again. */
function monthsRange(sheet: Sheet, months: number): Range {
  const replaced = monthsIn(sheet, "own.leadMonths") + monthsIn(sheet, "own.hardwareLifeMonths");
  return { least: lastDue(sheet) + 1, most: Math.max(months, Math.min(replaced, 600)) };
}

/** The values between which the cheaper side changes at most once, the assumption's own among them. */
function valuesToLookAt(sheet: Sheet, key: AssumptionKey): number[] {
  const { least, most } = rangeOf(sheet, key);
  const value = valueIn(sheet, key).toNumber();
  return [...new Set([least, value, most, ...between(sheet, key, { least, most })])].sort((a, b) => a - b);
}

function between(sheet: Sheet, key: AssumptionKey, { least, most }: Range): number[] {
  switch (rowFor(key).shape) {
    case "straight":
      return [];
    case "kinked":
      return [valueIn(sheet, key === "utilization" ? "rent.takeOrPayShare" : "utilization").toNumber()];
    case "whole":
      return Array.from({ length: most - least + 1 }, (_, step) => least + step);
    case "curved":
      return Array.from({ length: STEPS + 1 }, (_, step) => least + ((most - least) * step) / STEPS);
  }
}

export const isWhole = (key: AssumptionKey): boolean => ["months", "count"].includes(rowFor(key).form);

/** Where the cheaper side changes as one assumption goes from its least to its most, all others as they are. */
export const crossingsOf = (sheet: Sheet, key: AssumptionKey): Crossing<CheaperSide>[] =>
  crossings(
    valuesToLookAt(sheet, key),
    (value) => cheaperBy(differenceOf(withValue(sheet, key, value))),
    isWhole(key) ? halvedWhole : halved,
  );
