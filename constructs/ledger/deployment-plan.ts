import { assumedLeadTime } from "../catalog";
import {
  addDays,
  type Deployment,
  type Figure,
  type HardwareMilestone,
  hardwareOrder,
  type LeasedPool,
  type OwnedPool,
  type PhysicalSiteSpec,
  type Policy,
  phasesOf,
  siteDates,
} from "../model";
import type { MachineLookup } from "./site-figures";

/** The machines of one pool that a deployment brings. */
export interface PoolShare {
  /** `train.h100` */
  readonly name: string;
  readonly cluster: string;
  readonly pool: OwnedPool | LeasedPool;
  readonly count: number;
}

/** A pool of a site by cluster and name, as deployments call it: `train.h100`. */
export function findPool(
  site: PhysicalSiteSpec,
  name: string,
): { cluster: string; pool: OwnedPool | LeasedPool } | undefined {
  const [clusterName, poolName] = name.split(".");
  const cluster = site.clusters.find((each) => each.name === clusterName);
  const pools: readonly (OwnedPool | LeasedPool)[] = cluster?.pools ?? [];
  const pool = pools.find((each) => each.name === poolName);
  return cluster === undefined || pool === undefined ? undefined : { cluster: cluster.name, pool };
}

/** Every pool of a site as deployments call it. */
export const poolNames = (site: PhysicalSiteSpec): string[] =>
  site.clusters.flatMap((cluster) => cluster.pools.map((pool) => `${cluster.name}.${pool.name}`));

/** What a deployment brings, pool by pool. Pools that do not exist are left out: a rule reports them. */
export function sharesOf(site: PhysicalSiteSpec, deployment: Deployment): PoolShare[] {
  return deployment.pools.flatMap(({ name, count }) => {
    const found = findPool(site, name);
    return found === undefined ? [] : [{ name, ...found, count: count ?? found.pool.count }];
  });
}

/** The day of a milestone of hardware: as it happened, else as expected, else as agreed. */
export function hardwareDay(deployment: Deployment, milestone: HardwareMilestone): string | undefined {
  const dates = deployment.milestones[milestone];
  return dates?.actual ?? dates?.forecast ?? dates?.contract;
}

/** The day the phase of a deployment can be used; none where there is no such phase or it has no date. */
export function phaseReady(site: PhysicalSiteSpec, { phase: id }: Deployment): string | undefined {
  const phase = phasesOf(site).find((each) => each.id === id);
  return phase === undefined ? undefined : siteDates(site).usable(phase);
}

/** The day by which hardware must be there: its delivery, else the first milestone after it, else the day its phase can be used. */
export function neededBy(site: PhysicalSiteSpec, deployment: Deployment): string | undefined {
  const after = hardwareOrder.slice(hardwareOrder.indexOf("delivered"), hardwareOrder.indexOf("removed"));
  const [first] = after.flatMap((milestone) => hardwareDay(deployment, milestone) ?? []);
  return first ?? phaseReady(site, deployment);
}

/** Weeks a machine takes from order to delivery: as the deployment says, else the policy, else as the catalogue assumes. */
export function machineLeadTime(
  deployment: Deployment | undefined,
  type: string,
  { policy, machine }: { readonly policy: Policy; readonly machine: MachineLookup },
): Figure {
  const ruled = policy.leadTimes.find((each) => each.name === type)?.weeks;
  return deployment?.leadTimeWeeks ?? ruled ?? assumedLeadTime("machine", machine(type));
}

/** The last day on which an order comes in time; a part of a day counts as one. */
export const orderBy = (needed: string, { value: weeks }: Figure): string =>
  addDays(needed, -Math.ceil(Number((weeks * 7).toPrecision(12))));

/** Machines bought beyond those that are installed: a share of them, rounded up. */
export const sparesOf = (count: number, { sparePercent }: Deployment): number =>
  Math.ceil(Number(((count * sparePercent) / 100).toPrecision(12)));

/** Machines of each pool that some deployment brings, by the pool's name. */
export function deployedCounts(site: PhysicalSiteSpec): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name, count } of site.deployments.flatMap((deployment) => sharesOf(site, deployment))) {
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return counts;
}
