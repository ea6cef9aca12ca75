import type { Rule } from "./rule";
import { allSites } from "./walk";

export const retiredClusters: Rule = {
  id: "RETIRE-1",
  title: "clusters of a retired site can be destroyed",
  severity: "warning",
  source:
    "terraform-provider-google, container_cluster: deletion_protection, which every cluster of a Google site carries, makes a destroy fail",
  *check(context) {
    for (const { site, path } of allSites(context)) {
      if (!site.retired || site.tenure !== "cloud" || site.provider !== "google" || site.clusters.length === 0)
        continue;
      const names = site.clusters.map((cluster) => cluster.name).join(", ");
      yield {
        path: `${path}.retired`,
        observed: site.clusters.length,
        limit: 0,
        unit: "clusters",
        message: `GKE clusters are protected against deletion: while ${names} ${site.clusters.length === 1 ? "is" : "are"} so, the deploy that retires the site fails`,
        hint: "before retire(), deploy once with deletionProtection = false on each cluster in a terraform hook; once they are gone, take them out of the site",
      };
    }
  },
};
