import { compareDates, didYouMean, phasesOf, usableFrom } from "../model";
import type { Rule } from "./rule";
import { hinted, phasesPath, pools } from "./walk";

export const contractPhase: Rule = {
  id: "CAP-1",
  title: "a capacity contract names a phase of its site, and ends after the phase has begun",
  severity: "error",
  formula: "until > the day the phase is usable",
  source: "the fleet document: machines come with a phase's power",
  *check(context) {
    for (const { site, pool, path } of pools(context)) {
      const { capacity } = pool;
      if (capacity.kind !== "leased" && capacity.kind !== "owned") continue;
      if (capacity.phase === undefined) continue;
      const phases = phasesOf(site);
      const phase = phases.find((each) => each.id === capacity.phase);
      if (phase === undefined) {
        if (context.lacksItems(phasesPath(site))) continue;
        const ids = phases.map((each) => each.id);
        const has = ids.length === 0 ? "it has no phases" : `it has ${ids.join(", ")}`;
        yield {
          path: `${path}.capacity.phase`,
          observed: capacity.phase,
          message: `the site has no phase ${JSON.stringify(capacity.phase)}; ${has}`,
          ...hinted(didYouMean(capacity.phase, ids)),
        };
        continue;
      }
      const from = usableFrom(phase);
      if (capacity.until === undefined || from === undefined || compareDates(capacity.until, from) > 0) continue;
      yield {
        path: `${path}.capacity.until`,
        phase: phase.id,
        observed: capacity.until,
        limit: from,
        message: `the machines are there until ${capacity.until}, but phase ${phase.id} is usable from ${from} only`,
      };
    }
  },
};
