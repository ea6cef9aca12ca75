import type { SiteSpec } from "../model";
import { clusterName, nodePoolNames, stackNames } from "./cloud-names";
import type { Report, RuleContext } from "./rule";
import { googleClusters, machineAt, sites } from "./walk";

/** Names made of a site's and a cluster's: `a` + `b-c` and `a-b` + `c` are one name. */
export function* sharedByClusters(context: RuleContext): Generator<Report> {
  const owners = new Map<string, { readonly site: string; readonly path: string }>();
  const claim = function* (kind: string, key: string, name: string, site: SiteSpec, path: string): Generator<Report> {
    const first = owners.get(`${kind}\0${key}\0${name}`);
    if (first === undefined) owners.set(`${kind}\0${key}\0${name}`, { site: site.name, path });
    else if (first.site !== site.name) {
      const message = `the ${kind} of ${path} is named ${JSON.stringify(name)}, as is that of ${first.path}`;
      yield {
        path,
        observed: name,
        message: `${message}; site and cluster names together must be unique`,
        hint: "rename the cluster or the site",
      };
    }
  };
  for (const { site, path } of sites(context)) {
    const perCluster = site.tenure === "cloud" && site.provider !== "azure" && site.stacks === "perCluster";
    for (const [index, stack] of stackNames(site).entries()) {
      const cluster = perCluster ? site.clusters[index] : undefined;
      yield* claim("stack", "", stack, site, cluster === undefined ? path : `${path}.clusters.${cluster.name}`);
    }
    if (perCluster || site.tenure !== "cloud" || site.provider === "azure") continue;
    const account = site.provider === "aws" ? site.account : site.project;
    for (const cluster of site.clusters) {
      yield* claim("cloud's cluster", account, clusterName(site, cluster), site, `${path}.clusters.${cluster.name}`);
    }
  }
}

/** The slices of a pool `a` are `a-000`, `a-001`, ...: a pool of such a name collides with them. */
export function* sharedNodePools(context: RuleContext): Generator<Report> {
  for (const { site, cluster, path } of googleClusters(context)) {
    const owners = new Map<string, string>();
    for (const pool of cluster.pools) {
      const names = nodePoolNames(pool, machineAt(context, site, pool.machine));
      const taken = names.find((name) => (owners.get(name) ?? pool.name) !== pool.name);
      for (const name of names) owners.set(name, owners.get(name) ?? pool.name);
      if (taken === undefined) continue;
      const message = `the node pool ${JSON.stringify(taken)} of GKE would belong to the pools ${owners.get(taken)} and ${pool.name}`;
      yield { path: `${path}.pools.${pool.name}`, observed: taken, message, hint: "rename one of the two pools" };
    }
  }
}
