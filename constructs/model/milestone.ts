import { z } from "zod";
import { daysOrNone } from "./periods";
import { Name, PlainDate } from "./primitives";

/** The milestones of a phase, in the order in which they must happen. */
export const milestoneOrder = ["permit", "utility", "integratedTest", "readyForService", "acceptance"] as const;
export const MilestoneKind = z.enum(milestoneOrder);
export type MilestoneKind = z.infer<typeof MilestoneKind>;

/**
 * What a milestone waits for: another milestone, or a step of a utility service's ramp. While the milestone itself has neither
 * happened nor a forecast, it comes no earlier than that and `days`: one changed line at the utility then moves all that rests on it.
 */
export const Follows = z.strictObject({
  /** A milestone of the same phase, or of the one that `phase` names. */
  milestone: MilestoneKind.optional(),
  /** Another phase of the site. Absent: the phase itself. */
  phase: Name.optional(),
  /** A utility service of the site, by name; `step` names the step of its ramp. */
  utility: Name.optional(),
  step: Name.optional(),
  /** Days from there. */
  days: daysOrNone.default(0),
});
export type Follows = z.infer<typeof Follows>;

/** A milestone's day as agreed, as expected now, and as it happened; and what it waits for. */
export const MilestoneDates = z.strictObject({
  contract: PlainDate.optional(),
  forecast: PlainDate.optional(),
  actual: PlainDate.optional(),
  follows: Follows.optional(),
});
export type MilestoneDates = z.infer<typeof MilestoneDates>;
/** The days of a milestone that one writes down. */
export type MilestoneDay = "contract" | "forecast" | "actual";

export const Milestones = z.strictObject({
  permit: MilestoneDates.optional(),
  utility: MilestoneDates.optional(),
  integratedTest: MilestoneDates.optional(),
  readyForService: MilestoneDates.optional(),
  acceptance: MilestoneDates.optional(),
});
export type Milestones = z.infer<typeof Milestones>;
