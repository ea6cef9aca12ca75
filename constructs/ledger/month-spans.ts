import type { Span } from "./capacity/spans";
import { type Month, monthAt } from "./months";

/** A month, or what of it one looks at. */
export interface MonthSpan extends Required<Span> {
  readonly month: Month;
}

/** The months of the calendar in UTC that a stretch of time meets, cut to it. */
export function monthSpans({ from, until }: Required<Span>): MonthSpan[] {
  const spans: MonthSpan[] = [];
  for (let index = indexAt(from), begin = from; begin < until; index++) {
    const { month, end } = boundsOf(index);
    const over = Math.min(until, end);
    spans.push({ month, from: begin, until: over });
    begin = over;
  }
  return spans;
}

/** How long a month is, in milliseconds. */
export const lengthOf = (index: number): number => boundsOf(index).end - boundsOf(index - 1).end;

/** The month in which an instant lies, counted as `indexOf` of a month counts. */
function indexAt(instant: number): number {
  const date = new Date(instant);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

interface Bounds {
  readonly month: Month;
  /** The instant at which it is over. */
  readonly end: number;
}

/** Schedules ask for the same few hundred months thousands of times. */
const known = new Map<number, Bounds>();

function boundsOf(index: number): Bounds {
  const found = known.get(index);
  if (found !== undefined) return found;
  const made = { month: monthAt(index), end: Date.parse(`${monthAt(index + 1)}-01T00:00:00Z`) };
  known.set(index, made);
  return made;
}
