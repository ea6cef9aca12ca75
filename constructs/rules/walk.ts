import type { Machine } from "../catalog";
import { sharingClusters } from "../ledger";
import {
  type AwsCluster,
  type AwsNetwork,
  type AwsOwnNetwork,
  type AwsSiteSpec,
  type AzureCluster,
  type AzureSiteSpec,
  type Cluster,
  clustersOf,
  type GoogleCluster,
  type GoogleSiteSpec,
  isExisting,
  type LeaseTerms,
  leaseOf,
  type Phase,
  type PhysicalSiteSpec,
  type Pool,
  phasesOf,
  type SiteSpec,
} from "../model";
import type { RuleContext } from "./rule";

/** Every site and its path, the retired ones too: for rules about names, places and what the fleet's parts refer to. */
export function* allSites(context: RuleContext): Generator<{ site: SiteSpec; path: string }> {
  const names = context.fleet.sites.map((site) => site.name);
  for (const [index, site] of context.fleet.sites.entries()) {
    // Two sites of one name are told apart by their place, as in the findings about their form.
    const place = names.indexOf(site.name) === names.lastIndexOf(site.name) ? "" : `[${index}]`;
    yield { site, path: `sites.${site.name}${place}` };
  }
}

/**
 * Every site in use, and its path. A retired one is an empty stack until its resources are destroyed: it has a name and a
 * history, but draws no power, holds no machines, and leaves its addresses to others.
 */
export function* sites(context: RuleContext): Generator<{ site: SiteSpec; path: string }> {
  for (const each of allSites(context)) if (!each.site.retired) yield each;
}

/** A site that is not a cloud, and its path. */
export type PhysicalSiteAt = SiteAt<PhysicalSiteSpec>;

/** Every site in use that is not a cloud. */
export function* physicalSites(context: RuleContext): Generator<PhysicalSiteAt> {
  for (const { site, path } of sites(context)) if (site.tenure !== "cloud") yield { site, path };
}

/** Every cluster of the sites in use, with its site and path. */
export function* clusters(context: RuleContext): Generator<{ site: SiteSpec; cluster: Cluster; path: string }> {
  for (const { site, path } of sites(context)) {
    for (const cluster of site.clusters) yield { site, cluster, path: `${path}.clusters.${cluster.name}` };
  }
}

/** Every pool of the sites in use, with its cluster, site and path. */
export function* pools(
  context: RuleContext,
): Generator<{ site: SiteSpec; cluster: Cluster; pool: Pool; path: string }> {
  for (const { site, cluster, path } of clusters(context)) {
    for (const pool of cluster.pools) yield { site, cluster, pool, path: `${path}.pools.${pool.name}` };
  }
}

/** The pools of a site, over all its clusters. */
export const poolsOf = (site: SiteSpec): Pool[] =>
  clustersOf(site).flatMap((cluster): readonly Pool[] => cluster.pools);

/** A site of one cloud and its path. */
export interface SiteAt<S> {
  readonly site: S;
  readonly path: string;
}

/** A cluster of one cloud with its site and path. */
export interface ClusterAt<S, C> extends SiteAt<S> {
  readonly cluster: C;
}

export function* awsSites(context: RuleContext): Generator<SiteAt<AwsSiteSpec>> {
  for (const { site, path } of sites(context)) {
    if (site.tenure === "cloud" && site.provider === "aws") yield { site, path };
  }
}

export function* googleSites(context: RuleContext): Generator<SiteAt<GoogleSiteSpec>> {
  for (const { site, path } of sites(context)) {
    if (site.tenure === "cloud" && site.provider === "google") yield { site, path };
  }
}

export function* azureSites(context: RuleContext): Generator<SiteAt<AzureSiteSpec>> {
  for (const { site, path } of sites(context)) {
    if (site.tenure === "cloud" && site.provider === "azure") yield { site, path };
  }
}

function* clustersIn<S extends { readonly clusters: readonly C[] }, C extends Cluster>(
  found: Iterable<SiteAt<S>>,
): Generator<ClusterAt<S, C>> {
  for (const { site, path } of found) {
    for (const cluster of site.clusters) yield { site, cluster, path: `${path}.clusters.${cluster.name}` };
  }
}

