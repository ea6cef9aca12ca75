import type { Rule } from "../rule";
import { googleClusters } from "../walk";

export const googleZone: Rule = {
  id: "GCP-ZONE-1",
  title: "a pool on Google Cloud stands in a zone of its site's region",
  severity: "error",
  needs: ["region"],
  source: "Compute Engine documentation, regions and zones: a zone's name is its region's and a letter",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      for (const pool of cluster.pools) {
        const { zone } = pool.capacity;
        if (zone.startsWith(`${site.region}-`)) continue;
        yield {
          path: `${path}.pools.${pool.name}.capacity.zone`,
          observed: zone,
          limit: site.region,
          message: `${zone} is no zone of ${site.region}, the region of the site`,
          hint: `machines in ${zone.slice(0, zone.lastIndexOf("-"))} belong to a site of that region`,
        };
      }
    }
  },
};
