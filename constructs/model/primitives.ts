import { z } from "zod";
import { Basis, Bound } from "./basis";
import { show } from "./show";

/** A text of one form; `what` names it with its article: `an AWS region such as "us-east-2"`. */
export const textLike = (form: RegExp, what: string) => {
  const error = (issue: { readonly input?: unknown }) => `must be ${what}; got ${show(issue.input)}`;
  return z.string({ error }).regex(form, { error });
};

/** What to say when something else stands where a figure is wanted; every other trouble with it has words of its own. */
export const asFigure =
  (what: string) =>
  (issue: { readonly code?: string; readonly input?: unknown }): string | undefined =>
    issue.code === "invalid_type" ? `must be ${what}; got ${show(issue.input)}` : undefined;

/** A value as one writes it: nothing in it is changed, so that a constant of the program will do. */
export type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** More of anything is a slip of the keyboard: sums of it would no longer be exact to the unit. */
const MOST = 1e12;

/** The same where a unit says how much there can be: ten times what all power plants on earth have, a thousand times the chips that anybody has. */
const mostOf: Readonly<Record<string, number>> = { MW: 1e8, kW: 1e11, accelerators: 1e10, times: 1e6 };

/** A finite number of zero or more, in a unit. */
export const nonNegative = (unit: string) => {
  const most = mostOf[unit] ?? MOST;
  return z
    .number({ error: (issue) => `must be a finite number of ${unit}, 0 or more; got ${show(issue.input)}` })
    .min(0, { error: (issue) => `must be 0 ${unit} or more; got ${show(issue.input)}` })
    .max(most, { error: (issue) => `must be at most ${most} ${unit}; got ${show(issue.input)}` });
};

/** A number from a least to a most, both included; `what` names it with its article: `a PUE`. */
export const numberWithin = (what: string, least: number, most: number, why = "") => {
  const error = (issue: { readonly input?: unknown }) =>
    `must be ${what}, ${least} to ${most}${why}; got ${show(issue.input)}`;
  return z.number({ error }).min(least, { error }).max(most, { error });
};

/**
 * Energy, or power, of a site over that of its IT. It is 1 or more by its definition (ISO/IEC 30134-2); no plant takes nine times as much for
 * cooling and losses as for its machines.
 */
export const MOST_PUE = 10;

/**
 * Work of one chip over that of another. Between the slowest and the fastest that anybody would compare lie some thousands; what does none of the
 * work does not serve it.
 */
export const Throughput = numberWithin("a throughput", 0.000001, 1_000_000, " times the work of the other");

/** A share of time in which something works; with less than a ten-thousandth an hour of work would cost more than anything costs. */
export const WorkShare = numberWithin("a share", 0.0001, 1, " of the time");

const isShare = (issue: { readonly input?: unknown }) => `must be a share, 0 to 1; got ${show(issue.input)}`;

/** A share of a whole, 0 to 1. */
export const Share = z.number({ error: isShare }).min(0, { error: isShare }).max(1, { error: isShare });

/** Nobody has a billion of anything that is counted here one by one. */
const MOST_COUNT = 1e9;

/** A whole number of one or more. */
export const positiveCount = (what: string) =>
  z
    .number({ error: (issue) => `must be a whole number of ${what}, 1 or more; got ${show(issue.input)}` })
    .int({ error: (issue) => `must be a whole number of ${what}; got ${show(issue.input)}` })
    .min(1, { error: (issue) => `must be 1 or more ${what}; got ${show(issue.input)}` })
    .max(MOST_COUNT, { error: (issue) => `must be at most ${MOST_COUNT} ${what}; got ${show(issue.input)}` });

/** A list that must hold something; `words` say what: `must hold at least one pool`. */
export const filledList = <T extends z.ZodType>(item: T, words: string, least = 1) =>
  z.array(item, { error: (issue) => (issue.input === undefined ? words : undefined) }).min(least, { error: words });

/** The name of a site, cluster, pool, hall, ...: a DNS-1123 label, since it becomes part of many other systems' names. */
export const Name = z
  .string({ error: (issue) => `must be a name; got ${show(issue.input)}` })
  .max(63, {
    error: (issue) => `must be at most 63 characters; ${show(issue.input)} has ${String(issue.input).length}`,
  })
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, {
    error: (issue) => `must be lower-case letters, digits and inner hyphens; got ${show(issue.input)}`,
  });

/** A free text that must say something. */
export const Text = z
  .string({ error: (issue) => `must be a text; got ${show(issue.input)}` })
  .min(1, { error: "must not be empty" });

/** A calendar day, `YYYY-MM-DD`, without a time or a zone. */
export const PlainDate = z.iso.date({
  error: (issue) => `must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got ${show(issue.input)}`,
});

/** An instant, for what ends at an hour: `2026-12-01T11:30:00Z`. */
export const Instant = z.iso.datetime({
  error: (issue) => `must be an instant in UTC, such as "2026-12-01T11:30:00Z"; got ${show(issue.input)}`,
});

/** A number with its provenance. */
export const FigureSchema = z.strictObject(
  {
    value: z
      .number({ error: (issue) => `must be a finite number, 0 or more; got ${show(issue.input)}` })
      .min(0, { error: (issue) => `must be 0 or more; got ${show(issue.input)}` })
      .max(MOST, { error: (issue) => `must be at most ${MOST}; got ${show(issue.input)}` }),
    bound: Bound.default("exact"),
    basis: Basis,
    source: Text,
  },
  { error: asFigure("a figure with value, basis and source, as assumed(1.2, { source: ... }) gives") },
);
