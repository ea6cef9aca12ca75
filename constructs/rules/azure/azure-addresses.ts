import { azureSurge, azureSystemNodes } from "../../ledger/azure-node-pools";
import { type AzureCluster, parseRange } from "../../model";
import { addressesIn, counted, enough, nodesOf } from "../node-counts";
import type { Rule } from "../rule";
import { azureClusters } from "../walk";

/** Addresses that Azure keeps in each subnet. */
const RESERVED = 5;
/** Pod addresses of a node in an overlay. */
const PODS = 256;

export const azureAddresses: Rule = {
  id: "AZ-AKS-05",
  title: "the pod overlay of an AKS cluster has a /24 for each node, and its subnet an address",
  severity: "error",
  formula:
    "2^(24 - prefix of pods) >= nodes + surge + system + 1; size of nodes >= the same + 1 of a private API server + 5; surge = 10 % of each node pool, rounded up, none with a reservation or spot",
  source:
    "AKS documentation, Azure CNI Overlay (a /24 a node) and upgrade a cluster (surge); Azure Virtual Network FAQ (5 reserved addresses)",
  *check(context) {
    for (const { site, cluster, path } of azureClusters(context)) {
      if (context.isPartial(path) || context.isPartial("machines")) continue;
      const nodes = nodesOf(context, site, cluster.pools);
      const surge = cluster.pools.reduce((total, pool) => total + azureSurge(pool), 0);
      const system = azureSystemNodes(cluster);
      const observed = nodes + surge + system;
      const what = `${counted(nodes)} nodes, ${counted(surge)} while they are upgraded and ${system} for the system`;
      const { pods, nodes: subnet } = cluster.network;
      const limit = Math.floor(2 ** (24 - (parseRange(pods)?.prefix ?? 24)));
      if (observed > limit) {
        yield {
          path: `${path}.network.pods`,
          observed,
          limit,
          unit: "nodes",
          message: `the overlay gives each node a /24: ${what} need ${counted(observed)}; ${pods} has ${counted(limit)}`,
          hint: `${enough(observed * PODS)}; the range cannot be changed later`,
        };
      }
      const endpoint = endpointIn(cluster);
      const needed = observed + endpoint + RESERVED;
      if (needed > addressesIn(subnet)) {
        yield {
          path: `${path}.network.nodes`,
          observed: needed,
          limit: addressesIn(subnet),
          unit: "addresses",
          message: `${what}, ${endpoint === 0 ? "" : "one for the API server "}and ${RESERVED} that Azure keeps need ${counted(needed)} addresses; ${subnet} has ${counted(addressesIn(subnet))}`,
          hint: enough(needed),
        };
      }
    }
  },
};

/** A private API server has an address among the machines, unless it has a subnet of its own. */
const endpointIn = ({ apiServer, network }: AzureCluster): number =>
  apiServer.access === "private" && network.apiServer === undefined ? 1 : 0;
