/**
 * Names as clouds see them. They follow constructs/aws/names.ts, google/names.ts and azure/names.ts, which the rules must not
 * import; a test holds them together.
 */
import { type Machine, sizePool } from "../catalog";
import type { GooglePool, SiteSpec } from "../model";

type Named = { readonly name: string };

/** The cluster's name in every cloud, and the stack's where each cluster has one. */
export const clusterName = (site: Named, cluster: Named): string => `${site.name}-${cluster.name}`;

/** The longer of the two IAM roles that an EKS cluster has. */
export const clusterRoleName = (site: Named, cluster: Named): string => `${clusterName(site, cluster)}-cluster`;

/** EKS appends 26 characters to the prefix of a node group's name. */
export const nodeGroupPrefix = (pool: Named): string => `${pool.name}-`;

export const launchTemplateName = (site: Named, cluster: Named, pool: Named): string =>
  `${clusterName(site, cluster)}-${pool.name}`;

/** The node pool of GKE and AKS for what runs beside the accelerators. */
export const SYSTEM_POOL = "system";

/** Machines of an NVLink domain, which is a node pool of its own. Source: Compute Engine documentation, A4X. */
const NVLINK_DOMAINS: ReadonlyMap<string, number> = new Map([["a4x-highgpu-4g", 18]]);

/** The node pools of GKE that a pool becomes: one a TPU slice of several hosts, one an NVLink domain, else one. */
export function nodePoolNames(pool: GooglePool, machine: Machine | undefined): readonly string[] {
  const size = machine === undefined ? undefined : sizePool(pool, machine);
  if (size === undefined) return [pool.name];
  const domain = NVLINK_DOMAINS.get(pool.machine);
  if (size.slices?.multiHost === true) return numbered(pool.name, size.slices.count);
  return domain === undefined ? [pool.name] : numbered(pool.name, Math.ceil(size.machines / domain));
}

const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}-${String(index).padStart(3, "0")}`);

/** The stacks of a site: one, or one a cluster. */
export function stackNames(site: SiteSpec): readonly string[] {
  if (site.tenure !== "cloud" || site.provider === "azure" || site.stacks === "single") return [site.name];
  if (site.clusters.length === 0) return site.provider === "aws" ? [] : [site.name];
  return site.clusters.map((cluster) => clusterName(site, cluster));
}
