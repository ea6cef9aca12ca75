import { z } from "zod";
import { filledList, numberWithin } from "./primitives";

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

/** A season is no thousand times another. */
const MOST_FACTOR = 1000;
const factor = numberWithin("a finite number", 0, MOST_FACTOR);

/** How many times the stated value a month takes, January first: twelve factors. */
export const MonthlyFactors = filledList(factor, "must hold twelve factors, January first", 12).max(12, {
  error: "must hold twelve factors, January first",
});

/** A factor of one or more, such as the peak over the average. */
export const PeakFactor = numberWithin("a factor", 1, MOST_FACTOR);
