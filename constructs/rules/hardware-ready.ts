import { hardwareDay, phaseReady } from "../ledger";
import { compareDates, daysBetween, type HardwareMilestone } from "../model";
import { deployments } from "./deployment-walk";
import type { Report, Rule } from "./rule";

export const hardwareReady: Rule = {
  id: "DEPLOY-3",
  title: "hardware takes no work before its phase can be used",
  severity: "error",
  layer: "hardware",
  formula: "commissioned >= the day the phase is usable; installed >= that day (a warning)",
  source: "leases deliver power phase by phase: no host is active before its phase (validator TIME-1)",
  *check(context) {
    for (const { site, deployment, path } of deployments(context)) {
      const ready = phaseReady(site, deployment);
      if (ready === undefined) continue;
      const early = (milestone: HardwareMilestone): (Omit<Report, "message"> & { days: number }) | undefined => {
        const date = hardwareDay(deployment, milestone);
        if (date === undefined || compareDates(date, ready) >= 0) return undefined;
        const days = daysBetween(date, ready);
        const place = `${path}.milestones.${milestone}`;
        return { path: place, phase: deployment.phase, observed: date, limit: ready, days };
      };
      const active = early("commissioned");
      if (active !== undefined) {
        const { days, ...report } = active;
        const message = `the hardware is commissioned on ${report.observed}, ${daysLong(days)} before phase ${deployment.phase} can be used on ${ready}`;
        yield { ...report, message, hint: "move the deployment to a later day or an earlier phase" };
        continue;
      }
      const installed = early("installed");
      if (installed === undefined) continue;
      const { days, ...report } = installed;
      const message = `the hardware is installed on ${report.observed}, ${daysLong(days)} before phase ${deployment.phase} can be used on ${ready}: it needs early access, power and cooling`;
      yield { ...report, severity: "warning", message };
    }
  },
};

const daysLong = (days: number): string => (days === 1 ? "a day" : `${days} days`);
