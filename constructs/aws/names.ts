import type { AwsCluster, AwsPool, AwsSiteSpec } from "../model";

/** Names that AWS sees. The rules check their length, so nothing here imports a provider. */
export const clusterName = (site: Pick<AwsSiteSpec, "name">, cluster: Pick<AwsCluster, "name">): string =>
  `${site.name}-${cluster.name}`;

/** EKS appends 26 characters to a prefix, and a node group's name may have 63. */
export const nodeGroupPrefix = (pool: Pick<AwsPool, "name">): string => `${pool.name}-`;

/** The longest name derived from a cluster: IAM roles have 64 characters. */
export const roleName = (
  site: Pick<AwsSiteSpec, "name">,
  cluster: Pick<AwsCluster, "name">,
  part: "cluster" | "nodes",
): string => `${clusterName(site, cluster)}-${part}`;

/** A stack of a site and the clusters in it. */
export interface StackPlan {
  readonly name: string;
  readonly clusters: readonly AwsCluster[];
}

/** The stacks of a site: one, or one a cluster. */
export function stacksOf(site: AwsSiteSpec): StackPlan[] {
  if (site.stacks === "single") return [{ name: site.name, clusters: site.clusters }];
  return site.clusters.map((cluster) => ({ name: clusterName(site, cluster), clusters: [cluster] }));
}
