import type { Rule } from "../rule";
import { azureClusters } from "../walk";

/** Resource ids are compared without case (Azure Resource Manager documentation). */
const GROUP =
  /^\/subscriptions\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/resourceGroups\/[^/]+\/providers\/Microsoft\.Compute\/capacityReservationGroups\/[^/]+$/i;

export const azureReservationGroup: Rule = {
  id: "AZ-CRG-01",
  title: "a capacity reservation group is named by its whole resource id",
  severity: "error",
  source:
    "Azure Resource Manager documentation, resource ids; terraform-provider-azurerm, capacity_reservation_group_id of kubernetes_cluster_node_pool",
  *check(context) {
    for (const { site, cluster, path } of azureClusters(context)) {
      for (const { name, capacity } of cluster.pools) {
        if (capacity.kind !== "capacityReservation" || GROUP.test(capacity.groupId)) continue;
        const last = capacity.groupId.split("/").filter((part) => part !== "");
        yield {
          path: `${path}.pools.${name}.capacity.groupId`,
          observed: capacity.groupId,
          message: `${JSON.stringify(capacity.groupId)} is not the resource id of a capacity reservation group`,
          hint: `write /subscriptions/${site.subscription}/resourceGroups/<group>/providers/Microsoft.Compute/capacityReservationGroups/${last.at(-1) ?? "<name>"}`,
        };
      }
    }
  },
};
