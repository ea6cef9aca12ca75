import { googleRegions } from "../../catalog/google-regions";
import type { Rule } from "../rule";
import { googleClusters, machineAt } from "../walk";

export const tpuZone: Rule = {
  id: "GCP-TPU-05",
  title: "TPUs stand in a zone where they are documented",
  severity: "warning",
  needs: ["region"],
  source: "Cloud TPU documentation, regions and zones (a snapshot): Google gives single projects more",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      // Of a region that nobody knows, and of zones of another one, other rules speak: GCP-REGION-1 and GCP-ZONE-1.
      if (!googleRegions.includes(site.region)) continue;
      for (const pool of cluster.pools) {
        const machine = machineAt(context, site, pool.machine);
        const { zone } = pool.capacity;
        if (machine?.tpu === undefined || machine.offeredIn === undefined) continue;
        const here = machine.offeredIn[site.region] ?? [];
        if (here.includes(zone) || !zone.startsWith(`${site.region}-`)) continue;
        yield {
          path: `${path}.pools.${pool.name}.capacity.zone`,
          observed: zone,
          message: `${machine.type} is not documented in ${zone}; the list may be older than the zone`,
          hint: `${known(site.region, here, Object.keys(machine.offeredIn))}; confirm the zone with Google`,
        };
      }
    }
  },
};

const known = (region: string, here: readonly string[], regions: readonly string[]): string =>
  here.length > 0
    ? `in ${region} it is documented in ${here.join(", ")}`
    : `it is documented in the regions ${regions.join(", ")}`;
