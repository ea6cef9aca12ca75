import { counted } from "../node-counts";
import type { Rule } from "../rule";
import { awsClusters } from "../walk";

const MOST_NODES = 450;
const MOST_GROUPS = 30;

export const eksNodeGroups: Rule = {
  id: "AWS-EKS-07",
  title: "node groups keep within the quotas of EKS until they are raised",
  severity: "warning",
  formula: "machines of a pool <= 450; pools + 1 for the system <= 30",
  source: "Amazon EKS service quotas: nodes per managed node group, managed node groups per cluster (both adjustable)",
  *check(context) {
    for (const { cluster, path } of awsClusters(context)) {
      for (const pool of cluster.pools) {
        if (pool.count <= MOST_NODES) continue;
        yield {
          path: `${path}.pools.${pool.name}.count`,
          observed: pool.count,
          limit: MOST_NODES,
          unit: "nodes",
          message: `a managed node group has at most ${MOST_NODES} nodes until AWS raises the quota; got ${counted(pool.count)}`,
          hint: "ask AWS to raise the quota, or split the pool",
        };
      }
      const groups = cluster.pools.length + 1;
      if (groups <= MOST_GROUPS) continue;
      yield {
        path: `${path}.pools`,
        observed: groups,
        limit: MOST_GROUPS,
        unit: "node groups",
        message: `an EKS cluster has at most ${MOST_GROUPS} managed node groups until AWS raises the quota; ${cluster.pools.length} pools and the system's make ${groups}`,
        hint: "ask AWS to raise the quota, or split the cluster",
      };
    }
  },
};
