import { z } from "zod";
import { Basis } from "./basis";
import { Between, MonthlyFactors } from "./curve";
import { BASE_SCENARIO } from "./demand";
import { filledList, Name, nonNegative, PlainDate, Text } from "./primitives";

/** A way in which demand may go, as a multiple of what another scenario says: planned for ten times, got eighty. */
export const Scenario = z.strictObject({
  name: Name,
  /** The scenario that it multiplies. What demand states for this one itself counts beside that, as it is. */
  of: Name.default(BASE_SCENARIO),
  /** How many times that demand is wanted on each of these days, and, as `between` says, until the next. Before the first: once. */
  factors: filledList(
    z.strictObject({ from: PlainDate, factor: nonNegative("times") }),
    "must hold at least one factor: how many times the demand from which day on",
  ),
  between: Between.default("exponential"),
  /** Beside that, how many times each month takes. Absent: every month is alike. */
  monthlyFactors: MonthlyFactors.optional(),
  /** The demands that it multiplies; the others are wanted as they are. Absent: all. */
  demands: filledList(Name, "must name at least one demand").optional(),
  basis: Basis,
  source: Text,
});
export type Scenario = z.infer<typeof Scenario>;
