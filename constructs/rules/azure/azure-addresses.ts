import { parseRange } from "../../model";
import { AZURE_SYSTEM_NODES, addressesIn, counted, enough, nodesOf } from "../node-counts";
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
    "2^(24 - prefix of pods) >= nodes + surge + 3 system nodes, surge = max(1, 10 % of nodes); size of nodes >= nodes + 3 + 5",
  source: "AKS documentation, Azure CNI Overlay (a /24 a node); Azure Virtual Network FAQ (5 reserved addresses)",
  *check(context) {
    for (const { site, cluster, path } of azureClusters(context)) {
      if (context.isPartial(path) || context.isPartial("machines")) continue;
      const nodes = nodesOf(context, site, cluster.pools);
      const surge = Math.max(1, Math.ceil(nodes / 10));
      const observed = nodes + surge + AZURE_SYSTEM_NODES;
      const { pods, nodes: subnet } = cluster.network;
      const limit = Math.floor(2 ** (24 - (parseRange(pods)?.prefix ?? 24)));
      if (observed > limit) {
        yield {
          path: `${path}.network.pods`,
          observed,
          limit,
          unit: "nodes",
          message: `the overlay gives each node a /24: ${counted(nodes)} nodes, ${counted(surge)} while they are upgraded and ${AZURE_SYSTEM_NODES} for the system need ${counted(observed)}; ${pods} has ${counted(limit)}`,
          hint: `${enough(observed * PODS)}; the range cannot be changed later`,
        };
      }
      const needed = nodes + AZURE_SYSTEM_NODES + RESERVED;
      if (needed > addressesIn(subnet)) {
        yield {
          path: `${path}.network.nodes`,
          observed: needed,
          limit: addressesIn(subnet),
          unit: "addresses",
          message: `${counted(nodes)} nodes, ${AZURE_SYSTEM_NODES} for the system and ${RESERVED} that Azure keeps need ${counted(needed)} addresses; ${subnet} has ${counted(addressesIn(subnet))}`,
          hint: enough(needed),
        };
      }
    }
  },
};
