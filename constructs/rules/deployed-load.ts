import { sizePool } from "../catalog";
import { hardwareDay, sharesOf } from "../ledger";
import { compareDates, type Deployment, formatMW, type PhysicalSiteSpec, phasesOf, siteDates, total } from "../model";
import { isOpen, mostCriticalPower, OPEN_LIMIT, powerIsPartial } from "./critical-power";
import { physicalSites } from "./deployment-walk";
import type { Report, Rule, RuleContext } from "./rule";
import { machineAt } from "./walk";

export const deployedLoad: Rule = {
  id: "DEPLOY-6",
  title: "on no day does hardware that is commissioned draw more than the phases usable by then deliver",
  severity: "error",
  layer: "hardware",
  formula:
    "for each day of commissioning t: load of what is commissioned by t and not removed <= critical IT power of the phases usable by t",
  source: "physics; leases deliver power phase by phase, each on its own date (validator PWR-8, by deployment)",
  *check(context) {
    for (const { site, path } of physicalSites(context)) {
      if (powerIsPartial(context, site) || context.isPartial(`${path}.deployments`)) continue;
      const phases = phasesOf(site);
      const { usable } = siteDates(site);
      // Of power that is not known, and of a phase that has no date, nothing can be said.
      if (phases.length === 0 || phases.some((phase) => mostCriticalPower(phase.power, site) === undefined)) continue;
      if (phases.some((phase) => usable(phase) === undefined)) continue;
      for (const deployment of site.deployments) yield* onTheDayOf(context, site, deployment, path);
    }
  },
};

function* onTheDayOf(
  context: RuleContext,
  site: PhysicalSiteSpec,
  deployment: Deployment,
  path: string,
): Generator<Report> {
  const day = hardwareDay(deployment, "commissioned");
  if (day === undefined) return;
  const working = site.deployments.filter((each) => worksOn(each, day));
  const loads = working.flatMap((each) => loadsOf(context, site, each));
  const dates = siteDates(site);
  const usable = phasesOf(site).filter((phase) => isBy(dates.usable(phase), day));
  // What is commissioned before any phase is DEPLOY-3's.
  if (usable.length === 0) return;
  const power = usable.flatMap((phase) => mostCriticalPower(phase.power, site) ?? []);
  const [load, limit] = [total(loads), total(power)];
  if (load.value <= limit.value) return;
  const open = isOpen(power);
  yield {
    path: `${path}.deployments.${deployment.name}.milestones.commissioned`,
    phase: deployment.phase,
    ...(open ? { severity: "warning" as const } : {}),
    observed: load.value,
    limit: limit.value,
    unit: "MW",
    message: `from ${day} the hardware that is commissioned draws up to ${formatMW(load.value)}, more than the ${formatMW(limit.value, limit.bound)} of ${usable.map(({ id }) => id).join(", ")}${open ? `; ${OPEN_LIMIT}` : ""}`,
    hint: "commission less, or later",
  };
}

const isBy = (date: string | undefined, day: string): boolean => date !== undefined && compareDates(date, day) <= 0;

/** Commissioned by a day, and not gone by it. */
const worksOn = (deployment: Deployment, day: string): boolean =>
  isBy(hardwareDay(deployment, "commissioned"), day) && !isBy(hardwareDay(deployment, "removed"), day);

function loadsOf(context: RuleContext, site: PhysicalSiteSpec, deployment: Deployment) {
  return sharesOf(site, deployment).flatMap(({ pool, count }) => {
    const machine = machineAt(context, site, pool.machine);
    return (machine === undefined ? undefined : sizePool({ ...pool, count }, machine)?.powerMW) ?? [];
  });
}
