import { z } from "zod";
import { filledList } from "./primitives";
import { show } from "./show";

/**
 * How a value goes from one point to the next.
 *
 * - `steps`: it stays until the day of the next point
 * - `linear`: it grows by the same amount each day
 * - `exponential`: it grows by the same share each day
 *
 * Before the first point nothing is said; from the last on, the value stays.
 */
export const Between = z.enum(["steps", "linear", "exponential"]);
export type Between = z.infer<typeof Between>;

const atLeastZero = (issue: { readonly input?: unknown }) =>
  `must be a finite number, 0 or more; got ${show(issue.input)}`;
const factor = z.number({ error: atLeastZero }).min(0, { error: atLeastZero });

/** How many times the stated value a month takes, January first: twelve factors. */
export const MonthlyFactors = filledList(factor, "must hold twelve factors, January first", 12).max(12, {
  error: "must hold twelve factors, January first",
});

/** A factor of one or more, such as the peak over the average. */
export const PeakFactor = z
  .number({ error: (issue) => `must be a factor, 1 or more; got ${show(issue.input)}` })
  .min(1, { error: (issue) => `must be a factor, 1 or more; got ${show(issue.input)}` });
