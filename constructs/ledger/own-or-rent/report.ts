import {
  type CumulatedCost,
  cumulated,
  type MonthBreakEven,
  monthBreakEven,
  type UtilizationSpan,
  utilizationSpans,
} from "./break-even";
import { type Outcome, outcomeOf } from "./outcome";
import { type Sensitivity, sensitivitiesOf } from "./sensitivity";
import type { Sheet } from "./sheet";

/** Own or rent for one cluster: what both cost, where they cost the same, and on what it hangs. */
export interface OwnOrRent {
  readonly sheet: Sheet;
  readonly outcome: Outcome;
  /** Month by month, what both have cost. */
  readonly course: readonly CumulatedCost[];
  readonly utilization: readonly UtilizationSpan[];
  readonly month: MonthBreakEven;
  readonly sensitivities: readonly Sensitivity[];
}

/** All that is known of a comparison, from its assumptions alone. */
export function ownOrRent(sheet: Sheet): OwnOrRent {
  const outcome = outcomeOf(sheet);
  const course = cumulated(sheet);
  return {
    sheet,
    outcome,
    course,
    utilization: utilizationSpans(sheet, outcome.cheaper),
    month: monthBreakEven(course),
    sensitivities: sensitivitiesOf(sheet),
  };
}
