import type { Rule } from "../rule";
import { googleClusters, listed, machineAt } from "../walk";

const FIRST = { major: 1, minor: 34 };

export const tpu7xVersion: Rule = {
  id: "GCP-TPU-03",
  title: "a cluster with TPU7x runs Kubernetes 1.34 or later",
  severity: "error",
  formula: "version >= 1.34",
  source: "GKE documentation, Ironwood (TPU7x) in GKE: 1.34.0-gke.2201000 or later",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      const { version } = cluster.scheduler;
      if (version === undefined || isEnough(version)) continue;
      const pools = cluster.pools.filter((pool) => machineAt(context, site, pool.machine)?.tpu?.generation === "tpu7x");
      if (pools.length === 0) continue;
      yield {
        path: `${path}.scheduler.version`,
        observed: version,
        limit: "1.34",
        message: `TPU7x (pool ${listed(pools.map((pool) => pool.name))}) needs Kubernetes 1.34 or later; got ${JSON.stringify(version)}`,
        hint: 'write "1.34", or leave the version out for GKE\'s default',
      };
    }
  },
};

function isEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > FIRST.major || (major === FIRST.major && minor >= FIRST.minor);
}
