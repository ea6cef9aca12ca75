import { counted } from "../node-counts";
import type { Rule } from "../rule";
import { googleClusters } from "../walk";

const MOST_CLUSTERS = 100;

export const googleClustersLimit: Rule = {
  id: "GCP-CLUSTERS",
  title: "a project has no more clusters in a region than GKE documents",
  severity: "warning",
  formula: "regional clusters of a project in one region <= 100",
  source: "GKE quotas and limits",
  *check(context) {
    const places = new Map<string, { readonly path: string; clusters: number }>();
    for (const { site, cluster, path } of googleClusters(context)) {
      const place = `of ${site.project} in ${site.region}`;
      const found = places.get(place);
      if (found === undefined) places.set(place, { path: path.slice(0, -`.${cluster.name}`.length), clusters: 1 });
      else found.clusters += 1;
    }
    for (const [place, { path, clusters }] of places) {
      if (clusters <= MOST_CLUSTERS) continue;
      yield {
        path,
        observed: clusters,
        limit: MOST_CLUSTERS,
        unit: "clusters",
        message: `GKE takes ${MOST_CLUSTERS} regional clusters of a project in one region; ${place} there are ${counted(clusters)}`,
        hint: "make the clusters larger, or give some of them another project",
      };
    }
  },
};
