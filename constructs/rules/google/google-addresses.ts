import { addressesIn, counted, enough, GOOGLE_SYSTEM_NODES, nodesOf } from "../node-counts";
import type { Rule } from "../rule";
import { googleClusters, machineAt } from "../walk";

/** Addresses that Google keeps in the primary range of a subnetwork. */
const RESERVED = 4;
/** Pod addresses of a node: /27 for at most 15 pods, as on TPU hosts, and /24 for 110, as everywhere else. */
const PODS = { tpu: 32, other: 256 };

export const googleAddresses: Rule = {
  id: "GCP-CL-03",
  title: "the node and pod ranges of a GKE cluster hold its nodes",
  severity: "error",
  formula:
    "size of pods >= 32 x TPU nodes + 256 x (other nodes + 4); size of nodes - 4 >= nodes + 4: 3 of the system at most, and 1 while these are upgraded",
  source:
    "GKE documentation, flexible pod CIDR: /27 a node for 9 to 16 pods, /24 for 65 to 128; Google VPC, subnets: 4 reserved addresses",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      if (context.isPartial(path) || context.isPartial("machines")) continue;
      const isTpu = (type: string) => machineAt(context, site, type)?.tpu !== undefined;
      const tpu = nodesOf(
        context,
        site,
        cluster.pools.filter((pool) => isTpu(pool.machine)),
      );
      const other =
        nodesOf(
          context,
          site,
          cluster.pools.filter((pool) => !isTpu(pool.machine)),
        ) + GOOGLE_SYSTEM_NODES;
      const nodes = `${counted(tpu + other)} nodes (${GOOGLE_SYSTEM_NODES} of them for the system and its upgrade)`;
      const pods = PODS.tpu * tpu + PODS.other * other;
      const place = { limit: addressesIn(cluster.network.pods), unit: "addresses" };
      if (pods > place.limit) {
        yield {
          ...place,
          path: `${path}.network.pods`,
          observed: pods,
          message: `the pods of ${nodes} need ${counted(pods)} addresses, 32 a TPU host and 256 a node else; ${cluster.network.pods} has ${counted(place.limit)}`,
          hint: enough(pods),
        };
      }
      const usable = addressesIn(cluster.network.nodes) - RESERVED;
      if (tpu + other > usable) {
        yield {
          path: `${path}.network.nodes`,
          observed: tpu + other,
          limit: usable,
          unit: "addresses",
          message: `${nodes} need an address each; ${cluster.network.nodes} has ${counted(usable)}`,
          hint: enough(tpu + other + RESERVED),
        };
      }
    }
  },
};
