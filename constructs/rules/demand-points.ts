import { accelerators } from "../catalog";
import { compareDates, didYouMean } from "../model";
import type { Rule } from "./rule";

export const demandPoints: Rule = {
  id: "DEMAND-1",
  title: "demand is stated in the order of time, for accelerators that exist",
  severity: "error",
  source: "the catalogue, and the fleet's own machines",
  *check(context) {
    const { machines, demands } = context.fleet;
    const known = [...Object.keys(accelerators), ...machines.map((machine) => machine.accelerator)];
    for (const { name, accelerator, points } of demands) {
      if (accelerator !== undefined && !known.includes(accelerator) && !context.lacksItems("machines")) {
        yield {
          path: `demands.${name}.accelerator`,
          observed: accelerator,
          message: `${JSON.stringify(accelerator)} is no accelerator of the catalogue or of the fleet's machines`,
          hint: didYouMean(accelerator, known) ?? `known are ${[...new Set(known)].join(", ")}`,
        };
      }
      let before: string | undefined;
      for (const [index, { from }] of points.entries()) {
        if (before !== undefined && compareDates(from, before) <= 0) {
          const message = `this point is from ${from}, the one before it from ${before}; each must be later than the last`;
          yield { path: `demands.${name}.points[${index}].from`, observed: from, limit: before, message };
        }
        before = from;
      }
    }
  },
};
