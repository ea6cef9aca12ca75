import { sizePool } from "../catalog";
import { furtherGroupAs, nodeGroupCount, quotasOf } from "../ledger/aws-node-groups";
import { clusterName, numberedAs, numberedNodePools, stackNames } from "../ledger/cloud-names";
import { partOf, partsOf } from "../ledger/google-node-pools";
import type { GoogleCluster, GoogleSiteSpec } from "../model";
import type { Report, RuleContext } from "./rule";
import { allSites, awsClusters, type ClusterAt, googleClusters, machineAt } from "./walk";

type GoogleClusterAt = ClusterAt<GoogleSiteSpec, GoogleCluster>;

type Named = { readonly name: string };
/** The owner of the state's own stack: no site can have this name. */
const STATE_STORE: Named = { name: "" };

/** Names made of a site's and a cluster's: `a` + `b-c` and `a-b` + `c` are one name. */
export function* sharedByClusters(context: RuleContext): Generator<Report> {
  const owners = new Map<string, { readonly site: string; readonly path: string; readonly ownStack: boolean }>();
  const claim = function* (
    kind: string,
    key: string,
    name: string,
    site: Named,
    path: string,
    ownStack = false,
  ): Generator<Report> {
    const first = owners.get(`${kind}\0${key}\0${name}`);
    if (first === undefined) owners.set(`${kind}\0${key}\0${name}`, { site: site.name, path, ownStack });
    // Where both have a stack of their own, these are named alike, too, and have been reported.
    else if (first.site !== site.name && !(first.ownStack && ownStack)) {
      const message = `the ${kind} of ${path} is named ${JSON.stringify(name)}, as is that of ${first.path}`;
      yield {
        path,
        observed: name,
        message: `${message}; site and cluster names together must be unique`,
        hint: "rename the cluster or the site",
      };
    }
  };
  for (const { name } of context.fleet.stateStores) yield* claim("stack", "", name, STATE_STORE, `stateStores.${name}`);
  for (const { site, path } of allSites(context)) {
    const perCluster = site.tenure === "cloud" && site.stacks === "perCluster";
    for (const stack of stackNames(site)) {
      // A site may have a stack of its own before those of its clusters.
      const cluster = perCluster ? site.clusters.find((each) => clusterName(site, each) === stack) : undefined;
      yield* claim("stack", "", stack, site, cluster === undefined ? path : `${path}.clusters.${cluster.name}`);
    }
    if (site.tenure !== "cloud" || site.provider === "azure") continue;
    const account = site.provider === "aws" ? site.account : site.project;
    for (const cluster of site.clusters) {
      const place = `${path}.clusters.${cluster.name}`;
      yield* claim("cloud's cluster", account, clusterName(site, cluster), site, place, perCluster);
    }
  }
}

/**
 * The slices of a pool `a` are `a-000`, `a-001`, ...: a pool of such a name collides with them. Reckoned from the numbers, since
 * a pool may have very many. Numbered pools of two names never collide: their names differ before the number.
 */
export function* sharedNodePools(context: RuleContext): Generator<Report> {
  for (const { site, cluster, path } of googleClusters(context)) {
    const counts = new Map(
      cluster.pools.flatMap((pool) => {
        const machine = machineAt(context, site, pool.machine);
        const size = machine === undefined ? undefined : sizePool(pool, machine);
        const count = size === undefined ? undefined : numberedNodePools(pool, size);
        return count === undefined ? [] : [[pool.name, count] as const];
      }),
    );
    const order = cluster.pools.map(({ name }) => name);
    for (const name of order) {
      const as = counts.has(name) ? undefined : numberedAs(name);
      if (as === undefined || as.index >= (counts.get(as.pool) ?? 0)) continue;
      const [first, later] = order.indexOf(as.pool) < order.indexOf(name) ? [as.pool, name] : [name, as.pool];
      const message = `the node pool ${JSON.stringify(name)} of GKE would belong to the pools ${first} and ${later}`;
      yield { path: `${path}.pools.${later}`, observed: name, message, hint: "rename one of the two pools" };
    }
    yield* sharedParts(context, { site, cluster, path });
  }
}

/** A pool `a` of more machines than a node pool of GKE holds has the node pools `a` and `a-2`: a pool `a-2` collides with the second. */
function* sharedParts(context: RuleContext, { site, cluster, path }: GoogleClusterAt): Generator<Report> {
  const counts = new Map(
    cluster.pools.flatMap((pool) => {
      const machine = machineAt(context, site, pool.machine);
      const size = machine === undefined ? undefined : sizePool(pool, machine);
      return size === undefined ? [] : [[pool.name, partsOf(pool, size)] as const];
    }),
  );
  const order = cluster.pools.map(({ name }) => name);
  for (const name of order) {
    const as = partOf(name);
    if (as === undefined || as.number > (counts.get(as.pool) ?? 0)) continue;
    const [first, later] = order.indexOf(as.pool) < order.indexOf(name) ? [as.pool, name] : [name, as.pool];
    const message = `the node pool ${JSON.stringify(name)} of GKE would belong to the pools ${first} and ${later}`;
    yield { path: `${path}.pools.${later}`, observed: name, message, hint: "rename one of the two pools" };
  }
}

/** A pool `a` of more machines than a node group takes has the groups `a` and `a-2`: a pool `a-2` collides with the second. */
export function* sharedNodeGroups(context: RuleContext): Generator<Report> {
  for (const { site, cluster, path } of awsClusters(context)) {
    const quotas = quotasOf(site, cluster);
    const counts = new Map(cluster.pools.map((pool) => [pool.name, nodeGroupCount(pool, quotas)]));
    const order = cluster.pools.map(({ name }) => name);
    for (const name of order) {
      const as = furtherGroupAs(name);
      if (as === undefined || as.number > (counts.get(as.pool) ?? 0)) continue;
      const [first, later] = order.indexOf(as.pool) < order.indexOf(name) ? [as.pool, name] : [name, as.pool];
      const message = `the node group ${JSON.stringify(name)} of EKS would belong to the pools ${first} and ${later}`;
      yield { path: `${path}.pools.${later}`, observed: name, message, hint: "rename one of the two pools" };
    }
  }
}
