import { sizePool } from "../../catalog";
import type { Rule } from "../rule";
import { googleClusters, machineAt } from "../walk";

const MOST_HOSTS = 1000;

export const tpuSliceSize: Rule = {
  id: "GCP-TPU-06",
  title: "a slice has no more hosts than a node pool of GKE has nodes",
  severity: "warning",
  formula: "hosts of a slice <= 1,000",
  source:
    "GKE quotas and limits: 1,000 nodes a node pool and zone; plan TPUs in GKE, which lists larger topologies all the same",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      for (const pool of cluster.pools) {
        const machine = machineAt(context, site, pool.machine);
        const slices = machine === undefined ? undefined : sizePool(pool, machine)?.slices;
        if (slices === undefined || slices.hostsEach <= MOST_HOSTS) continue;
        yield {
          path: `${path}.pools.${pool.name}.topology`,
          observed: slices.hostsEach,
          limit: MOST_HOSTS,
          unit: "hosts",
          message: `a slice of ${pool.topology} has ${slices.hostsEach} hosts in one node pool, for which GKE documents at most ${MOST_HOSTS} nodes`,
          hint: "confirm the slice with Google, or train over several smaller slices",
        };
      }
    }
  },
};
