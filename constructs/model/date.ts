import { Temporal } from "temporal-polyfill";

const MS_PER_DAY = 86_400_000;

/** Whether a text is a day of the calendar in the form `YYYY-MM-DD`. */
export function isPlainDate(text: unknown): text is string {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

/** Negative when `a` is before `b`, zero on the same day, positive after. Both must be dates. */
export function compareDates(a: string, b: string): number {
  // Days of four-digit years stand in the order of their texts, and schedules compare many.
  if (a.length === 10 && b.length === 10) return a < b ? -1 : a > b ? 1 : 0;
  return Temporal.PlainDate.compare(a, b);
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return Temporal.PlainDate.from(a).until(b, { largestUnit: "day" }).days;
}

/** The day `months` calendar months after `date`, clipped to the end of a shorter month. */
export function addMonths(date: string, months: number): string {
  // Ledgers add months to ten thousands of days; in years of four digits it takes no calendar but the length of a month.
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (year !== undefined && Number.isInteger(months)) {
    const moved = Number(year) * 12 + Number(month) - 1 + months;
    const [movedYear, movedMonth] = [Math.floor(moved / 12), (((moved % 12) + 12) % 12) + 1];
    if (movedYear >= 1000 && movedYear <= 9999) {
      const last = daysOf(movedYear, movedMonth);
      return `${movedYear}-${twoDigits(movedMonth)}-${twoDigits(Math.min(Number(day), last))}`;
    }
  }
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** How many days a month has: the day before the first of the next, in years of four digits. */
const daysOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

/** The day `days` days after `date`; before it where they are negative. */
export function addDays(date: string, days: number): string {
  // Schedules add to thousands of days; years of four digits need no calendar.
  const moved = date.length === 10 ? new Date(Date.parse(date) + days * MS_PER_DAY) : undefined;
  if (moved !== undefined && moved.getUTCFullYear() > 0 && moved.getUTCFullYear() <= 9999) {
    return moved.toISOString().slice(0, 10);
  }
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The later of the days that are known; none where none is. */
export const latest = (...dates: readonly (string | undefined)[]): string | undefined =>
  dates
    .flatMap((date) => date ?? [])
    .sort(compareDates)
    .at(-1);

/** The earlier of the days that are known; none where none is. */
export const earliest = (...dates: readonly (string | undefined)[]): string | undefined =>
  dates.flatMap((date) => date ?? []).sort(compareDates)[0];

/** Today in UTC: for a command's default only, since nothing that is synthesized may depend on the day. */
export function todayUtc(): string {
  return Temporal.Now.plainDateISO("UTC").toString();
}
