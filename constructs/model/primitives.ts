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

/** A finite number of zero or more, in a unit. */
export const nonNegative = (unit: string) =>
  z.number({ error: (issue) => `must be a finite number of ${unit}, 0 or more; got ${show(issue.input)}` }).min(0, {
    error: (issue) => `must be 0 ${unit} or more; got ${show(issue.input)}`,
  });

const isShare = (issue: { readonly input?: unknown }) => `must be a share, 0 to 1; got ${show(issue.input)}`;

/** A share of a whole, 0 to 1. */
export const Share = z.number({ error: isShare }).min(0, { error: isShare }).max(1, { error: isShare });

/** A whole number of one or more. */
export const positiveCount = (what: string) =>
  z
    .number({ error: (issue) => `must be a whole number of ${what}, 1 or more; got ${show(issue.input)}` })
    .int({ error: (issue) => `must be a whole number of ${what}; got ${show(issue.input)}` })
    .min(1, { error: (issue) => `must be 1 or more ${what}; got ${show(issue.input)}` });

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
      .min(0, { error: (issue) => `must be 0 or more; got ${show(issue.input)}` }),
    bound: Bound.default("exact"),
    basis: Basis,
    source: Text,
  },
  { error: asFigure("a figure with value, basis and source, as assumed(1.2, { source: ... }) gives") },
);
