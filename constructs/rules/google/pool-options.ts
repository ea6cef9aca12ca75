import { LOCAL_SSDS } from "../../ledger/google-local-ssds";
import type { Rule } from "../rule";
import { googleClusters, machineAt } from "../walk";

export const googleUpgrade: Rule = {
  id: "GCP-POOL-02",
  title: "an upgrade of a pool may add a node or take one away",
  severity: "error",
  formula: "surge + unavailable >= 1",
  source:
    "GKE API reference, UpgradeSettings; one zone and the strategy SURGE for what is placed compactly: so by construction",
  *check(context) {
    for (const { cluster, path } of googleClusters(context)) {
      for (const { name, upgrade } of cluster.pools) {
        if (upgrade === undefined || upgrade.surge + upgrade.unavailable >= 1) continue;
        yield {
          path: `${path}.pools.${name}.upgrade`,
          observed: 0,
          limit: 1,
          unit: "nodes",
          message: "neither adds a node nor takes one away, so that no node could be upgraded",
          hint: "where accelerators are reserved: { surge: 0, unavailable: 1 }",
        };
      }
    }
  },
};

export const googlePoolOptions: Rule = {
  id: "GCP-POOL-04",
  title: "local SSDs and GPU drivers are stated of machines that have them, in a number that is known",
  severity: "error",
  source: "Cluster Toolkit, examples gke-a3-highgpu to gke-a4: 16 local SSDs, or 32; GKE takes no other number of them",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      for (const pool of cluster.pools) {
        const machine = machineAt(context, site, pool.machine);
        if (machine === undefined) continue;
        const at = `${path}.pools.${pool.name}`;
        if (pool.localSsd !== undefined && !LOCAL_SSDS.has(pool.machine)) {
          yield {
            path: `${at}.localSsd`,
            observed: pool.localSsd,
            message: `how many local SSDs ${pool.machine} has is not known here`,
            hint: "leave it out: GKE gives them to the file system of pods",
          };
        }
        if (pool.gpuDriver !== undefined && machine.tpu !== undefined) {
          const message = `${pool.machine} has no GPUs, and so no driver of theirs`;
          yield { path: `${at}.gpuDriver`, observed: pool.gpuDriver, message };
        }
      }
    }
  },
};
