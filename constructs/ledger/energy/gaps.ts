import { findGrid, gridNames } from "../../catalog";
import { clustersOf, type FleetSpec, type SiteSpec } from "../../model";
import { grouped } from "../../model/grouped";
import { gridCarbonOf } from "./carbon";
import type { EnergyLine } from "./lines";

/** Something that is not said, or that stands in for what is not. */
export interface EnergyGap {
  readonly site: string;
  /** Where it would be said. */
  readonly path: string;
  /** What is not known for want of it, or what stands in for it. */
  readonly what: string;
  /** What to write there. */
  readonly fix: string;
}

/** What the energy of a fleet lacks, and what was assumed of it. */
export interface EnergyGaps {
  readonly unknown: readonly EnergyGap[];
  readonly assumed: readonly EnergyGap[];
}

/** What is not known of the sites that have machines in the time one looks at, and what stands in for it. */
export function gapsOf(fleet: FleetSpec, lines: readonly EnergyLine[]): EnergyGaps {
  const bySite = grouped(lines, ({ site }) => site);
  const all = fleet.sites.flatMap((site) => {
    const own = bySite.get(site.name);
    return own === undefined ? [] : [{ site, own }];
  });
  return {
    unknown: all.flatMap(({ site, own }) => [...machinesUnknown(site, own), ...siteUnknown(site)]),
    assumed: all.flatMap(({ site, own }) => [...loadsAssumed(site, own, fleet.policy.averageLoad), ...standIns(site)]),
  };
}

function machinesUnknown({ name: site }: SiteSpec, lines: readonly EnergyLine[]): EnergyGap[] {
  const unknown = lines.flatMap(({ fullKW, cluster, pool, machine }) =>
    fullKW === undefined ? [[`sites.${site}.clusters.${cluster}.pools.${pool}`, machine] as const] : [],
  );
  return [...new Map(unknown)].map(([path, machine]) => ({
    site,
    path: `${path}.machinePowerKW`,
    what: `what a ${machine} draws: its energy stands in no sum`,
    fix: 'machinePowerKW: measured(10.2, { source: "..." })',
  }));
}

function siteUnknown(site: SiteSpec): EnergyGap[] {
  const { energy, peakPue, name } = site;
  const path = `sites.${name}.energy`;
  const gaps: EnergyGap[] = [];
  const add = (field: string, what: string, fix: string) =>
    gaps.push({ site: name, path: `${path}.${field}`, what, fix });
  if (energy?.averagePue === undefined && energy?.monthlyPue === undefined) {
    const peak = peakPue === undefined ? "" : "; peakPue is a ratio of powers at the worst hour and does not stand in";
    add(
      "averagePue",
      `energy of the site beyond its IT, and greenhouse gases${peak}`,
      'averagePue: measured(1.15, { source: "..." })',
    );
  }
  if (energy?.waterLitresPerKWh === undefined) {
    add("waterLitresPerKWh", "water", 'waterLitresPerKWh: measured(0.2, { source: "..." })');
  }
  if (gridCarbonOf(energy) === undefined) {
    const own = gridNames().filter((grid) => findGrid(grid)?.country === site.location.country);
    const named = own.length === 0 ? "" : `grid: one of ${own.join(", ")}, or `;
    add("grid", "greenhouse gases", `${named}carbonGramsPerKWh: { ...reported(420, { source: "..." }), date: "..." }`);
  }
  return gaps;
}

function loadsAssumed(site: SiteSpec, lines: readonly EnergyLine[], load: number): EnergyGap[] {
  const names = clustersOf(site).flatMap(({ name, averageLoad }) =>
    averageLoad === undefined && lines.some(({ cluster }) => cluster === name) ? [name] : [],
  );
  const [first, ...others] = names;
  if (first === undefined) return [];
  const more = others.length === 0 ? "" : `, and ${others.length} more of the site's clusters`;
  return [
    {
      site: site.name,
      path: `sites.${site.name}.clusters.${first}.averageLoad`,
      what: `machines draw ${load} of their most on average, the policy's averageLoad${more}`,
      fix: 'averageLoad: measured(0.7, { source: "..." })',
    },
  ];
}

/** What the market-based number takes for energy of which no contract says anything. */
function standIns({ energy, name: site }: SiteSpec): EnergyGap[] {
  if (energy === undefined || gridCarbonOf(energy) === undefined || energy.residualGramsPerKWh !== undefined) return [];
  return [
    {
      site,
      path: `sites.${site}.energy.residualGramsPerKWh`,
      what: "in the market-based number the grid's average stands in for the residual mix",
      fix: 'residualGramsPerKWh: reported(420, { source: "..." })',
    },
  ];
}
