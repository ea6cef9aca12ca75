import { azureNeedsOf, azurermProviderRange } from "../../ledger/provider-floors";
import type { Rule } from "../rule";
import { azureClusters } from "../walk";

export const azureProviderFloor: Rule = {
  id: "AZ-VER-01",
  title: "an option that needs a later provider says so",
  severity: "note",
  source: "terraform-provider-azurerm, CHANGELOG.md: os_sku Ubuntu2404 in 4.67.0",
  *check(context) {
    for (const { site, cluster, path } of azureClusters(context)) {
      for (const { option, argument, since } of azureNeedsOf(cluster)) {
        const clusters = site.stacks === "perCluster" ? [cluster] : site.clusters;
        const pools = cluster.pools.filter(({ osSku }) => osSku === "Ubuntu2404").map(({ name }) => name);
        yield {
          path: `${path}.pools.${pools[0]}.osSku`,
          observed: since,
          message: `${option} becomes ${argument}, which the provider for Azure knows since ${since}: this stack asks for ${azurermProviderRange(clusters)}`,
        };
      }
    }
  },
};
