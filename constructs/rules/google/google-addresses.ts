import { GOOGLE_RESERVED_ADDRESSES } from "../../ledger/google-addresses";
import { addressesIn, counted, enough, GOOGLE_SYSTEM_NODES, nodesOf } from "../node-counts";
import type { Rule } from "../rule";
import { googleClusters } from "../walk";
import { podAddressesOf } from "./pod-counts";

export const googleAddresses: Rule = {
  id: "GCP-CL-03",
  title: "the node and pod ranges of a GKE cluster hold its nodes",
  severity: "error",
  formula:
    "size of pods >= sum over nodes of 2^(1 + ceil(log2 max pods)), 32 for a TPU host and 256 for others by default; size of nodes - 4 >= nodes + 4: 3 of the system at most, and 1 while these are upgraded",
  source:
    "GKE documentation, flexible pod CIDR: /28 a node for 8 pods, /27 for 9 to 16, /26 to 32, /25 to 64, /24 to 128, /23 to 256; Google VPC, subnets: 4 reserved addresses",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      if (context.isPartial(path) || context.isPartial("machines")) continue;
      // Nodes that an upgrade adds before it takes others away.
      const surge = cluster.pools.reduce((all, pool) => all + (pool.upgrade?.surge ?? 0), 0);
      const all = nodesOf(context, site, cluster.pools) + surge + GOOGLE_SYSTEM_NODES;
      const nodes = `${counted(all)} nodes (${GOOGLE_SYSTEM_NODES} of them for the system and its upgrade)`;
      const pods = podAddressesOf(context, site, cluster);
      const room = addressesIn(cluster.network.pods);
      if (pods > room) {
        yield {
          path: `${path}.network.pods`,
          observed: pods,
          limit: room,
          unit: "addresses",
          message: `the pods of ${nodes} need ${counted(pods)} addresses, by default 32 a TPU host and 256 a node else; ${cluster.network.pods} has ${counted(room)}`,
          hint: enough(pods),
        };
      }
      const usable = addressesIn(cluster.network.nodes) - GOOGLE_RESERVED_ADDRESSES;
      if (all > usable) {
        yield {
          path: `${path}.network.nodes`,
          observed: all,
          limit: usable,
          unit: "addresses",
          message: `${nodes} need an address each; ${cluster.network.nodes} has ${counted(usable)}`,
          hint: enough(all + GOOGLE_RESERVED_ADDRESSES),
        };
      }
    }
  },
};