export const awsClusters = (context: RuleContext): Generator<ClusterAt<AwsSiteSpec, AwsCluster>> =>
  clustersIn(awsSites(context));
export const googleClusters = (context: RuleContext): Generator<ClusterAt<GoogleSiteSpec, GoogleCluster>> =>
  clustersIn(googleSites(context));
export const azureClusters = (context: RuleContext): Generator<ClusterAt<AzureSiteSpec, AzureCluster>> =>
  clustersIn(azureSites(context));

/** A VPC on AWS and the clusters that stand in it. */
export interface AwsNetworkAt extends SiteAt<AwsSiteSpec> {
  readonly network: AwsNetwork;
  readonly clusters: readonly AwsCluster[];
  /** Clusters that have subnets in it: those, and in a foundation the retired ones, until they leave the program. */
  readonly withSubnets: readonly AwsCluster[];
}

/** Every VPC: a site's, with the clusters that have none of their own, and each cluster's own. */
export function* awsNetworks(context: RuleContext): Generator<AwsNetworkAt> {
  for (const { site, path } of awsSites(context)) {
    const clusters = sharingClusters(site);
    const written = context.authored.sites.find(({ name }) => name === site.name);
    const withSubnets =
      site.stacks === "perCluster" && written?.tenure === "cloud" && written.provider === "aws"
        ? sharingClusters(written)
        : clusters;
    if (site.network !== undefined)
      yield { site, network: site.network, clusters, withSubnets, path: `${path}.network` };
    for (const cluster of site.clusters) {
      if (cluster.network === undefined) continue;
      const own = { site, network: cluster.network, clusters: [cluster], withSubnets: [cluster] };
      yield { ...own, path: `${path}.clusters.${cluster.name}.network` };
    }
  }
}

/** A VPC that the site or a cluster of it makes, and the clusters that stand in it. */
export interface AwsOwnNetworkAt extends AwsNetworkAt {
  readonly network: AwsOwnNetwork;
}

/** Every VPC that is made, as `awsNetworks` lists them. */
export function* awsOwnNetworks(context: RuleContext): Generator<AwsOwnNetworkAt> {
  for (const each of awsNetworks(context)) {
    const { network } = each;
    if (!isExisting(network)) yield { ...each, network };
  }
}

/** Where the phases of a site stand: a leased site's are its lease's. */
export const phasesPath = (site: SiteSpec): string =>
  site.tenure === "leased" ? `sites.${site.name}.lease.phases` : `sites.${site.name}.phases`;

/** Every phase of the sites in use, with its site and path. */
export function* phases(context: RuleContext): Generator<{ site: SiteSpec; phase: Phase; path: string }> {
  for (const { site } of sites(context)) {
    for (const phase of phasesOf(site)) yield { site, phase, path: `${phasesPath(site)}.${phase.id}` };
  }
}

/** Every lease of the sites in use, with its site and path. */
export function* leases(context: RuleContext): Generator<{ site: SiteSpec; lease: LeaseTerms; path: string }> {
  for (const { site, path } of sites(context)) {
    const lease = leaseOf(site);
    if (lease !== undefined)
      yield { site, lease, path: site.tenure === "leased" ? `${path}.lease` : `${path}.title.lease` };
  }
}

/** The machine of a pool, where it exists and its site can have it: the rule MACHINE-1 reports the others. */
export function machineAt(context: RuleContext, site: SiteSpec, type: string): Machine | undefined {
  const machine = context.machine(type);
  return machine?.offer === (site.tenure === "cloud" ? site.provider : "hardware") ? machine : undefined;
}

/** A hint, where there is one. */
export const hinted = (hint: string | undefined): { hint?: string } => (hint === undefined ? {} : { hint });

/** `pool "a"`, `pools "a" and "b"`. */
export const poolsCalled = (names: readonly string[]): string =>
  `${names.length === 1 ? "pool" : "pools"} ${listed(names)}`;

/** `"a", "b" and "c"`. */
export function listed(names: readonly string[]): string {
  const quoted = names.map((name) => JSON.stringify(name));
  const last = quoted.pop();
  return quoted.length === 0 ? (last ?? "none") : `${quoted.join(", ")} and ${last}`;
}
