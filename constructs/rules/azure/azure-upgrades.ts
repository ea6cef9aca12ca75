import type { Rule } from "../rule";
import { azureClusters } from "../walk";

export const azureUpgrades: Rule = {
  id: "AZ-AKS-09",
  title: "a cluster whose minor version AKS raises by itself names no version",
  severity: "error",
  formula: "upgrades.channel is stable or rapid: no scheduler.version",
  source:
    "AKS documentation, automatically upgrade a cluster: stable and rapid go to another minor version; upgrade a cluster: AKS takes no version back",
  *check(context) {
    for (const { cluster, path } of azureClusters(context)) {
      const { scheduler, upgrades } = cluster;
      if (scheduler.version === undefined || (upgrades.channel !== "stable" && upgrades.channel !== "rapid")) continue;
      yield {
        path: `${path}.upgrades.channel`,
        observed: upgrades.channel,
        limit: "patch",
        message: `the channel ${JSON.stringify(upgrades.channel)} raises the minor version by itself, and the program asks for ${scheduler.version}: the next deploy would ask AKS to go back, which it refuses`,
        hint: 'write channel: "patch", or leave the version out: kubernetes()',
      };
    }
  },
};
