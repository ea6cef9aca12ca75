import { AZURE_SYSTEM_NODES, counted, nodesOf } from "../node-counts";
import type { Rule } from "../rule";
import { azureClusters } from "../walk";

const MOST_IN_POOL = 1000;
const MOST_IN_CLUSTER = 5000;

export const azureNodes: Rule = {
  id: "AZ-NODES",
  title: "node pools and clusters keep within the limits of AKS",
  severity: "error",
  formula: "machines of a pool <= 1,000; nodes of a cluster, 3 of the system among them, <= 5,000",
  source:
    "AKS documentation, quotas and limits; terraform-provider-azurerm, node_count of kubernetes_cluster_node_pool",
  *check(context) {
    for (const { site, cluster, path } of azureClusters(context)) {
      for (const pool of cluster.pools) {
        if (pool.count <= MOST_IN_POOL) continue;
        yield {
          path: `${path}.pools.${pool.name}.count`,
          observed: pool.count,
          limit: MOST_IN_POOL,
          unit: "nodes",
          message: `a node pool of AKS has at most ${counted(MOST_IN_POOL)} nodes; got ${counted(pool.count)}`,
          hint: "split the pool",
        };
      }
      const observed = nodesOf(context, site, cluster.pools) + AZURE_SYSTEM_NODES;
      if (observed <= MOST_IN_CLUSTER || context.isPartial(`${path}.pools`)) continue;
      yield {
        path: `${path}.pools`,
        observed,
        limit: MOST_IN_CLUSTER,
        unit: "nodes",
        message: `an AKS cluster has at most ${counted(MOST_IN_CLUSTER)} nodes; with ${AZURE_SYSTEM_NODES} for the system this one has ${counted(observed)}`,
        hint: "split the cluster",
      };
    }
  },
};
