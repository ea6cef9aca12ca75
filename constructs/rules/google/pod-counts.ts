import { GKE_PODS_PER_NODE, podAddresses } from "../../ledger/google-addresses";
import type { GoogleCluster, GooglePool, GoogleSiteSpec } from "../../model";
import { GOOGLE_SYSTEM_NODES, nodesOf } from "../node-counts";
import type { RuleContext } from "../rule";
import { machineAt } from "../walk";

/** What the nodes have addresses for where a pool does not say. */
const TPU_PODS = 15;
const OTHER_PODS = GKE_PODS_PER_NODE;

/** Most pods of a pool's node. */
export const podsPerNode = (context: RuleContext, site: GoogleSiteSpec, pool: GooglePool): number =>
  pool.maxPods ?? (machineAt(context, site, pool.machine)?.tpu === undefined ? OTHER_PODS : TPU_PODS);

/**
 * Most pods of a cluster's nodes. TPU hosts of which nothing is said are not counted: each runs one pod of work and GKE's own few,
 * so that 15,000 of them stay below any limit on pods.
 */
export const podsOf = (context: RuleContext, site: GoogleSiteSpec, cluster: GoogleCluster): number =>
  sum(cluster, (pool) => {
    const isTpu = machineAt(context, site, pool.machine)?.tpu !== undefined;
    return isTpu && pool.maxPods === undefined ? 0 : nodesOf(context, site, [pool]) * podsPerNode(context, site, pool);
  }) +
  GOOGLE_SYSTEM_NODES * OTHER_PODS;

/** Addresses that the nodes of a cluster take of its pod range. */
export const podAddressesOf = (context: RuleContext, site: GoogleSiteSpec, cluster: GoogleCluster): number =>
  sum(cluster, (pool) => nodesOf(context, site, [pool]) * podAddresses(podsPerNode(context, site, pool))) +
  GOOGLE_SYSTEM_NODES * podAddresses(OTHER_PODS);

const sum = (cluster: GoogleCluster, of: (pool: GooglePool) => number): number =>
  cluster.pools.reduce((all, pool) => all + of(pool), 0);
