import type { OutputRule } from "../output-rule";
import { block, isGiven } from "../stack-output";

export const poolRotation: OutputRule = {
  id: "AZ-AKS-07",
  title: "a node pool can be rotated when its machines change",
  severity: "warning",
  source:
    "terraform-provider-azurerm v4.55.0, kubernetes_cluster_node_pool: a change of size, zones, disk or subnet needs temporary_name_for_rotation, and the quota twice",
  *check(stack) {
    const pools = [
      ...stack.resources("azurerm_kubernetes_cluster_node_pool").map(({ path, values }) => ({ path, values })),
      ...stack
        .resources("azurerm_kubernetes_cluster")
        .map(({ path, values }) => ({ path: `${path}.default_node_pool`, values: block(values["default_node_pool"]) })),
    ];
    for (const { path, values } of pools) {
      if (isGiven(values["temporary_name_for_rotation"])) continue;
      yield {
        path: `${path}.temporary_name_for_rotation`,
        message: "is not stated, and a change of the machines' size, zones or disks then fails at apply",
        hint: "leave the name that the library gives",
      };
    }
  },
};
