import type { Cluster, Pool, SiteSpec } from "../model";
import type { RuleContext } from "./rule";

/** A site and its path. */
export function* sites(context: RuleContext): Generator<{ site: SiteSpec; path: string }> {
  for (const site of context.fleet.sites) yield { site, path: `sites.${site.name}` };
}

/** Every cluster of the fleet, with its site and path. */
export function* clusters(context: RuleContext): Generator<{ site: SiteSpec; cluster: Cluster; path: string }> {
  for (const { site, path } of sites(context)) {
    for (const cluster of site.clusters) yield { site, cluster, path: `${path}.clusters.${cluster.name}` };
  }
}

/** Every pool of the fleet, with its cluster, site and path. */
export function* pools(context: RuleContext): Generator<{ site: SiteSpec; cluster: Cluster; pool: Pool; path: string }> {
  for (const { site, cluster, path } of clusters(context)) {
    for (const pool of cluster.pools) yield { site, cluster, pool, path: `${path}.pools.${pool.name}` };
  }
}
