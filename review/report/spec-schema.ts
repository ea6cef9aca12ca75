import { z } from "zod";

/**
 * One difference of two specs, at the smallest place that says it: a figure with its provenance is one, and so is a list of names.
 *
 * - `renamed`: the same thing with another name or id, `from` its path in base; what else changes in it has lines of its own
 * - `moved`: the same thing, of the same name, below another parent, `from` its path in base
 */
export const SpecChange = z.strictObject({
  /** By keys a person knows, `sites.new-york.phases.p2.power`: in head, and of what was removed in base. */
  path: z.string(),
  /** The site that it is about, by its name in head. */
  site: z.string().optional(),
  kind: z.enum(["added", "removed", "changed", "renamed", "moved"]),
  /** The value in base, with its unit. */
  before: z.string().optional(),
  /** The value in head, with its unit. */
  after: z.string().optional(),
  /** How far the two are apart: `+91 days`, `-20 MW`, `+b200; -h100`. */
  by: z.string().optional(),
  /** The path in base of what was renamed or moved. */
  from: z.string().optional(),
});
export type SpecChange = z.infer<typeof SpecChange>;

/**
 * What a delta is of.
 *
 * - `criticalIT`: critical IT power as stated; of a phase where `of` names one
 * - `usableFrom`, `rentFrom`: the first day on which a phase can be used, and on which its rent is due
 * - `usablePower`: critical IT power that can be used, over the days that `of` says
 * - `accelerators`: chips of the type that `of` names; `machines`; `racks` in which something stands
 * - `rent`: of the year that `of` names, or of the whole term
 * - `monthsBare`, `monthsShort`: months of a lease in which no guarantee covers it, or less than is required
 * - `committed`: what the tenant owes until it can leave
 * - `cost`: what a fleet with price books costs in the months that `of` names
 */
export const DeltaFigure = z.enum([
  "criticalIT",
  "usableFrom",
  "usablePower",
  "accelerators",
  "machines",
  "racks",
  "rentFrom",
  "rent",
  "monthsBare",
  "monthsShort",
  "committed",
  "cost",
]);
export type DeltaFigure = z.infer<typeof DeltaFigure>;

/** A figure that base and head do not agree on, in the units of those who build and pay. Money is exact. */
export const Delta = z.strictObject({
  /** By its name in head. Absent: the fleet as a whole. */
  site: z.string().optional(),
  figure: DeltaFigure,
  /** A phase, a year, an accelerator, days; absent where the figure has one value. */
  of: z.string().optional(),
  before: z.string().optional(),
  after: z.string().optional(),
  by: z.string().optional(),
});
export type Delta = z.infer<typeof Delta>;

/** What a rule found, as in `siteform validate --format json`. */
export const ReviewedFinding = z.strictObject({
  rule: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  path: z.string(),
  phase: z.string().optional(),
  observed: z.union([z.number(), z.string()]).optional(),
  limit: z.union([z.number(), z.string()]).optional(),
  unit: z.string().optional(),
  message: z.string(),
  hint: z.string().optional(),
  waived: z.string().optional(),
});
export type ReviewedFinding = z.infer<typeof ReviewedFinding>;

const count = z.int().min(0);

/** A day of the calendar and nothing else: a review may come from anybody, and what it says is posted. */
const PlainDate = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** Findings of base and head, asked about on one day. One is known again by its rule, path and phase. */
export const ReviewedFindings = z.strictObject({
  /** The fleet of head. */
  fleet: z.string(),
  /** The day that the rules were asked about, `YYYY-MM-DD`. */
  asOf: PlainDate,
  /** Those that base has not, or has waived, or has with less severity. */
  new: z.array(ReviewedFinding),
  /** Those that head has no more. */
  fixed: z.array(ReviewedFinding),
  /** Those that a waiver covers in head; whether base has them or not. */
  waived: z.array(ReviewedFinding),
  /** How many both have, by severity, and which, as they are in head. */
  unchanged: z.strictObject({ error: count, warning: count, note: count, list: z.array(ReviewedFinding) }),
});
export type ReviewedFindings = z.infer<typeof ReviewedFindings>;
