import { leaseEndOf, premisesOf } from "../ledger";
import { compareDates, didYouMean, leaseOf, phasesOf, type SiteCapacity, type SiteSpec, siteDates } from "../model";
import type { Report, Rule, RuleContext } from "./rule";
import { hinted, phasesPath, pools } from "./walk";

export const contractPhase: Rule = {
  id: "CAP-1",
  title: "a capacity contract names a phase of its site, ends after the phase has begun, and not after the lease",
  severity: "error",
  formula:
    "until > the day the phase is usable, or the first phase where none is named; until <= end of the lease for leased machines",
  source: "the fleet document: machines come with a phase's power, and leased ones go with the lease",
  *check(context) {
    for (const { site, pool, path } of pools(context)) {
      const { capacity } = pool;
      if (capacity.kind !== "leased" && capacity.kind !== "owned") continue;
      yield* capacity.phase === undefined
        ? first(context, site, capacity, `${path}.capacity`)
        : named(context, site, capacity, capacity.phase, `${path}.capacity`);
      const lease = leaseOf(site);
      const end = lease === undefined ? undefined : leaseEndOf(lease, premisesOf(site, context.machine));
      if (capacity.kind !== "leased" || capacity.until === undefined || end === undefined) continue;
      if (compareDates(capacity.until, end) <= 0) continue;
      yield {
        path: `${path}.capacity.until`,
        observed: capacity.until,
        limit: end,
        message: `the machines are leased until ${capacity.until}, but the lease ends on ${end}`,
        hint: "leave until out: the machines then go with the lease",
      };
    }
  },
};

function* named(
  context: RuleContext,
  site: SiteSpec,
  capacity: SiteCapacity,
  id: string,
  path: string,
): Generator<Report> {
  const phases = phasesOf(site);
  const phase = phases.find((each) => each.id === id);
  if (phase === undefined) {
    if (context.lacksItems(phasesPath(site))) return;
    const ids = phases.map((each) => each.id);
    const has = ids.length === 0 ? "it has no phases" : `it has ${ids.join(", ")}`;
    yield {
      path: `${path}.phase`,
      observed: id,
      message: `the site has no phase ${JSON.stringify(id)}; ${has}`,
      ...hinted(didYouMean(id, ids)),
    };
    return;
  }
  const from = siteDates(site).usable(phase);
  if (capacity.until === undefined || from === undefined || compareDates(capacity.until, from) > 0) return;
  yield {
    path: `${path}.until`,
    phase: phase.id,
    observed: capacity.until,
    limit: from,
    message: `the machines are there until ${capacity.until}, but phase ${phase.id} is usable from ${from} only`,
  };
}

/** Without a phase the machines come with the first one; which that is can be said only where all have a date. */
function* first(context: RuleContext, site: SiteSpec, { until }: SiteCapacity, path: string): Generator<Report> {
  const phases = phasesOf(site);
  const { usable } = siteDates(site);
  const days = phases.flatMap((phase) => usable(phase) ?? []).sort(compareDates);
  const [from] = days;
  if (until === undefined || from === undefined || days.length < phases.length) return;
  if (compareDates(until, from) > 0 || context.isPartial(phasesPath(site))) return;
  yield {
    path: `${path}.until`,
    observed: until,
    limit: from,
    message: `the machines are there until ${until}, but ${phases.length === 1 ? "the only phase" : "the first phase"} of the site is usable from ${from} only`,
  };
}
