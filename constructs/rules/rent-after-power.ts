import { compareDates, daysBetween, siteDates } from "../model";
import type { Rule } from "./rule";
import { phases } from "./walk";

export const rentAfterPower: Rule = {
  id: "TIME-5",
  title: "no rent is due before the power is ready",
  severity: "warning",
  formula: "rentCommencement >= readyForService",
  source: "data-center leases filed with the SEC (Form 8-K): rent begins as each phase is complete",
  *check(context) {
    for (const { site, phase, path } of phases(context)) {
      const dates = siteDates(site);
      const rentCommencement = dates.rent(phase);
      const ready = dates.milestone(phase, "readyForService");
      if (rentCommencement === undefined || ready === undefined || compareDates(rentCommencement, ready) >= 0) continue;
      yield {
        path: `${path}.${phase.rentCommencement === undefined ? "rentCommencementOn" : "rentCommencement"}`,
        phase: phase.id,
        observed: rentCommencement,
        limit: ready,
        message: `rent is due from ${rentCommencement}, before the power is ready on ${ready}: ${daysBetween(rentCommencement, ready)} days of rent for nothing`,
        hint: "check the dates, or claim the delay from the landlord",
      };
    }
  },
};
