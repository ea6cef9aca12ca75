import { hardwareDay, machineLeadTime, neededBy, orderBy, sharesOf } from "../ledger";
import { compareDates, daysBetween, type Figure } from "../model";
import { type DeploymentAt, deployments } from "./deployment-walk";
import type { Report, Rule, RuleContext } from "./rule";
import { machineAt } from "./walk";

export const leadTime: Rule = {
  id: "DEPLOY-7",
  title: "hardware is ordered early enough to be there when it is needed",
  severity: "warning",
  layer: "hardware",
  formula: "ordered, or today where it is not, + lead time <= the day the hardware must be there",
  source: "the deployment's lead time, else the policy's leadTimes, else what the catalogue assumes",
  *check(context) {
    for (const each of deployments(context)) {
      const { site, deployment } = each;
      const needed = neededBy(site, deployment);
      // What has arrived is late for nobody.
      if (needed === undefined || deployment.milestones.delivered?.actual !== undefined) continue;
      const slowest = sharesOf(site, deployment)
        .map(({ pool }) => ({ item: pool.machine, weeks: leadTimeOf(context, each, pool.machine) }))
        .sort((a, b) => b.weeks.value - a.weeks.value)[0];
      if (slowest !== undefined) yield* late(context, each, needed, slowest);
    }
  },
};

const leadTimeOf = (context: RuleContext, { site, deployment }: DeploymentAt, type: string): Figure =>
  machineLeadTime(deployment, type, {
    policy: context.fleet.policy,
    machine: (each) => machineAt(context, site, each),
  });

function* late(
  { asOf }: RuleContext,
  { deployment, path }: DeploymentAt,
  needed: string,
  { item, weeks }: { readonly item: string; readonly weeks: Figure },
): Generator<Report> {
  const limit = orderBy(needed, weeks);
  const planned = hardwareDay(deployment, "ordered");
  const isOrdered = deployment.milestones.ordered?.actual !== undefined;
  // An order that is planned for a day that has passed, and did not happen, happens today at the earliest.
  const ordered = planned === undefined || (!isOrdered && compareDates(planned, asOf) < 0) ? asOf : planned;
  const days = daysBetween(limit, ordered);
  if (days <= 0) return;
  const when = ordered === planned ? `is ordered on ${ordered}` : `is not ordered by ${ordered}`;
  yield {
    path: `${path}.milestones.ordered`,
    phase: deployment.phase,
    observed: ordered,
    limit,
    message: `${item} ${when} and takes ${weeks.value} weeks (${weeks.basis}): ${days === 1 ? "a day" : `${days} days`} too late for ${needed}`,
    hint: `order by ${limit}, move the deployment, or state leadTimeWeeks as the supplier does`,
  };
}
