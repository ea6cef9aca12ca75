import { sizePool } from "../catalog";
import { hardwareDay, sharesOf, usablePower } from "../ledger";
import {
  type Bound,
  compareDates,
  type Deployment,
  formatMW,
  type PhysicalSiteSpec,
  phasesOf,
  siteDates,
  total,
} from "../model";
import { mostCriticalPower, OPEN_LIMIT, powerIsPartial } from "./critical-power";
import type { Report, Rule, RuleContext } from "./rule";
import { machineAt, physicalSites } from "./walk";

export const deployedLoad: Rule = {
  id: "DEPLOY-6",
  title: "on no day does hardware that is commissioned draw more than is usable by then",
  severity: "error",
  layer: "hardware",
  formula:
    "for each day of commissioning t: load of what is commissioned by t and not removed <= usable critical IT power at t: the least of phases, utility, halls and cooling",
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
  const load = total(loads);
  const { value, bound, of } = least(site, day, total(power), usable.map(({ id }) => id).join(", "));
  if (load.value <= value) return;
  const open = bound === "atLeast";
  yield {
    path: `${path}.deployments.${deployment.name}.milestones.commissioned`,
    phase: deployment.phase,
    ...(open ? { severity: "warning" as const } : {}),
    observed: load.value,
    limit: value,
    unit: "MW",
    message: `from ${day} the hardware that is commissioned draws up to ${formatMW(load.value)}, more than the ${formatMW(value, bound)} of ${of}${open ? `; ${OPEN_LIMIT}` : ""}`,
    hint: "commission less, or later",
  };
}

const called = {
  utility: "the utility",
  delivered: "the phases",
  electrical: "the halls' power",
  cooling: "the cooling",
};

/** What the phases deliver, or what of it utility, halls and cooling let through by the day. */
function least(
  site: PhysicalSiteSpec,
  day: string,
  delivered: { readonly value: number; readonly bound: Bound },
  phases: string,
): { readonly value: number; readonly bound: Bound; readonly of: string } {
  const { binds } = usablePower(site, day);
  return binds === undefined || binds.valueMW >= delivered.value
    ? { value: delivered.value, bound: delivered.bound, of: phases }
    : { value: binds.valueMW, bound: binds.bound, of: called[binds.name] };
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
