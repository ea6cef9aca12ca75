import { sizePool } from "../catalog";
import { powerFiguresOf } from "../ledger";
import { type Basis, formatMW, type Pool, type PowerFigure, type SiteSpec, total } from "../model";
import { isOpen, isWithoutPue, mostCriticalPower, OPEN_LIMIT, powerIsPartial } from "./critical-power";
import { isThere, type PowerStep, powerSteps } from "./power-steps";
import { beyondUsable } from "./power-usable";
import type { Report, Rule, RuleContext } from "./rule";
import { machineAt, phasesPath, poolsOf, sites } from "./walk";

export const powerCover: Rule = {
  id: "PWR-8",
  title: "at every date the machines of a site draw no more than its usable critical IT power",
  severity: "error",
  layer: "hardware",
  formula:
    "for each date t: load of the pools there at t <= critical IT power of the phases usable by t; utility counts as utility / peak PUE, with a PUE of 1 where none is stated; and <= the least of (firm ramp of the utilities at t + permitted onsite generation) / peak PUE, the halls open at t with their redundancy kept, and their cooling, where these are stated",
  source:
    "physics; ISO/IEC 30134-2: the PUE is never below 1; leases deliver power phase by phase, each on its own date",
  *check(context) {
    for (const { site } of sites(context)) {
      if (powerIsPartial(context, site)) continue;
      const steps = powerSteps(site);
      if (steps === undefined) yield* whole(context, site);
      else for (const step of steps) yield* at(context, site, step);
      if (site.tenure !== "cloud") yield* beyondUsable(context, site);
    }
  },
};

function* at(context: RuleContext, site: SiteSpec, step: PowerStep): Generator<Report> {
  const { date, phases, opening } = step;
  const there = poolsOf(site).filter((pool) => isThere(pool, site, step));
  const figures = phases.map((each) => each.power);
  const [phase] = opening.slice(-1);
  const when = date === undefined ? "once all phases are usable" : `from ${date}`;
  const path = `${phasesPath(site)}.${phase?.id}.power`;
  for (const report of exceeded(site, loadOf(context, site, there), figures, path, when)) {
    yield { ...report, ...(phase === undefined ? {} : { phase: phase.id }) };
  }
}

function* whole(context: RuleContext, site: SiteSpec): Generator<Report> {
  const figures = powerFiguresOf(site);
  // Where one figure is not counted, the sum of the others is no limit.
  if (figures.length === 0 || figures.some((figure) => mostCriticalPower(figure, site) === undefined)) return;
  const path = site.power === undefined ? phasesPath(site) : `sites.${site.name}.power`;
  yield* exceeded(site, loadOf(context, site, poolsOf(site)), figures, path);
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
  site: SiteSpec,
  loads: readonly Load[],
  figures: readonly PowerFigure[],
  path: string,
  when?: string,
): Generator<Report> {
  const power = figures.flatMap((figure) => mostCriticalPower(figure, site) ?? []);
  const [load, limit] = [total(loads), total(power)];
  if (load.value <= limit.value) return;
  const bases = Object.keys(limit.byBasis).join(" and ");
  const open = isOpen(power);
  const atBest = figures.some((figure) => isWithoutPue(figure, site));
  const best = atBest ? " with a PUE of 1 at best: it is utility power, and no peakPue is stated" : "";
  yield {
    path,
    ...(open ? { severity: "warning" as const } : {}),
    observed: load.value,
    limit: limit.value,
    unit: "MW",
    message: `${when === undefined ? "" : `${when} `}the machines draw up to ${formatMW(load.value)}, more than the usable critical IT power of ${formatMW(limit.value, limit.bound)} (${bases})${best}${open ? `; ${OPEN_LIMIT}` : ""}`,
    hint: `${when === undefined ? "take fewer machines, raise the power of the site" : "move machines to a later phase"}, or correct machinePowerKW where these draw less`,
  };
}
