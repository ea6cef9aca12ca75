import { createHash } from "node:crypto";
import type { PoolSize } from "../catalog";
import {
  clusterName,
  NVLINK_DOMAINS,
  nodePoolName,
  numberedNodePools,
  type StackPlan as Plan,
} from "../ledger/cloud-names";
import type { GoogleCluster, GooglePool } from "../model";

export { clusterName, googleStacks as stacksOf, NVLINK_DOMAINS, SYSTEM_POOL } from "../ledger/cloud-names";

/**
 * Names that Google sees, and how a pool is cut into node pools. Those that the rules check stand where both can read them;
 * nothing here imports the framework or a provider.
 */
type Named = { readonly name: string };

/** A stack of a site and the clusters in it. */
export type StackPlan = Plan<GoogleCluster>;

/** A node pool of GKE: a slice, an NVLink domain, or the whole pool. */
export interface NodePoolPlan {
  readonly name: string;
  readonly nodes: number;
}

/**
 * The node pools that a pool becomes. A TPU slice of several hosts is atomic, and an NVLink domain a limit of the hardware:
 * each is a node pool, numbered from 000, as a slice numbers itself from 0 when it meets the others. Growth appends and
 * never renames: whatever may have several is numbered from the first one on, and the thousandth has a digit more.
 */
export function nodePools(
  pool: Pick<GooglePool, "name" | "machine">,
  size: Pick<PoolSize, "machines" | "slices">,
): NodePoolPlan[] {
  const count = numberedNodePools(pool, size);
  if (count === undefined) return [{ name: pool.name, nodes: size.machines }];
  const each = size.slices?.multiHost === true ? size.slices.hostsEach : (NVLINK_DOMAINS.get(pool.machine) ?? 1);
  return Array.from({ length: count }, (_, index) => ({
    name: nodePoolName(pool.name, index),
    nodes: Math.min(each, size.machines - index * each),
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

/** The text itself where it fits; else its beginning and eight digits of its digest, which no other text has. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return `${text.slice(0, limit - 9).replace(/-+$/, "")}-${digest}`;
}
