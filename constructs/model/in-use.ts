import type { AwsCluster, AwsSiteSpec } from "./aws";
import type { AzureCluster, AzureSiteSpec } from "./azure";
import type { GoogleBucket, GoogleCluster, GoogleSiteSpec } from "./google";
import type { SiteSpec } from "./site";

interface Retirable {
  readonly retired?: boolean | readonly number[] | undefined;
}

const used = <T extends Retirable>(items: readonly T[]): T[] => items.filter((item) => item.retired !== true);

/** What of a cluster is in use: without the pools that are retired. */
export const clusterInUse = <P extends Retirable, C extends { readonly pools: readonly P[] }>(
  cluster: C,
): C & { pools: P[] } => ({ ...cluster, pools: used(cluster.pools) });

/** What of an AWS site is in use: its file systems and buckets are retired one by one as well. */
const awsInUse = (site: AwsSiteSpec): AwsSiteSpec => ({
  ...site,
  ...(site.buckets === undefined ? {} : { buckets: used(site.buckets) }),
  clusters: awsClustersInUse(site.clusters),
});

/** Those of some clusters on AWS that are in use, without their retired pools and file systems. */
export const awsClustersInUse = (clusters: readonly AwsCluster[]): AwsCluster[] =>
  clustersInUse(clusters).map((cluster) => ({
    ...cluster,
    ...(cluster.storage === undefined ? {} : { storage: used(cluster.storage) }),
  }));

/** Those of some clusters that are in use, without their retired pools. */
export const clustersInUse = <P extends Retirable, C extends Retirable & { readonly pools: readonly P[] }>(
  clusters: readonly C[],
): C[] => used(clusters).map((cluster) => clusterInUse<P, C>(cluster));

/**
 * What of a site is in use: without the clusters and pools that are retired, which hold nothing once the next deploy is done. A
 * site that is retired as a whole is returned as it is.
 */
export function siteInUse(site: SiteSpec): SiteSpec {
  if (site.tenure !== "cloud") return site;
  switch (site.provider) {
    case "aws":
      return awsInUse(site);
    case "google":
      return googleSiteInUse(site);
    case "azure":
      return azureSiteInUse(site);
  }
}

/** What of a Google Cloud site is in use: without retired buckets and file systems, too. */
export const googleSiteInUse = (site: GoogleSiteSpec): GoogleSiteSpec => ({
  ...site,
  clusters: googleClustersInUse(site.clusters),
  ...(site.buckets === undefined ? {} : { buckets: used<GoogleBucket>(site.buckets) }),
});

/** Those of some GKE clusters that are in use, without retired pools and file systems. */
export const googleClustersInUse = (clusters: readonly GoogleCluster[]): GoogleCluster[] =>
  clustersInUse<GoogleCluster["pools"][number], GoogleCluster>(clusters).map((cluster) => ({
    ...cluster,
    ...(cluster.storage === undefined ? {} : { storage: used(cluster.storage) }),
  }));

/** What of a site on Azure is in use: without the storage and the key vault that are retired, too. */
export const azureSiteInUse = ({ keyVault, ...site }: AzureSiteSpec): AzureSiteSpec => ({
  ...site,
  ...(keyVault === undefined || keyVault.retired === true ? {} : { keyVault }),
  storageAccounts: used(site.storageAccounts),
  clusters: azureClustersInUse(site.clusters),
});

/** Those of some AKS clusters that are in use, without retired pools and file systems. */
export const azureClustersInUse = (clusters: readonly AzureCluster[]): AzureCluster[] =>
  clustersInUse<AzureCluster["pools"][number], AzureCluster>(clusters).map((cluster) => ({
    ...cluster,
    storage: used(cluster.storage),
  }));
