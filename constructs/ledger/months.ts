import { addMonths, compareDates } from "../model";

/** A month of the calendar, `YYYY-MM`. */
export type Month = string;

/** A day taken apart. */
export interface DayParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly daysInMonth: number;
  /** The month as a number that grows by one from each to the next. */
  readonly index: number;
}

export function partsOf(date: string): DayParts {
  // By place: a year of more than four digits has a sign and six.
  const end = date.length - 6;
  const year = Number(date.slice(0, end));
  const month = Number(date.slice(end + 1, end + 3));
  const day = Number(date.slice(end + 4));
  return { year, month, day, daysInMonth: daysIn(year, month), index: year * 12 + month - 1 };
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month; asked of the calendar by hand, since a schedule asks thousands of times. */
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Years of more than four digits have a sign and six, as ISO 8601 has them. */
const named = (year: number, month: number): Month =>
  `${year > 9999 ? `+${String(year).padStart(6, "0")}` : String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;

/** The month a day lies in. */
export const monthOf = (date: string): Month => date.slice(0, -3);

export const firstOf = (month: Month): string => `${month}-01`;

export const monthAt = (index: number): Month => named(Math.floor(index / 12), (index % 12) + 1);

export const indexOf = (month: Month): number => partsOf(firstOf(month)).index;

/** The month that lies so many months later. */
export const monthAfter = (month: Month, count = 1): Month => monthAt(indexOf(month) + count);

/** Last day of a month. */
export const lastOf = (month: Month): string => `${month}-${partsOf(firstOf(month)).daysInMonth}`;

/** The months from one to another, both included; none where the second is earlier. */
export function* monthsFrom(first: Month, last: Month): Generator<Month> {
  for (let index = indexOf(first); index <= indexOf(last); index++) yield monthAt(index);
}

/** Months of the calendar from one day to another that are complete; none where the second is earlier. */
export function wholeMonths(from: string, to: string): number {
  const months = partsOf(to).index - partsOf(from).index;
  // The last of a short month completes what began on a day it does not have.
  return Math.max(0, compareDates(addMonths(from, Math.max(months, 0)), to) > 0 ? months - 1 : months);
}

/**
 * The fiscal year that a month lies in, named after the calendar year in which it ends: `2027`, or `FY2027` where the year does not
 * begin in January.
 */
export function fiscalYearOf(month: Month, start: number): string {
  const { year, month: number } = partsOf(firstOf(month));
  if (start === 1) return String(year);
  return `FY${number >= start ? year + 1 : year}`;
}
