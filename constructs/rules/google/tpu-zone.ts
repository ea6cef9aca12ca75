import type { Rule } from "../rule";
import { googleClusters, listed, machineAt } from "../walk";

export const tpuZone: Rule = {
  id: "GCP-TPU-05",
  title: "TPUs stand in a zone where they are documented",
  severity: "warning",
  needs: ["region"],
  source: "Cloud TPU documentation, regions and zones (a snapshot): Google gives single projects more",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      for (const pool of cluster.pools) {
        const machine = machineAt(context, site, pool.machine);
        const { zone } = pool.capacity;
        if (machine?.tpu === undefined || machine.offeredIn === undefined || !zone.startsWith(`${site.region}-`))
          continue;
        const zones = Object.values(machine.offeredIn).flat();
        if (zones.length === 0 || zones.includes(zone)) continue;
        yield {
          path: `${path}.pools.${pool.name}.capacity.zone`,
          observed: zone,
          message: `${machine.type} is documented in ${listed([...zones].sort())}, not in ${zone}; the list may be older than the zone`,
          hint: "confirm the zone with Google",
        };
      }
    }
  },
};
