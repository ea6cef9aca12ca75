import { compareDates, type Deployment, type HardwareMilestone, hardwareOrder, type MilestoneDay } from "../model";
import { deployments } from "./deployment-walk";
import type { Report, Rule } from "./rule";

export const hardwareOrderKept: Rule = {
  id: "DEPLOY-1",
  title: "hardware is ordered, delivered, installed, commissioned and removed in this order",
  severity: "error",
  layer: "hardware",
  formula: "ordered <= delivered <= installed <= commissioned <= removed, as agreed and as expected",
  source: "the calendar: each step rests on the one before it (validator TIME-1, for hardware)",
  *check(context) {
    for (const { deployment, path } of deployments(context)) {
      const agreed = [...outOfOrder(deployment, path, ["contract"])];
      yield* agreed;
      const said = new Set(agreed.map((report) => report.path));
      for (const report of outOfOrder(deployment, path, ["actual", "forecast", "contract"])) {
        if (!said.has(report.path)) yield report;
      }
    }
  },
};

/** Holds each milestone against the latest of those before it, each by the first of the given days that it has. */
function* outOfOrder(deployment: Deployment, path: string, days: readonly MilestoneDay[]): Generator<Report> {
  let latest: { readonly milestone: HardwareMilestone; readonly date: string } | undefined;
  for (const milestone of hardwareOrder) {
    const dates = deployment.milestones[milestone];
    const day = days.find((each) => dates?.[each] !== undefined);
    const date = day === undefined ? undefined : dates?.[day];
    if (day === undefined || date === undefined) continue;
    if (latest !== undefined && compareDates(date, latest.date) < 0) {
      yield {
        path: `${path}.milestones.${milestone}.${day}`,
        phase: deployment.phase,
        observed: date,
        limit: latest.date,
        message: `${milestone} (${day}) is on ${date}, before ${latest.milestone} on ${latest.date}, on which it rests`,
      };
    } else latest = { milestone, date };
  }
}
