import { leaseEndOf, premisesOf } from "../ledger";
import { compareDates, phasesOf, siteDates } from "../model";
import type { Rule } from "./rule";
import { leases, phasesPath } from "./walk";

export const leaseState: Rule = {
  id: "LEASE-3",
  title: "the state of a lease agrees with what the site has",
  severity: "warning",
  source:
    "the fleet document: a lease commences with the rent of a phase, and nothing stands in premises that were given back",
  *check(context) {
    for (const { site, lease, path } of leases(context)) {
      const place = { path: `${path}.state`, observed: lease.state };
      const pools = site.clusters.reduce((count, cluster) => count + cluster.pools.length, 0);
      if (lease.state === "ended" && pools > 0) {
        yield {
          ...place,
          severity: "error",
          message: `the lease has ended, but ${pools === 1 ? "a pool still stands" : `${pools} pools still stand`} at the site`,
          hint: "retire the site, or correct the state",
        };
      }
      const end = context.isPartial(path) ? lease.end : leaseEndOf(lease, premisesOf(site, context.machine));
      if (lease.state === "commenced" && end !== undefined && compareDates(end, context.asOf) < 0) {
        yield {
          ...place,
          limit: end,
          message: `the lease ended on ${end}, but its state is still "commenced"`,
          hint: 'set the state to "ended" and retire the site, or give the end of the extension',
        };
      }
      if (lease.state !== "commenced" || context.isPartial(phasesPath(site))) continue;
      const dates = siteDates(site);
      const began = phasesOf(site)
        .flatMap((phase) => dates.rent(phase) ?? [])
        .sort(compareDates);
      const [first] = began;
      if (first !== undefined && compareDates(first, context.asOf) <= 0) continue;
      yield {
        ...place,
        message: `the lease has commenced, but by ${context.asOf} no phase pays rent${first === undefined ? "" : `; the first begins on ${first}`}`,
        hint: first === undefined ? "give the rentCommencement of the phases" : 'until then the lease is "binding"',
      };
    }
  },
};
