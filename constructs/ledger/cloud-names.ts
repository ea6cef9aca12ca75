import { createHash } from "node:crypto";
import type { PoolSize } from "../catalog";
import {
  type AwsCluster,
  type AwsSiteSpec,
  type AzureCluster,
  type AzureSiteSpec,
  awsClustersInUse,
  azureClustersInUse,
  type CloudSiteSpec,
  type GoogleBucket,
  type GoogleCluster,
  type GooglePool,
  type GoogleSiteSpec,
  googleClustersInUse,
  isExisting,
  type SiteSpec,
} from "../model";

/**
 * Names that clouds see, and how sites become stacks and pools become node pools. The rules check the names that the clouds'
 * constructs give: both take them from here.
 */
type Named = { readonly name: string };

/** A stack of a site and the clusters in it. */
export interface StackPlan<C> {
  readonly name: string;
  readonly clusters: readonly C[];
}

/** The cluster's name in every cloud, and the stack's where each cluster has one. */
export const clusterName = (site: Named, cluster: Named): string => `${site.name}-${cluster.name}`;

/** The node pool of EKS, GKE and AKS for what runs beside the accelerators. No other pool of the cluster may have its name. */
export const SYSTEM_POOL = "system";

/** EKS appends 26 characters to a prefix, and a node group's name may have 63. */
export const nodeGroupPrefix = (pool: Named): string => `${pool.name}-`;

/** The IAM roles of an EKS cluster, of which none has a longer name than that of the cluster. IAM allows 64 characters. */
export const roleName = (
  site: Named,
  cluster: Named,
  part: "cluster" | "nodes" | "vpc-cni" | "ebs-csi" | "fsx-csi",
): string => `${clusterName(site, cluster)}-${part}`;

/** The most characters of an IAM role's name. */
const ROLE_NAME = 64;

/** The IAM role of a service account. What is too long is cut and told apart by a digest of the whole. */
export function podRoleName(site: Named, cluster: Named, namespace: string, serviceAccount: string): string {
  const name = `${clusterName(site, cluster)}-${namespace}-${serviceAccount}`;
  if (name.length <= ROLE_NAME) return name;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return `${name.slice(0, ROLE_NAME - 1 - digest.length)}-${digest}`;
}

/** The log group of an EKS cluster's control plane, whose name EKS decides. */
export const clusterLogGroup = (cluster: string): string => `/aws/eks/${cluster}/cluster`;

/** The EC2 launch template of a pool. */
export const launchTemplateName = (site: Named, cluster: Named, pool: Named): string =>
  `${clusterName(site, cluster)}-${pool.name}`;

/**
 * `site`: everything of the site. `foundation`: what its clusters share, and no cluster. `cluster`: one cluster, which finds what it
 * shares by name.
 */
export type StackPart = "site" | "foundation" | "cluster";

/** A stack of a site on AWS. */
export interface AwsStackPlan extends StackPlan<AwsCluster> {
  readonly part: StackPart;
}

/**
 * The stacks of a site on AWS: one; or one a cluster, after one for what they share. A retired cluster keeps its stack, with
 * nothing in it.
 */
export function awsStacks(site: AwsSiteSpec): AwsStackPlan[] {
  if (site.stacks === "single") {
    return [{ part: "site", name: site.name, clusters: awsClustersInUse(site.clusters) }];
  }
  const clusters = site.clusters.map(
    (cluster): AwsStackPlan => ({
      part: "cluster",
      name: clusterName(site, cluster),
      clusters: awsClustersInUse([cluster]),
    }),
  );
  return hasFoundation(site) ? [{ part: "foundation", name: site.name, clusters: [] }, ...clusters] : clusters;
}

/** Whether the clusters of a site share what a stack before theirs makes. */
export const hasFoundation = (site: AwsSiteSpec): boolean =>
  site.stacks === "perCluster" &&
  ((site.network !== undefined && !isExisting(site.network)) || (site.buckets ?? []).length > 0);

/** Names of a VPC and its parts: what is told apart by nothing else must never change. */
export const subnetName = (network: string, use: "public" | "system" | "accelerators", zoneId: string): string =>
  `${network}-${use}-${zoneId}`;

/** A stack of a site on Google Cloud. */
export interface GoogleStackPlan extends StackPlan<GoogleCluster> {
  readonly buckets: readonly GoogleBucket[];
}

/**
 * The stacks of a site on Google Cloud: one, or one a cluster, after one for the buckets, which belong to no cluster. A site without
 * clusters has one, too.
 */
