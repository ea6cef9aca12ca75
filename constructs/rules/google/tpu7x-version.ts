import type { Rule } from "../rule";
import { googleClusters, machineAt, poolsCalled } from "../walk";
import { isBefore, minorOf } from "./versions";

const FIRST = "1.34.0-gke.2201000";

export const tpu7xVersion: Rule = {
  id: "GCP-TPU-03",
  title: "a cluster with TPU7x runs a version of GKE that has it",
  severity: "error",
  formula: `version, as far as it is stated, >= ${FIRST}`,
  source: "GKE documentation, Ironwood (TPU7x) in GKE; that several hosts have a workload policy is so by construction",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      const { version } = cluster.scheduler;
      if (version === undefined || !isBefore(version, FIRST)) continue;
      const pools = cluster.pools.filter((pool) => machineAt(context, site, pool.machine)?.tpu?.generation === "tpu7x");
      if (pools.length === 0) continue;
      yield {
        path: `${path}.scheduler.version`,
        observed: version,
        limit: FIRST,
        message: `TPU7x (${poolsCalled(pools.map((pool) => pool.name))}) needs GKE ${FIRST} or later; got ${JSON.stringify(version)}`,
        hint: `write ${JSON.stringify(minorOf(FIRST))}, or leave the version out for GKE's default`,
      };
    }
  },
};
