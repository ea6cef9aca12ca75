import type { Rule } from "../rule";
import { azureClusters } from "../walk";

export const azureAutoscale: Rule = {
  id: "AZ-AKS-02",
  title: "the autoscaler of AKS chooses between a least and a most number of machines",
  severity: "error",
  formula: "min <= count",
  source:
    "terraform-provider-azurerm v4.55.0, kubernetes_cluster_node_pool_resource.go: max_count must be >= min_count, found at apply",
  *check(context) {
    for (const { cluster, path } of azureClusters(context)) {
      const { system } = cluster;
      if (system.min !== undefined && system.min > system.count) {
        yield { path: `${path}.system.min`, ...beyond(system.min, system.count) };
      }
      for (const { name, autoscale, count } of cluster.pools) {
        if (autoscale === undefined || autoscale.min <= count) continue;
        yield { path: `${path}.pools.${name}.autoscale.min`, ...beyond(autoscale.min, count) };
      }
    }
  },
};

const beyond = (observed: number, limit: number) => ({
  observed,
  limit,
  unit: "nodes",
  message: `the autoscaler chooses between min and the count: ${observed} is more than ${limit}`,
  hint: "the count is the most; lower min",
});
