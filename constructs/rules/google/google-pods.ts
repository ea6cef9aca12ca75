import { counted } from "../node-counts";
import type { Rule } from "../rule";
import { googleClusters } from "../walk";
import { podsOf } from "./pod-counts";

const MOST_PODS = 200_000;

export const googlePods: Rule = {
  id: "GCP-PODS",
  title: "the pods that a cluster's nodes take are not more than GKE runs in a cluster",
  severity: "warning",
  formula: "sum over nodes of max pods, TPU hosts at their default left out, <= 200,000",
  source: "GKE quotas and limits",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      if (context.isPartial(`${path}.pools`)) continue;
      const pods = podsOf(context, site, cluster);
      if (pods <= MOST_PODS) continue;
      yield {
        path: `${path}.pools`,
        observed: pods,
        limit: MOST_PODS,
        unit: "pods",
        message: `the nodes of this cluster take ${counted(pods)} pods; GKE runs at most ${counted(MOST_PODS)} in a cluster`,
        hint: "give its pools fewer pods a node with maxPods, or keep below the limit in what you run",
      };
    }
  },
};
