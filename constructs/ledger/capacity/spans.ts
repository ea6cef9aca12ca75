/** A stretch of time, half-open: from its first instant up to the one at which it is over. In milliseconds since 1970 in UTC. */
export interface Span {
  /** Absent: always. */
  readonly from?: number | undefined;
  /** Absent: never over. */
  readonly until?: number | undefined;
}

export const MS_PER_HOUR = 3_600_000;
export const MS_PER_DAY = 86_400_000;

/** The first instant of a day, or an instant, in milliseconds. */
export const instantOf = (day: string): number => Date.parse(day.length === 10 ? `${day}T00:00:00Z` : day);

/** The instant at which a last day is over. */
export const endOfDay = (day: string): number => instantOf(day) + MS_PER_DAY;

/** Hours of a stretch. */
export const hoursOf = ({ from, until }: Required<Span>): number => (until - from) / MS_PER_HOUR;

/** The day in UTC in which an instant lies. */
export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** An instant as a reader wants it: a day where it is the first of one, else with its time. */
export const instantText = (instant: number): string =>
  instant % MS_PER_DAY === 0 ? dayOf(instant) : `${new Date(instant).toISOString().slice(0, 16)}Z`;

/** What two stretches share; nothing where they do not meet. */
export function meet(one: Span, other: Span): Span | undefined {
  const from = Math.max(one.from ?? Number.NEGATIVE_INFINITY, other.from ?? Number.NEGATIVE_INFINITY);
  const until = Math.min(one.until ?? Number.POSITIVE_INFINITY, other.until ?? Number.POSITIVE_INFINITY);
  return from < until ? spanOf(from, until) : undefined;
}

/** A stretch between two instants, of which either may be infinite. */
export const spanOf = (from: number, until: number): Span => ({ from: finite(from), until: finite(until) });

const finite = (instant: number): number | undefined => (Number.isFinite(instant) ? instant : undefined);

/** Whether an instant lies within a stretch. */
export const covers = ({ from, until }: Span, instant: number): boolean =>
  (from === undefined || from <= instant) && (until === undefined || instant < until);

/** The first instants of the months between two. */
export function firstsBetween(from: number, until: number): number[] {
  const date = new Date(from);
  const firsts: number[] = [];
  for (let month = date.getUTCMonth() + 1; ; month += 1) {
    const first = Date.UTC(date.getUTCFullYear(), month, 1);
    if (first >= until) return firsts;
    firsts.push(first);
  }
}
