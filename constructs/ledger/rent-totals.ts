import type Big from "big.js";
import type { Currency } from "../model";
import { grouped } from "../model/grouped";
import { sumOf } from "./money-sum";
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
  return byKey(lines, (line) => line.month).map(({ key, currency, lines: all }) => ({
    month: key,
    currency,
    ...sums(all),
  }));
}

/** Rent year by year; `start` is the first month of the fiscal year, 1 for the calendar's. */
export function rentByYear(lines: readonly RentLine[], start: number): YearRent[] {
  return byKey(lines, (line) => fiscalYearOf(line.month, start)).map(({ key, currency, lines: all }) => ({
    year: key,
    currency,
    ...sums(all),
    months: new Set(all.map((line) => line.month)).size,
  }));
}

/** All of the rent, by currency. */
export function rentInAll(lines: readonly RentLine[]): { currency: Currency; amount: Big; minimum: Big }[] {
  return byKey(lines, () => "").map(({ currency, lines: all }) => ({ currency, ...sums(all) }));
}

interface Group {
  readonly key: string;
  readonly currency: Currency;
  readonly lines: readonly RentLine[];
}

/** Lines by a key and by currency, in the order of both. */
function byKey(lines: readonly RentLine[], keyOf: (line: RentLine) => string): Group[] {
  return [...grouped(lines, ({ currency }) => currency)]
    .flatMap(([currency, own]) => [...grouped(own, keyOf)].map(([key, all]) => ({ key, currency, lines: all })))
    .sort((a, b) => compare(a.key, b.key) || compare(a.currency, b.currency));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const sums = (lines: readonly RentLine[]): { amount: Big; minimum: Big } => ({
  amount: sumOf(lines.map((line) => line.amount)),
  minimum: sumOf(lines.map((line) => line.minimum)),
});
