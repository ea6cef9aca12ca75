import { azureSurge, azureSystemNodes } from "../../ledger/azure-node-pools";
import { counted, nodesOf } from "../node-counts";
import type { Rule } from "../rule";
import { azureSites } from "../walk";

const MOST = 65_536;

export const azureNetworkSize: Rule = {
  id: "AZ-NET-02",
  title: "a virtual network has no more addresses in use than Azure takes",
  severity: "warning",
  formula: "machines of all clusters in it, those of upgrades and of the system among them, <= 65,536",
  source: "Azure subscription and service limits, networking: private IP addresses per virtual network",
  *check(context) {
    const networks = new Map<string, { path: string; observed: number }>();
    for (const { site, path } of azureSites(context)) {
      if (context.isPartial(`${path}.clusters`) || context.isPartial("machines")) continue;
      const key = site.network.id?.toLowerCase() ?? path;
      const network = networks.get(key) ?? { path: `${path}.network`, observed: 0 };
      networks.set(key, network);
      for (const cluster of site.clusters) {
        const surge = cluster.pools.reduce((total, pool) => total + azureSurge(pool), 0);
        network.observed += nodesOf(context, site, cluster.pools) + surge + azureSystemNodes(cluster);
      }
    }
    for (const { path, observed } of networks.values()) {
      if (observed <= MOST) continue;
      yield {
        path,
        observed,
        limit: MOST,
        unit: "addresses",
        message: `a virtual network takes ${counted(MOST)} addresses in use; the machines here need ${counted(observed)}`,
        hint: "spread them over several sites, each with a network of its own",
      };
    }
  },
};
