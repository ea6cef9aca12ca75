import { counted, GOOGLE_SYSTEM_NODES, nodesOf } from "../node-counts";
import type { Rule } from "../rule";
import { googleClusters } from "../walk";

const MOST_NODES = 15_000;

export const googleNodes: Rule = {
  id: "GCP-NODES",
  title: "clusters keep within the sizes that GKE documents",
  severity: "warning",
  formula: "nodes of a cluster, 3 of the system and 1 while these are upgraded among them, <= 15,000",
  source: "GKE quotas and limits",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      if (context.isPartial(`${path}.pools`)) continue;
      const nodes = nodesOf(context, site, cluster.pools) + GOOGLE_SYSTEM_NODES;
      if (nodes > MOST_NODES) {
        yield {
          path: `${path}.pools`,
          observed: nodes,
          limit: MOST_NODES,
          unit: "nodes",
          message: `a GKE cluster has at most ${counted(MOST_NODES)} nodes; with ${GOOGLE_SYSTEM_NODES} for the system and its upgrade this one has ${counted(nodes)}`,
          hint: "spread the cluster with perCluster, or confirm the size with Google",
        };
      }
    }
  },
};
