import { inconsistenciesOf } from "../owned/allocation/inconsistencies";
import { plannedSites } from "./planning";
import type { Rule } from "./rule";

export const allocationSound: Rule = {
  id: "ALLOC-4",
  title: "an allocation gives each place, name, address and number once, within its plan",
  severity: "error",
  structural: true,
  source: "the committed allocation: lines are appended by planning, and changed by nobody",
  *check(context) {
    for (const { site, path } of plannedSites(context)) {
      if (site.allocation === undefined) continue;
      const found = inconsistenciesOf(site, site.allocation, (machine) => context.machine(machine)?.hosts);
      for (const { path: below, ...rest } of found) yield { path: `${path}.allocation.${below}`, ...rest };
    }
  },
};
