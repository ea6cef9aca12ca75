import { AWS_QUOTAS, nodeGroupCount, quotasOf } from "../../ledger/aws-node-groups";
import { isCapacityBlock } from "../../model";
import { counted } from "../node-counts";
import type { Rule } from "../rule";
import { awsClusters } from "../walk";

/** The group of the machines that run beside the accelerators. */
const SYSTEM_GROUPS = 1;

export const eksNodeGroups: Rule = {
  id: "AWS-EKS-07",
  title: "node groups keep within the quotas of EKS until they are raised",
  severity: "warning",
  formula: `sum of ceil(machines of a pool / nodesPerGroup) + ${SYSTEM_GROUPS} for the system <= groupsPerCluster; machines of a capacity block <= nodesPerGroup`,
  source: `Amazon EKS service quotas: nodes per managed node group (${AWS_QUOTAS.nodesPerGroup}), managed node groups per cluster (${AWS_QUOTAS.groupsPerCluster}), both adjustable`,
  *check(context) {
    for (const { site, cluster, path } of awsClusters(context)) {
      const quotas = quotasOf(site, cluster);
      for (const pool of cluster.pools) {
        if (!isCapacityBlock(pool.capacity) || pool.count <= quotas.nodesPerGroup) continue;
        yield {
          path: `${path}.pools.${pool.name}.count`,
          observed: pool.count,
          limit: quotas.nodesPerGroup,
          unit: "nodes",
          message: `a capacity block is one node group, which has at most ${quotas.nodesPerGroup} nodes; got ${pool.count}`,
          hint: "ask AWS to raise the quota, and write it as quotas.nodesPerGroup",
        };
      }
      const each = cluster.pools.map((pool) => nodeGroupCount(pool, quotas));
      const groups = each.reduce((sum, count) => sum + count, SYSTEM_GROUPS);
      if (groups <= quotas.groupsPerCluster) continue;
      const of = `${counted(groups - SYSTEM_GROUPS)} of ${cluster.pools.length === 1 ? "a pool" : `${counted(cluster.pools.length)} pools`}`;
      yield {
        path: `${path}.pools`,
        observed: groups,
        limit: quotas.groupsPerCluster,
        unit: "node groups",
        message: `an EKS cluster has at most ${counted(quotas.groupsPerCluster)} managed node groups until AWS raises the quota; ${of} (${counted(quotas.nodesPerGroup)} machines each) and the system's make ${counted(groups)}`,
        hint: "ask AWS to raise nodes per group or groups per cluster and write it as quotas, or split the cluster",
      };
    }
  },
};