export function googleStacks(site: GoogleSiteSpec): GoogleStackPlan[] {
  const buckets = (site.buckets ?? []).filter((bucket) => bucket.retired !== true);
  if (site.stacks === "single" || site.clusters.length === 0) {
    return [{ name: site.name, clusters: googleClustersInUse(site.clusters), buckets }];
  }
  const each = site.clusters.map((cluster) => ({
    name: clusterName(site, cluster),
    clusters: googleClustersInUse([cluster]),
    buckets: [],
  }));
  // Also when all buckets are retired: the stack is what destroys them.
  return (site.buckets ?? []).length === 0 ? each : [{ name: site.name, clusters: [], buckets }, ...each];
}

/** A stack of a site on Azure. */
export interface AzureStackPlan extends StackPlan<AzureCluster> {
  readonly part: StackPart;
}

/**
 * The stacks of a site on Azure: one; or one a cluster, after one for what they share. A retired cluster keeps its stack, with
 * nothing in it.
 */
export function azureStacks(site: AzureSiteSpec): AzureStackPlan[] {
  if (site.stacks === "single") {
    return [{ part: "site", name: site.name, clusters: azureClustersInUse(site.clusters) }];
  }
  const clusters = site.clusters.map(
    (cluster): AzureStackPlan => ({
      part: "cluster",
      name: clusterName(site, cluster),
      clusters: azureClustersInUse([cluster]),
    }),
  );
  return hasAzureFoundation(site) ? [{ part: "foundation", name: site.name, clusters: [] }, ...clusters] : clusters;
}

/** Whether there is anything that the clusters of a site share and that is made for them; also what is retired, which it destroys. */
const hasAzureFoundation = (site: AzureSiteSpec): boolean =>
  site.clusters.length === 0 ||
  site.resourceGroup === undefined ||
  site.network.id === undefined ||
  site.keyVault !== undefined ||
  site.storageAccounts.length > 0 ||
  site.infiniband === "register" ||
  site.clusters.some(makesSubnets);

/** Whether any subnet is made for a cluster on Azure. */
export const makesSubnets = ({ network, storage }: AzureCluster): boolean =>
  network.subnetId === undefined ||
  network.apiServer !== undefined ||
  (network.storage !== undefined && storage.length > 0);

/** The stacks of a site in a cloud. */
export function stacksOfCloud(site: CloudSiteSpec): readonly StackPlan<Named>[] {
  switch (site.provider) {
    case "aws":
      return awsStacks(site);
    case "google":
      return googleStacks(site);
    case "azure":
      return azureStacks(site);
  }
}

/** The names of a site's stacks, whoever has it. */
export const stackNames = (site: SiteSpec): readonly string[] =>
  site.tenure === "cloud" ? stacksOfCloud(site).map(({ name }) => name) : [site.name];

/** Machines that share one NVLink domain, by machine type. Source: Compute Engine documentation, A4X: `1x72`, 18 machines. */
export const NVLINK_DOMAINS: ReadonlyMap<string, number> = new Map([["a4x-highgpu-4g", 18]]);

/** What of a pool decides its node pools. */
type GooglePoolSize = Pick<PoolSize, "machines" | "slices">;

/**
 * How many numbered node pools of GKE a pool becomes: one a TPU slice of several hosts, one an NVLink domain; nothing where it is
 * a single one of the pool's own name. Counted, since a pool may have very many.
 */
export function numberedNodePools(pool: Pick<GooglePool, "machine">, size: GooglePoolSize): number | undefined {
  if (size.slices?.multiHost === true) return size.slices.count;
  const domain = NVLINK_DOMAINS.get(pool.machine);
  return domain === undefined ? undefined : Math.ceil(size.machines / domain);
}

/** The node pool of that number: `v5p-000`. The thousandth has a digit more. */
export const nodePoolName = (pool: string, index: number): string => `${pool}-${String(index).padStart(3, "0")}`;

/** The pool and the number that a name would be a numbered node pool of: `nodePoolName` backwards. */
export function numberedAs(name: string): { readonly pool: string; readonly index: number } | undefined {
  const [, pool, digits] = /^(.+)-(\d{3}|[1-9]\d{3,})$/.exec(name) ?? [];
  return pool === undefined ? undefined : { pool, index: Number(digits) };
}

/** The log group of what passes in a VPC. */
export const flowLogGroup = (network: string): string => `/aws/vpc/${network}/flow-logs`;

/** The IAM role that writes it. */
export const flowLogRole = (network: string): string => `${network}-flow-logs`;
