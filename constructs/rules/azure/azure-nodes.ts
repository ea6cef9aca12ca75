import { azureNodePools } from "../../ledger/azure-node-pools";
import { counted, nodesOf } from "../node-counts";
import type { Rule } from "../rule";
import { azureClusters } from "../walk";

const MOST_IN_CLUSTER = 5000;
const MOST_POOLS = 100;

export const azureNodes: Rule = {
  id: "AZ-NODES",
  title: "clusters keep within the limits of AKS",
  severity: "error",
  formula: "nodes of a cluster, those of the system among them, <= 5,000; node pools, the system's among them, <= 100",
  source: "AKS documentation, quotas and limits",
  *check(context) {
    for (const { site, cluster, path } of azureClusters(context)) {
      if (context.isPartial(`${path}.pools`)) continue;
      const system = cluster.system.count;
      const observed = nodesOf(context, site, cluster.pools) + system;
      if (observed > MOST_IN_CLUSTER) {
        yield {
          path: `${path}.pools`,
          observed,
          limit: MOST_IN_CLUSTER,
          unit: "nodes",
          message: `an AKS cluster has at most ${counted(MOST_IN_CLUSTER)} nodes; with ${system} for the system this one has ${counted(observed)}`,
          hint: "split the cluster: give a pool perCluster",
        };
      }
      const pools = cluster.pools.reduce((total, pool) => total + azureNodePools(pool).length, 1);
      if (pools > MOST_POOLS) {
        yield {
          path: `${path}.pools`,
          severity: "warning",
          observed: pools,
          limit: MOST_POOLS,
          unit: "node pools",
          message: `an AKS cluster has at most ${MOST_POOLS} node pools; with the system's this one has ${pools}`,
          hint: "split the cluster",
        };
      }
    }
  },
};
