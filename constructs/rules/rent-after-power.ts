import { compareDates, daysBetween, effectiveDate } from "../model";
import type { Rule } from "./rule";
import { phases } from "./walk";

export const rentAfterPower: Rule = {
  id: "TIME-2",
  title: "no rent is due before the power is ready",
  severity: "warning",
  formula: "rentCommencement >= readyForService",
  source: "data-center leases filed with the SEC (Form 8-K): rent begins as each phase is complete",
  *check(context) {
    for (const { phase, path } of phases(context)) {
      const { rentCommencement } = phase;
      const ready = effectiveDate(phase.milestones.readyForService);
      if (rentCommencement === undefined || ready === undefined || compareDates(rentCommencement, ready) >= 0) continue;
      yield {
        path: `${path}.rentCommencement`,
        phase: phase.id,
        observed: rentCommencement,
        limit: ready,
        message: `rent is due from ${rentCommencement}, before the power is ready on ${ready}: ${daysBetween(rentCommencement, ready)} days of rent for nothing`,
        hint: "check the dates, or claim the delay from the landlord",
      };
    }
  },
};
