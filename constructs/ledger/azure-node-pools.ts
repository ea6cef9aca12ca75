import type { AzureCluster, AzurePool } from "../model";

/** The most nodes of one node pool. Source: terraform-provider-azurerm v4.55.0, node_count of kubernetes_cluster_node_pool. */
export const AZURE_POOL_NODES = 1000;

/** The longest name of a Linux node pool. Source: the same, `KubernetesAgentPoolName`. */
export const AZURE_POOL_NAME = 12;

/** One node pool of AKS: a pool of the document, or what of it one node pool takes. */
export interface AzureNodePool {
  readonly name: string;
  /** The most nodes. */
  readonly count: number;
  /** The fewest, where the autoscaler chooses. */
  readonly min?: number;
}

/**
 * The node pools that a pool becomes. The first keeps the pool's name; each is filled before the next begins, so that a pool that
 * grows changes its last node pool and adds others, and moves none.
 *
 * @example azureNodePools({ name: "h100", count: 2500 }) // h100 and h100x2 with 1,000 each, h100x3 with 500
 */
export function azureNodePools({
  name,
  count,
  autoscale,
}: Pick<AzurePool, "name" | "count" | "autoscale">): AzureNodePool[] {
  const pools = Math.max(1, Math.ceil(count / AZURE_POOL_NODES));
  const share = (of: number, index: number) => Math.min(AZURE_POOL_NODES, Math.max(0, of - index * AZURE_POOL_NODES));
  return Array.from({ length: pools }, (_, index) => ({
    name: numberedNodePool(name, index + 1),
    count: share(count, index),
    ...(autoscale === undefined ? {} : { min: share(autoscale.min, index) }),
  }));
}

/** The name of a pool's node pool of that number: `h100`, `h100x2`, ... A long name loses its end. */
export function numberedNodePool(pool: string, number: number): string {
  if (number === 1) return pool;
  const suffix = `x${number}`;
  return pool.slice(0, AZURE_POOL_NAME - suffix.length) + suffix;
}

/**
 * Nodes that an upgrade adds for a while: a tenth of each node pool, rounded up. A pool with a reservation upgrades in place,
 * and one of spot machines has none to add. Sources: AKS documentation, upgrade a cluster (`maxSurge` in percent is rounded up) and
 * spot node pools.
 */
export const azureSurge = (pool: Pick<AzurePool, "name" | "count" | "autoscale" | "capacity">): number =>
  pool.capacity.kind !== "onDemand"
    ? 0
    : azureNodePools(pool).reduce((surge, each) => surge + Math.ceil(each.count / 10), 0);

/** Nodes beside the accelerators at most, the one of an upgrade included. */
export const azureSystemNodes = ({ system }: Pick<AzureCluster, "system">): number => system.count + AZURE_SYSTEM_SURGE;

/** Nodes that an upgrade of the system pool adds. */
export const AZURE_SYSTEM_SURGE = 1;
