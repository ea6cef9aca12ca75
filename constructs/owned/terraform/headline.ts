import { createHash } from "node:crypto";
import type { Machine } from "../../catalog";
import { sizePool } from "../../catalog";
import { siteFigures, usablePowerSteps } from "../../ledger";
import {
  type Cluster,
  describeCapacity,
  documentsOf,
  type FleetDocument,
  type PhysicalSiteSpec,
  toYaml,
} from "../../model";

type Lookup = (type: string) => Machine | undefined;

/** The figures a reviewer wants to see change. Keys are lower-case with underscores, as Terraform's own. */
export function headlineOf(site: PhysicalSiteSpec, machine: Lookup): Record<string, unknown> {
  const figures = siteFigures(site, machine);
  const unstated = figures.uncounted.reduce((sum, figure) => sum + figure.valueMW, 0);
  return {
    tenure: site.tenure,
    ...(figures.criticalIT === undefined ? {} : { critical_it_mw: figures.criticalIT.value }),
    ...(figures.utility === undefined ? {} : { utility_mw: figures.utility.value }),
    ...(figures.uncounted.length === 0 ? {} : { unstated_mw: unstated }),
    ...usableFigures(site),
    it_load_mw: figures.load.value,
    machines: figures.machines,
    accelerators: figures.accelerators,
  };
}

/** Usable critical IT power from each day on which it changes, and what limits it there. */
function usableFigures(site: PhysicalSiteSpec): Record<string, unknown> {
  const steps = usablePowerSteps(site);
  const figures = steps.flatMap(({ date, binds }) =>
    binds === undefined ? [] : [[date ?? "at the end", `${binds.valueMW}, limited by ${binds.name}`] as const],
  );
  // What holds always is the critical IT power above.
  return figures.length === 0 || (steps.length === 1 && steps[0]?.date === undefined)
    ? {}
    : { usable_mw: Object.fromEntries(figures) };
}

/** One cluster's pools, by name. */
export function clusterFigures(cluster: Cluster, lookup: Lookup): Record<string, unknown> {
  const pools = cluster.pools.map((pool) => {
    const machine = lookup(pool.machine);
    const size = machine === undefined ? undefined : sizePool(pool, machine);
    const figures = { machine: pool.machine, machines: size?.machines ?? 0, accelerators: size?.accelerators ?? 0 };
    return [pool.name, { ...figures, contract: describeCapacity(pool.capacity) }] as const;
  });
  return { purpose: cluster.purpose, pools: Object.fromEntries(pools) };
}

/** A digest of everything the site's documents say, so that a change without a headline figure shows in a plan too. */
export function digestOf(fleet: FleetDocument, site: PhysicalSiteSpec): string {
  const text = documentsOf(fleet, site)
    .map(({ file, document }) => `${file}\n${toYaml(document)}`)
    .join("\n");
  return createHash("sha256").update(text).digest("hex");
}
