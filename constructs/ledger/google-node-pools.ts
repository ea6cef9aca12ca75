import type { PoolSize } from "../catalog";
import type { GooglePool } from "../model";
import { NVLINK_DOMAINS, nodePoolName, numberedNodePools } from "./cloud-names";

/** Nodes of a node pool in one zone. Source: GKE quotas and limits. */
export const MOST_NODES_IN_POOL = 1000;

/** A node pool of GKE: a slice, an NVLink domain, or up to a thousand machines. */
export interface NodePoolPlan {
  readonly name: string;
  readonly nodes: number;
}

type Sized = Pick<PoolSize, "machines" | "slices">;
type Named = Pick<GooglePool, "name" | "machine">;

/** The n-th node pool, from 1, of a pool of more machines than one node pool holds: `h100`, `h100-2`, `h100-3`. */
export const partName = (pool: string, number: number): string => (number === 1 ? pool : `${pool}-${number}`);

/** The pool and the number that a name would be a later part of: `partName` backwards. */
export function partOf(name: string): { readonly pool: string; readonly number: number } | undefined {
  const [, pool, digits] = /^(.+)-([2-9]|[1-9]\d+)$/.exec(name) ?? [];
  return pool === undefined ? undefined : { pool, number: Number(digits) };
}

/** Over how many node pools a pool spreads, where they are not numbered for another reason. */
export const partsOf = (pool: Named, size: Sized): number =>
  numberedNodePools(pool, size) === undefined ? Math.ceil(size.machines / MOST_NODES_IN_POOL) : 1;

/**
 * The node pools that a pool becomes. A TPU slice of several hosts is atomic, and an NVLink domain a limit of the hardware:
 * each is a node pool, numbered from 000, as a slice numbers itself from 0 when it meets the others. Whatever else has more
 * machines than a node pool holds fills the first, of the pool's own name, then the next. Growth appends and never renames.
 */
export function nodePools(pool: Named, size: Sized): NodePoolPlan[] {
  const count = numberedNodePools(pool, size);
  if (count === undefined) {
    return cut(partsOf(pool, size), MOST_NODES_IN_POOL, size.machines, (index) => partName(pool.name, index + 1));
  }
  const each = size.slices?.multiHost === true ? size.slices.hostsEach : (NVLINK_DOMAINS.get(pool.machine) ?? 1);
  return cut(count, each, size.machines, (index) => nodePoolName(pool.name, index));
}

const cut = (count: number, each: number, all: number, named: (index: number) => string): NodePoolPlan[] =>
  Array.from({ length: count }, (_, index) => ({ name: named(index), nodes: Math.min(each, all - index * each) }));

/** Names of the node pools that a pool becomes. GKE allows 40 characters. */
export const nodePoolNames = (pool: Named, size: Sized): string[] => nodePools(pool, size).map(({ name }) => name);
