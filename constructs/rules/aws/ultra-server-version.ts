import type { Rule } from "../rule";
import { awsClusters, listed, machineAt } from "../walk";

const FIRST = { major: 1, minor: 33 };

export const ultraServerVersion: Rule = {
  id: "AWS-EKS-16",
  title: "a cluster with GB200 runs Kubernetes 1.33 or later",
  severity: "error",
  formula: "version >= 1.33",
  source: "Amazon EKS user guide, use P6e-GB200 UltraServers with Amazon EKS: Kubernetes 1.33 or later",
  *check(context) {
    for (const { site, cluster, path } of awsClusters(context)) {
      const { version } = cluster.scheduler;
      if (version === undefined || isEnough(version)) continue;
      const pools = cluster.pools.filter((pool) => machineAt(context, site, pool.machine)?.accelerator === "GB200");
      if (pools.length === 0) continue;
      yield {
        path: `${path}.scheduler.version`,
        observed: version,
        limit: "1.33",
        message: `GB200 (pool ${listed(pools.map((pool) => pool.name))}) needs Kubernetes 1.33 or later; got ${JSON.stringify(version)}`,
        hint: 'write "1.33" or later, or leave the version out for EKS\'s default',
      };
    }
  },
};

function isEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > FIRST.major || (major === FIRST.major && minor >= FIRST.minor);
}
