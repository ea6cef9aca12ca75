import { compareDates, milestoneOrder } from "../model";
import type { Rule } from "./rule";
import { phases } from "./walk";

export const actualInPast: Rule = {
  id: "TIME-3",
  title: "what has happened lies in the past",
  severity: "error",
  formula: "actual <= the day for which rules are asked",
  source: "the calendar",
  *check(context) {
    for (const { phase, path } of phases(context)) {
      for (const kind of milestoneOrder) {
        const actual = phase.milestones[kind]?.actual;
        if (actual === undefined || compareDates(actual, context.asOf) <= 0) continue;
        yield {
          path: `${path}.milestones.${kind}.actual`,
          phase: phase.id,
          observed: actual,
          limit: context.asOf,
          message: `${kind} cannot have happened on ${actual}: as of ${context.asOf} that day is in the future`,
          hint: "write it as forecast until it has happened",
        };
      }
    }
  },
};
