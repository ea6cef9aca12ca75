import { type AwsCluster, type AwsPool, type AwsSiteSpec, isCapacityBlock } from "../model";

/** What EKS gives every account until it is asked for more. Source: Amazon EKS service quotas. */
export const AWS_QUOTAS = { nodesPerGroup: 450, groupsPerCluster: 30 } as const;

/** The quotas that hold in a cluster: its own, else its site's, else those that every account has. */
export const quotasOf = (
  site: Pick<AwsSiteSpec, "quotas">,
  cluster: Pick<AwsCluster, "quotas">,
): { readonly nodesPerGroup: number; readonly groupsPerCluster: number } => ({
  nodesPerGroup: cluster.quotas?.nodesPerGroup ?? site.quotas?.nodesPerGroup ?? AWS_QUOTAS.nodesPerGroup,
  groupsPerCluster: cluster.quotas?.groupsPerCluster ?? site.quotas?.groupsPerCluster ?? AWS_QUOTAS.groupsPerCluster,
});

/** The most machines of one capacity reservation. Source: Amazon EC2 API reference, CreateCapacityReservation. */
export const MOST_RESERVED = 1000;

/** One managed node group of a pool. */
export interface NodeGroup {
  /** 1 for the first. */
  readonly number: number;
  /** The pool's own name for the first, `<pool>-2` for the second. */
  readonly name: string;
  /** What the ids of the group's constructs end in: nothing for the first, `-2` for the second. */
  readonly suffix: string;
  readonly machines: number;
}

type Spread = Pick<AwsPool, "name" | "count" | "capacity">;
type NodesPerGroup = { readonly nodesPerGroup: number };

/** The most machines of a node group of the pool. A group whose reservation is made with it holds no more than that takes. */
export function machinesPerGroup(pool: Spread, quotas: NodesPerGroup): number {
  // A capacity block is at most 64 machines, and one node group targets one block.
  if (isCapacityBlock(pool.capacity)) return pool.count;
  const reserved = pool.capacity.kind === "onDemandReservation" && pool.capacity.create !== undefined;
  return reserved ? Math.min(MOST_RESERVED, quotas.nodesPerGroup) : quotas.nodesPerGroup;
}

/** How many node groups a pool becomes. */
export const nodeGroupCount = (pool: Spread, quotas: NodesPerGroup): number =>
  Math.ceil(pool.count / machinesPerGroup(pool, quotas));

const suffixOf = (number: number): string => (number === 1 ? "" : `-${number}`);

/** The name of a pool's node group of a number. */
export const nodeGroupName = (pool: string, number: number): string => `${pool}${suffixOf(number)}`;

/**
 * The node groups of a pool, filled in order, so that a pool that grows keeps those it has, and their machines.
 */
export function nodeGroupsOf(pool: Spread, quotas: NodesPerGroup): NodeGroup[] {
  const most = machinesPerGroup(pool, quotas);
  return Array.from({ length: nodeGroupCount(pool, quotas) }, (_, index) => ({
    number: index + 1,
    name: nodeGroupName(pool.name, index + 1),
    suffix: suffixOf(index + 1),
    machines: Math.min(most, pool.count - index * most),
  }));
}

/** The pool and the number that a name would be a further node group of: `nodeGroupName` backwards. */
export function furtherGroupAs(name: string): { readonly pool: string; readonly number: number } | undefined {
  const [, pool, digits] = /^(.+)-([2-9]|[1-9]\d+)$/.exec(name) ?? [];
  return pool === undefined ? undefined : { pool, number: Number(digits) };
}
