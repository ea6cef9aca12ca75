import { compareDates, phasesOf, siteDates } from "../model";
import type { Rule } from "./rule";
import { leases } from "./walk";

export const leaseEnd: Rule = {
  id: "TIME-4",
  title: "a lease ends after it was signed and after the rent of each phase has begun",
  severity: "error",
  formula: "end > signed; end > rentCommencement of each phase",
  source: "the calendar",
  *check(context) {
    for (const { site, lease, path } of leases(context)) {
      const { end, signed } = lease;
      if (end === undefined) continue;
      const place = { path: `${path}.end`, observed: end };
      if (signed !== undefined && compareDates(end, signed) <= 0) {
        yield { ...place, limit: signed, message: `the lease ends on ${end}, not after it was signed on ${signed}` };
      }
      const dates = siteDates(site);
      for (const phase of phasesOf(site)) {
        const { id } = phase;
        const rentCommencement = dates.rent(phase);
        if (rentCommencement === undefined || compareDates(end, rentCommencement) > 0) continue;
        const message = `the lease ends on ${end}, not after the rent of phase ${id} begins on ${rentCommencement}`;
        yield { ...place, phase: id, limit: rentCommencement, message };
      }
    }
  },
};
