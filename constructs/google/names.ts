import { createHash } from "node:crypto";
import type { PoolSize } from "../catalog";
import type { GoogleCluster, GooglePool, GoogleSiteSpec } from "../model";

/**
 * Names that Google sees, and how a pool is cut into node pools. The rules check their length and count them, so nothing here
 * imports the framework or a provider.
 */
type Named = { readonly name: string };

/** A stack of a site and the clusters in it. */
export interface StackPlan {
  readonly name: string;
  readonly clusters: readonly GoogleCluster[];
}

/** A node pool of GKE: a slice, an NVLink domain, or the whole pool. */
export interface NodePoolPlan {
  readonly name: string;
  readonly nodes: number;
}

/** The node pool of each cluster for what runs beside the accelerators. No other pool of the cluster may have its name. */
export const SYSTEM_POOL = "system";

/** Machines that share one NVLink domain, by machine type. Source: Compute Engine documentation, A4X: `1x72`, 18 machines. */
export const NVLINK_DOMAINS: ReadonlyMap<string, number> = new Map([["a4x-highgpu-4g", 18]]);

/** The stacks of a site: one, or one a cluster. A site without clusters has one, too. */
export function stacksOf(site: GoogleSiteSpec): StackPlan[] {
  if (site.stacks === "single" || site.clusters.length === 0) return [{ name: site.name, clusters: site.clusters }];
  return site.clusters.map((cluster) => ({ name: clusterName(site, cluster), clusters: [cluster] }));
}

/** The GKE cluster and its subnetwork. GKE allows 40 characters. */
export const clusterName = (site: Named, cluster: Named): string => `${site.name}-${cluster.name}`;

/**
 * The node pools that a pool becomes. A TPU slice of several hosts is atomic, and an NVLink domain a limit of the hardware:
 * each is a node pool, numbered from 000, as a slice numbers itself from 0 when it meets the others. Growth appends and
 * never renames: whatever may have several is numbered from the first one on, and the thousandth has a digit more.
 */
export function nodePools(
  pool: Pick<GooglePool, "name" | "machine">,
  size: Pick<PoolSize, "machines" | "slices">,
): NodePoolPlan[] {
  if (size.slices?.multiHost === true) {
    const { count, hostsEach } = size.slices;
    return Array.from({ length: count }, (_, index) => ({ name: numbered(pool.name, index), nodes: hostsEach }));
  }
  const domain = NVLINK_DOMAINS.get(pool.machine);
  if (domain === undefined) return [{ name: pool.name, nodes: size.machines }];
  return Array.from({ length: Math.ceil(size.machines / domain) }, (_, index) => ({
    name: numbered(pool.name, index),
    nodes: Math.min(domain, size.machines - index * domain),
  }));
}

/** Names of the node pools that a pool becomes. GKE allows 40 characters. */
export const nodePoolNames = (
  pool: Pick<GooglePool, "name" | "machine">,
  size: Pick<PoolSize, "machines" | "slices">,
): string[] => nodePools(pool, size).map(({ name }) => name);

/** The account id of a cluster's nodes, 6 to 30 characters. */
export const nodeAccountId = (site: Named, cluster: Named): string => shorten(`gke-${clusterName(site, cluster)}`, 30);

/** The policy that places the nodes of a pool. Compute Engine allows 63 characters. */
export const workloadPolicyName = (site: Named, cluster: Named, pool: Named): string =>
  shorten(`${clusterName(site, cluster)}-${pool.name}`, 63);

const numbered = (name: string, index: number): string => `${name}-${String(index).padStart(3, "0")}`;

/** The text itself where it fits; else its beginning and eight digits of its digest, which no other text has. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return `${text.slice(0, limit - 9).replace(/-+$/, "")}-${digest}`;
}
