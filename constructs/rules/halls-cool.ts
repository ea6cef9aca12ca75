import { formatMW, type PhysicalSiteSpec } from "../model";
import type { Report, Rule, RuleContext } from "./rule";
import { machineAt, sites } from "./walk";

export const hallsCool: Rule = {
  id: "HALL-2",
  title: "a hall cools what it powers, and some hall of the site takes each machine's density",
  severity: "error",
  layer: "hardware",
  formula: "coolingMW >= criticalItMW of each hall (a warning); power of a machine <= the largest rackKW of the halls",
  source: "physics: all power of IT equipment becomes heat; a machine stands in one rack or is one",
  *check(context) {
    for (const { site, path } of sites(context)) {
      if (site.tenure === "cloud") continue;
      for (const { name, criticalItMW, coolingMW } of site.halls) {
        if (coolingMW === undefined || coolingMW >= criticalItMW) continue;
        yield {
          path: `${path}.halls.${name}.coolingMW`,
          severity: "warning",
          observed: coolingMW,
          limit: criticalItMW,
          unit: "MW",
          message: `the hall cannot cool what it powers: ${formatMW(criticalItMW)} of IT, and cooling for ${formatMW(coolingMW)}`,
          hint: "what it cannot cool it cannot run: lower criticalItMW, or correct coolingMW",
        };
      }
      if (!context.isPartial(`${path}.halls`)) yield* density(context, site, path);
    }
  },
};

/** Machines are not assigned to halls: one that no hall takes is wrong wherever it stands. */
function* density(context: RuleContext, site: PhysicalSiteSpec, path: string): Generator<Report> {
  const densities = site.halls.flatMap((hall) => hall.rackKW ?? []);
  // A hall without a limit may take anything.
  if (densities.length === 0 || densities.length < site.halls.length) return;
  const limit = Math.max(...densities);
  for (const cluster of site.clusters) {
    for (const pool of cluster.pools) {
      const observed = (pool.machinePowerKW ?? machineAt(context, site, pool.machine)?.maxPowerKW)?.value;
      if (observed === undefined || observed <= limit) continue;
      yield {
        path: `${path}.clusters.${cluster.name}.pools.${pool.name}.machine`,
        observed,
        limit,
        unit: "kW",
        message: `${pool.machine} draws up to ${observed} kW in one rack; the halls of the site take at most ${limit} kW a rack`,
        hint: "correct rackKW of the hall it stands in, or machinePowerKW where it draws less",
      };
    }
  }
}
