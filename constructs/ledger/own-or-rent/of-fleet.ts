import { acceleratorOf, type Machine, sizePool } from "../../catalog";
import { type Cluster, type Comparison, clustersOf, type FleetSpec, type SiteSpec } from "../../model";
import { schedulableShare } from "../capacity";
import { type Sheet, sheetOf } from "./sheet";

/** A cluster that a comparison may be about. */
export interface ComparedCluster {
  /** `site.cluster` */
  readonly name: string;
  readonly site: SiteSpec;
  readonly cluster: Cluster;
}

/** The clusters of a fleet that are not retired. */
export const comparedClusters = (fleet: FleetSpec): ComparedCluster[] =>
  fleet.sites
    .filter(({ retired }) => !retired)
    .flatMap((site) =>
      clustersOf(site)
        .filter((cluster) => !("retired" in cluster && cluster.retired === true))
        .map((cluster) => ({ name: `${site.name}.${cluster.name}`, site, cluster })),
    );

type Lookup = (type: string) => Machine | undefined;

/** Accelerators of each kind in the pools of a cluster. */
export function acceleratorsIn({ pools }: Cluster, machine: Lookup): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pool of pools) {
    const type = machine(pool.machine);
    const size = type === undefined || ("retired" in pool && pool.retired) ? undefined : sizePool(pool, type);
    if (type === undefined || size === undefined) continue;
    const name = acceleratorOf(type)?.name ?? type.accelerator;
    counts.set(name, (counts.get(name) ?? 0) + size.accelerators);
  }
  return counts;
}

/**
 * A comparison with what it takes from its fleet: the accelerators and the utilization of its cluster, and what the policy says is out of
 * service. None where a number is missing: the rule COMPARE-1 has said which.
 *
 * @param fleet as it is built
 */
export function comparisonSheet(fleet: FleetSpec, comparison: Comparison, machine: Lookup): Sheet | undefined {
  const found = comparedClusters(fleet).find(({ name }) => name === comparison.cluster);
  const counted = found === undefined ? undefined : acceleratorsIn(found.cluster, machine).get(comparison.accelerator);
  const accelerators = comparison.accelerators ?? counted;
  const utilization = comparison.utilization ?? found?.cluster.utilization;
  if (accelerators === undefined || utilization === undefined) return undefined;
  return sheetOf(comparison, {
    accelerators: {
      value: accelerators,
      basis: "assumed",
      source: comparison.accelerators === undefined ? `those of ${comparison.cluster}` : "the comparison",
    },
    utilization,
    outOfService: comparison.own.outOfService ?? {
      value: Number((1 - schedulableShare(fleet.policy)).toPrecision(12)),
      basis: "assumed",
      source: "outOfService of the fleet's policy",
    },
  });
}
