import type { Rule } from "../rule";
import { azureClusters } from "../walk";

export const azureReservedScaling: Rule = {
  id: "AZ-CRG-02",
  title: "a pool that is paid for whether its machines run or not does not grow and shrink",
  severity: "warning",
  source: "Azure documentation, on-demand capacity reservation: billed whether used or not",
  *check(context) {
    for (const { cluster, path } of azureClusters(context)) {
      for (const { name, autoscale, count, capacity } of cluster.pools) {
        if (autoscale === undefined || autoscale.min >= count || capacity.kind !== "capacityReservation") continue;
        yield {
          path: `${path}.pools.${name}.autoscale`,
          observed: autoscale.min,
          limit: count,
          unit: "nodes",
          message: "a capacity reservation is paid for whether its machines run or not: fewer of them save nothing",
          hint: "take autoscale away, unless the group serves other pools too",
        };
      }
    }
  },
};
