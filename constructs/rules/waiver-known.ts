import { compareDates, didYouMean } from "../model";
import type { Rule } from "./rule";
import { hinted } from "./walk";

const ID = "WAIVE-1";

/** Findings about the form of what was written: there is nothing to build from a value of the wrong form. */
const neverWaived: readonly string[] = ["SCHEMA", "YAML"];

/** Made from the other rules, since a rule cannot import the list that it stands in. */
export const waiverKnown = (others: readonly Pick<Rule, "id" | "structural">[]): Rule => ({
  id: ID,
  title: "a waiver names a rule that exists and can be waived, and has not run out",
  severity: "error",
  source: "the list of rules",
  *check(context) {
    const ids = [...others.map((other) => other.id), ID];
    const structural = others.filter((other) => other.structural === true).map((other) => other.id);
    for (const [index, { rule, path, until }] of context.fleet.waivers.entries()) {
      if (!ids.includes(rule)) {
        yield {
          path: `waivers[${index}].rule`,
          observed: rule,
          message: neverWaived.includes(rule)
            ? `findings of ${rule} cannot be waived: nothing can be built from a value of the wrong form`
            : `there is no rule ${JSON.stringify(rule)} to waive`,
          ...hinted(didYouMean(rule, ids)),
        };
      }
      if (structural.includes(rule)) {
        yield {
          path: `waivers[${index}].rule`,
          observed: rule,
          message: `findings of ${rule} cannot be waived: nothing can be built where it is broken`,
        };
      }
      if (compareDates(context.asOf, until) <= 0) continue;
      yield {
        path: `waivers[${index}].until`,
        severity: "warning",
        observed: until,
        limit: context.asOf,
        message: `the waiver of ${rule} at ${path} ran out on ${until} and covers nothing as of ${context.asOf}`,
        hint: "remove it, or decide anew and give a later date",
      };
    }
  },
});
