import { HOSTNAME_LABEL, placeLevels } from "./names";
import { hostsOfPool, type ScheduledCluster, type ScheduledPool } from "./scheduled";

/** Labels of nodes that say how near they are, from far to near. */
export interface KueueTopology {
  readonly name: string;
  readonly levels: readonly string[];
}

/** The topologies of a Kubernetes cluster, and which of them each of its pools has. */
export interface KueueTopologies {
  readonly topologies: readonly KueueTopology[];
  /** The name of a topology by that of the pool. Absent: nothing is known of its nodes. */
  readonly ofPool: ReadonlyMap<string, string>;
}

/**
 * The topologies by which Kueue places pods: pod, scalable unit, NVLink domain, host, as far as each pool has them.
 *
 * @param stated - levels as the cluster says; they hold for all its pools
 */
export function kueueTopologies({ cluster, pools }: ScheduledCluster, stated?: readonly string[]): KueueTopologies {
  if (stated !== undefined) {
    const ofPool = new Map(pools.map(({ pool }) => [pool.name, cluster.name]));
    return { topologies: [{ name: cluster.name, levels: stated }], ofPool };
  }
  // Nodes that are not laid out have no labels, and Kueue would send nothing to them.
  const known = pools.filter((pool) => placeLevels(pool).length > 0 && hostsOfPool(pool).length > 0);
  const topologies = new Map(
    known.map((pool) => [
      topologyName(pool),
      { name: topologyName(pool), levels: [...placeLevels(pool), HOSTNAME_LABEL] },
    ]),
  );
  return {
    topologies: [...topologies.values()],
    ofPool: new Map(known.map((pool) => [pool.pool.name, topologyName(pool)])),
  };
}

/** Pools of one fabric share a topology, those with NVLink domains of several hosts another. */
function topologyName({ fabric, domainHosts }: ScheduledPool): string {
  if (domainHosts === 1) return `fabric-${fabric?.name ?? ""}`;
  return fabric === undefined ? "nvlink" : `nvlink-${fabric.name}`;
}
