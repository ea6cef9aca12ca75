import { contradictionsOf, layoutContradictions } from "../owned/allocation/contradictions";
import { poolRequests } from "../owned/allocation/pool-requests";
import { plannedSites } from "./planning";
import type { Rule } from "./rule";

export const allocationKept: Rule = {
  id: "ALLOC-3",
  title: "what has been allocated is what the program says",
  severity: "error",
  structural: true,
  source: "the committed allocation: growth must never renumber what exists, and a name that vanishes would",
  *check(context) {
    for (const { site, path, plan } of plannedSites(context)) {
      if (site.allocation === undefined) continue;
      yield* layoutContradictions(poolRequests(site, context.planning), plan.allocation).map(
        ({ path: below, ...found }) => ({ path: `${path}.${below}`, ...found }),
      );
      for (const { path: below, ...found } of contradictionsOf(site, site.allocation))
        yield { path: `${path}.allocation.${below}`, ...found };
    }
  },
};
