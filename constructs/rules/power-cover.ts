import { sizePool } from "../catalog";
import { siteFigures } from "../ledger";
import { type Basis, formatMW, type Pool, phasesOf, type SiteSpec, total } from "../model";
import { type CriticalPower, criticalPower, isOpen, OPEN_LIMIT, powerIsPartial } from "./critical-power";
import { isThere, type PowerStep, powerSteps } from "./power-steps";
import type { Report, Rule, RuleContext } from "./rule";
import { machineAt, phasesPath, poolsOf, sites } from "./walk";

export const powerCover: Rule = {
  id: "PWR-8",
  title: "at every date the machines of a site draw no more than its usable critical IT power",
  severity: "error",
  formula:
    "for each date t: load of the pools there at t <= critical IT power of the phases usable by t; utility counts as utility / peak PUE",
  source: "physics; leases deliver power phase by phase, each on its own date",
  *check(context) {
    for (const { site } of sites(context)) {
      if (powerIsPartial(context, site)) continue;
      const steps = powerSteps(site);
      if (steps === undefined) yield* whole(context, site);
      else for (const step of steps) yield* at(context, site, step);
    }
  },
};

function* at(context: RuleContext, site: SiteSpec, step: PowerStep): Generator<Report> {
  const { date, phases, opening } = step;
  const there = poolsOf(site).filter((pool) => isThere(pool, site, step));
  const power = phases.flatMap((phase) => criticalPower(phase.power, site) ?? []);
  const [phase] = opening.slice(-1);
  const when = date === undefined ? "once all phases are usable" : `from ${date}`;
  const path = `${phasesPath(site)}.${phase?.id}.power`;
  for (const report of exceeded(loadOf(context, site, there), power, path, when)) {
    yield { ...report, ...(phase === undefined ? {} : { phase: phase.id }) };
  }
}

function* whole(context: RuleContext, site: SiteSpec): Generator<Report> {
  const { criticalIT } = siteFigures(site, () => undefined);
  if (criticalIT === undefined) return;
  const figures = site.power === undefined ? phasesOf(site).map((phase) => phase.power) : [site.power];
  const power = figures.flatMap((figure) => criticalPower(figure, site) ?? []);
  // Where one figure is not counted, the sum of the others is no limit.
  if (power.length < figures.length) return;
  const path = site.power === undefined ? phasesPath(site) : `sites.${site.name}.power`;
  yield* exceeded(loadOf(context, site, poolsOf(site)), power, path);
}

interface Load {
  readonly value: number;
  readonly basis: Basis;
}

function loadOf(context: RuleContext, site: SiteSpec, pools: readonly Pool[]): Load[] {
  return pools.flatMap((pool) => {
    const machine = machineAt(context, site, pool.machine);
    return (machine === undefined ? undefined : sizePool(pool, machine)?.powerMW) ?? [];
  });
}

function* exceeded(
  loads: readonly Load[],
  power: readonly CriticalPower[],
  path: string,
  when?: string,
): Generator<Report> {
  const [load, limit] = [total(loads), total(power)];
  if (load.value <= limit.value) return;
  const bases = Object.keys(limit.byBasis).join(" and ");
  const open = isOpen(power);
  yield {
    path,
    ...(open ? { severity: "warning" as const } : {}),
    observed: load.value,
    limit: limit.value,
    unit: "MW",
    message: `${when === undefined ? "" : `${when} `}the machines draw up to ${formatMW(load.value)}, more than the usable critical IT power of ${formatMW(limit.value, limit.bound)} (${bases})${open ? `; ${OPEN_LIMIT}` : ""}`,
    hint: `${when === undefined ? "take fewer machines, raise the power of the site" : "move machines to a later phase"}, or correct machinePowerKW where these draw less`,
  };
}
