import type { Rule } from "../rule";
import { azureClusters } from "../walk";

export const azureLustreZone: Rule = {
  id: "AZ-LUS-03",
  title: "a file system stands in a zone in which its cluster has machines",
  severity: "warning",
  source:
    "Azure Managed Lustre documentation, prerequisites: clients in the zone of the file system see the least latency",
  *check(context) {
    for (const { cluster, path } of azureClusters(context)) {
      const zones = cluster.pools.flatMap(({ capacity }) => capacity.zone ?? []);
      // A pool in no particular zone may have machines in any.
      if (zones.length < cluster.pools.length || context.isPartial(`${path}.pools`)) continue;
      const limit = [...new Set(zones)].sort().join(", ");
      for (const { name, zone } of cluster.storage) {
        if (zones.includes(zone)) continue;
        yield {
          path: `${path}.storage.${name}.zone`,
          observed: zone,
          limit,
          message: `the file system stands in zone ${zone}, and the machines of the cluster in ${limit}: every read and write goes from zone to zone`,
          hint: "choose a zone of the machines; it cannot be changed later",
        };
      }
    }
  },
};
