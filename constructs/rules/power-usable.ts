import { sizePool } from "../catalog";
import { type UsablePower, usablePowerSteps } from "../ledger";
import { formatMW, type PhysicalSiteSpec, phasesOf, total } from "../model";
import { OPEN_LIMIT } from "./critical-power";
import { isThere, type PowerStep, stepAt } from "./power-steps";
import type { Report, RuleContext } from "./rule";
import { machineAt, poolsOf } from "./walk";

const parts = ["utilities", "halls", "powerTopology"] as const;

/**
 * Where the machines draw more than the utility, the halls or their cooling allow, though the phases deliver enough: a part of the
 * rule PWR-8 for sites that state utilities or halls. A shortfall is reported once, on the day on which it begins or changes.
 */
export function* beyondUsable(context: RuleContext, site: PhysicalSiteSpec): Generator<Report> {
  const path = `sites.${site.name}`;
  if (site.utilities.length === 0 && site.halls.length === 0) return;
  if (parts.some((part) => context.isPartial(`${path}.${part}`))) return;
  let before = "";
  for (const usable of usablePowerSteps(site)) {
    const step = stepAt(site, usable.date);
    const { binds } = usable;
    // Pools are there from the first phase on.
    if (binds === undefined || (step.phases.length === 0 && phasesOf(site).length > 0)) continue;
    const load = loadMW(context, site, step);
    const key = load <= binds.valueMW || binds.name === "delivered" ? "" : `${load} ${binds.name} ${binds.valueMW}`;
    if (key !== "" && key !== before) yield report(site, usable, load, step);
    before = key;
  }
}

function loadMW(context: RuleContext, site: PhysicalSiteSpec, step: PowerStep): number {
  const there = poolsOf(site).filter((pool) => isThere(pool, site, step));
  const loads = there.flatMap((pool) => {
    const machine = machineAt(context, site, pool.machine);
    return (machine === undefined ? undefined : sizePool(pool, machine)?.powerMW) ?? [];
  });
  return total(loads).value;
}

function report(site: PhysicalSiteSpec, usable: UsablePower, load: number, step: PowerStep): Report {
  const { binds, date } = usable;
  const [limit, bound, name] = [binds?.valueMW ?? 0, binds?.bound ?? "exact", binds?.name ?? "electrical"];
  const phase = step.phases.at(-1);
  const open = bound === "atLeast";
  const when = date === undefined ? "once everything is there" : `from ${date}`;
  return {
    path: pathOf(site, name),
    ...(phase === undefined ? {} : { phase: phase.id }),
    ...(open ? { severity: "warning" as const } : {}),
    observed: load,
    limit,
    unit: "MW",
    message: `${when} the machines draw up to ${formatMW(load)}, more than the usable critical IT power of ${formatMW(limit, bound)}: ${reason(site, usable, name)}${open ? `; ${OPEN_LIMIT}` : ""}`,
    hint: "move machines to a later phase, or correct the step of the ramp, the hall or the topology that binds",
  };
}

function pathOf({ name, utilities, halls }: PhysicalSiteSpec, term: string): string {
  const [only] = utilities;
  if (term === "utility")
    return `sites.${name}.utilities${utilities.length === 1 && only !== undefined ? `.${only.name}` : ""}`;
  return halls.length === 0 ? `sites.${name}.powerTopology` : `sites.${name}.halls`;
}

function reason(site: PhysicalSiteSpec, { firmMW, onsiteMW, peakPue }: UsablePower, name: string): string {
  const onsite = onsiteMW === 0 ? "" : ` and ${formatMW(onsiteMW)} of onsite generation`;
  if (name === "utility")
    return `the utility delivers ${formatMW(firmMW)}${onsite}${site.peakPue === undefined ? ", and no peakPue is stated" : ` at a PUE of ${peakPue}`}`;
  if (name === "cooling") return "the open halls cool no more";
  return site.halls.length === 0
    ? "the power topology carries no more with its redundancy kept"
    : "the open halls power no more with their redundancy kept";
}
