import { addDays, compareDates } from "../../../constructs/model";

/** An amount that changes from day to day. */
export interface Steps {
  /** Before the first day. */
  readonly start: number;
  /** The amount from a day on, in order. */
  readonly days: readonly { readonly day: string; readonly value: number }[];
  /** What comes on top once what has no day is there. */
  readonly undated: number;
}

export const NOTHING_EVER: Steps = { start: 0, days: [], undated: 0 };

/** The amount on a day. */
export const valueOn = ({ start, days }: Steps, day: string): number =>
  days.filter((each) => compareDates(each.day, day) <= 0).at(-1)?.value ?? start;

/** The amount in the end, without what has no day. */
export const lastOf = ({ start, days }: Steps): number => days.at(-1)?.value ?? start;

/** Whether it is nothing, ever. */
export const isNothing = (steps: Steps): boolean =>
  steps.start === 0 && steps.undated === 0 && steps.days.every(({ value }) => value === 0);

/** The sum of several. */
export function sumOfSteps(all: readonly Steps[]): Steps {
  const days = daysOf(all);
  const sum = (values: readonly number[]): number => clean(values.reduce((one, other) => one + other, 0));
  return {
    start: sum(all.map(({ start }) => start)),
    days: days.map((day) => ({ day, value: sum(all.map((each) => valueOn(each, day))) })),
    undated: sum(all.map(({ undated }) => undated)),
  };
}

/** Every day on which any of some amounts changes, in order. */
export const daysOf = (all: readonly Steps[]): string[] =>
  [...new Set(all.flatMap(({ days }) => days.map(({ day }) => day)))].sort(compareDates);

/** A part of an amount: there from a day on, always, or once it has a day; until a last day or for good. */
export interface Part {
  readonly amount: number;
  readonly from: "start" | "undated" | { readonly day: string };
  /** The last day on which it is there. */
  readonly until?: string | undefined;
}

/** The sum of parts. */
export function stepsOfParts(parts: readonly Part[]): Steps {
  const changes = parts.flatMap(({ amount, from, until }) => [
    ...(typeof from === "string" ? [] : [{ day: from.day, amount }]),
    // What has no day comes after all days, and so none of them ends it.
    ...(until === undefined || from === "undated" ? [] : [{ day: addDays(until, 1), amount: -amount }]),
  ]);
  const of = (from: "start" | "undated"): number =>
    clean(parts.filter((part) => part.from === from).reduce((sum, { amount }) => sum + amount, 0));
  const start = of("start");
  let value = start;
  const days = [...new Set(changes.map(({ day }) => day))].sort(compareDates).map((day) => {
    for (const change of changes) if (change.day === day) value += change.amount;
    value = clean(value);
    return { day, value };
  });
  return { start, days, undated: of("undated") };
}

/** Without the dust of binary fractions. */
const clean = (value: number): number => Number(value.toPrecision(12));
