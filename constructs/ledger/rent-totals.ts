import Big from "big.js";
import type { Currency } from "../model";
import { fiscalYearOf, type Month } from "./months";
import type { RentLine } from "./rent";

/** Rent of one month in one currency, over all premises. */
export interface MonthRent {
  readonly month: Month;
  readonly currency: Currency;
  readonly amount: Big;
  /** What is due whatever is used. */
  readonly minimum: Big;
}

/** Rent of one calendar or fiscal year in one currency. */
export interface YearRent {
  readonly year: string;
  readonly currency: Currency;
  readonly amount: Big;
  readonly minimum: Big;
  /** Months of the year in which any rent is due. */
  readonly months: number;
}

/** Rent month by month, in order; amounts of different currencies stay apart. */
export function rentByMonth(lines: readonly RentLine[]): MonthRent[] {
  return grouped(lines, (line) => line.month).map(({ key, currency, lines: all }) => ({
    month: key,
    currency,
    ...sums(all),
  }));
}

/** Rent year by year; `start` is the first month of the fiscal year, 1 for the calendar's. */
export function rentByYear(lines: readonly RentLine[], start: number): YearRent[] {
  return grouped(lines, (line) => fiscalYearOf(line.month, start)).map(({ key, currency, lines: all }) => ({
    year: key,
    currency,
    ...sums(all),
    months: new Set(all.map((line) => line.month)).size,
  }));
}

/** All of the rent, by currency. */
export function rentInAll(lines: readonly RentLine[]): { currency: Currency; amount: Big; minimum: Big }[] {
  return grouped(lines, () => "").map(({ currency, lines: all }) => ({ currency, ...sums(all) }));
}

interface Group {
  readonly key: string;
  readonly currency: Currency;
  readonly lines: readonly RentLine[];
}

function grouped(lines: readonly RentLine[], keyOf: (line: RentLine) => string): Group[] {
  const groups = new Map<string, { key: string; currency: Currency; lines: RentLine[] }>();
  for (const line of lines) {
    const key = keyOf(line);
    const place = `${key} ${line.currency}`;
    const group = groups.get(place);
    if (group === undefined) groups.set(place, { key, currency: line.currency, lines: [line] });
    else group.lines.push(line);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

const sums = (lines: readonly RentLine[]): { amount: Big; minimum: Big } => ({
  amount: sumOf(lines.map((line) => line.amount)),
  minimum: sumOf(lines.map((line) => line.minimum)),
});

/** The sum of amounts of one currency. */
export const sumOf = (amounts: readonly Big[]): Big => amounts.reduce((sum, amount) => sum.plus(amount), new Big(0));
