import { sizePool } from "../catalog";
import { GOOGLE_SYSTEM_POOL } from "../ledger/system-nodes";
import { groupThousands, type Pool, parseEach, parseRange, type SiteSpec, sizeOf } from "../model";
import type { RuleContext } from "./rule";
import { machineAt } from "./walk";

/** GKE nodes beside the accelerators, the one of an upgrade included. */
export const GOOGLE_SYSTEM_NODES = GOOGLE_SYSTEM_POOL.most + GOOGLE_SYSTEM_POOL.surge;

/** Nodes of pools. A pool whose machine or topology does not exist counts as none: other rules report it. */
export function nodesOf(context: RuleContext, site: SiteSpec, pools: readonly Pool[]): number {
  return pools.reduce((nodes, pool) => {
    const machine = machineAt(context, site, pool.machine);
    return nodes + (machine === undefined ? 0 : (sizePool(pool, machine)?.hosts ?? 0));
  }, 0);
}

/** Addresses of a range in CIDR notation. Of a range for each cluster where none is spread nothing is found: SPREAD-1 refuses it. */
export function addressesIn(cidr: string): number {
  const range = parseRange(cidr);
  if (range !== undefined) return sizeOf(range);
  return parseEach(cidr) === undefined ? 0 : Number.POSITIVE_INFINITY;
}

/** The narrowest range of at least so many addresses: `/19` for 5,000. */
export const rangeFor = (addresses: number): string => `/${32 - Math.ceil(Math.log2(Math.max(1, addresses)))}`;

/** What to do for so many addresses; 10.0.0.0/8 is the widest private range. */
export const enough = (addresses: number): string =>
  addresses > 2 ** 24 ? "no private range is that large: split the cluster" : `a ${rangeFor(addresses)} is enough`;

/** `1,000`. */
export const counted = groupThousands;
