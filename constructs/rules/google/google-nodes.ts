import { sizePool } from "../../catalog";
import { counted, GOOGLE_SYSTEM_NODES, nodesOf } from "../node-counts";
import type { Rule } from "../rule";
import { googleClusters, machineAt } from "../walk";

const MOST_IN_POOL = 1000;
const MOST_IN_CLUSTER = 15_000;

export const googleNodes: Rule = {
  id: "GCP-NODES",
  title: "node pools and clusters keep within the sizes that GKE documents",
  severity: "warning",
  formula:
    "nodes of a node pool in one zone <= 1,000; nodes of a cluster, 3 of the system and 1 while these are upgraded among them, <= 15,000",
  source: "GKE quotas and limits",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      for (const pool of cluster.pools) {
        const machine = machineAt(context, site, pool.machine);
        const size = machine === undefined ? undefined : sizePool(pool, machine);
        // Slices of several hosts are node pools of their own: the rule GCP-TPU-06 has them.
        if (size === undefined || size.slices?.multiHost === true || size.hosts <= MOST_IN_POOL) continue;
        yield {
          path: `${path}.pools.${pool.name}.${size.slices === undefined ? "count" : "slices"}`,
          observed: size.hosts,
          limit: MOST_IN_POOL,
          unit: "nodes",
          message: `a node pool of GKE has at most ${counted(MOST_IN_POOL)} nodes in a zone; got ${counted(size.hosts)}`,
          hint: "split the pool, or confirm the size with Google",
        };
      }
      const observed = nodesOf(context, site, cluster.pools) + GOOGLE_SYSTEM_NODES;
      if (observed <= MOST_IN_CLUSTER || context.isPartial(`${path}.pools`)) continue;
      yield {
        path: `${path}.pools`,
        observed,
        limit: MOST_IN_CLUSTER,
        unit: "nodes",
        message: `a GKE cluster has at most ${counted(MOST_IN_CLUSTER)} nodes; with ${GOOGLE_SYSTEM_NODES} for the system and its upgrade this one has ${counted(observed)}`,
        hint: "split the cluster, or confirm the size with Google",
      };
    }
  },
};
