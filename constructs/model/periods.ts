import { z } from "zod";
import { show } from "./show";

/** A hundred years: what runs longer is a slip of the keyboard, and no schedule is written for it. */
export const MOST_MONTHS = 1200;
const MOST_DAYS = 36_525;

const whole = (unit: "months" | "days", least: number, most: number) => {
  const error = (issue: { readonly input?: unknown }) =>
    `must be a whole number of ${unit}, ${least} to ${most}; got ${show(issue.input)}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};

/** Months of a term, an option, a step: at least one. */
export const months = whole("months", 1, MOST_MONTHS);
/** Months of a notice or a lead: none or more. */
export const monthsOrNone = whole("months", 0, MOST_MONTHS);
/** Days of a notice or a delay: none or more. */
export const daysOrNone = whole("days", 0, MOST_DAYS);
