import { hostNetworkOf, type Machine } from "../../catalog";
import type { PhysicalSiteSpec } from "../../model";
import type { Fabric } from "../../model/fabric";
import { poolKey } from "../allocation/lines";
import { readOrdinals } from "../allocation/ordinals";
import type { PlannedFabric } from "../allocation/switch-requests";
import { hostPlace } from "../fabric/nvlink";
import type { ResolvedSite } from "../resolve/resolve-site";
import type { ResolvedHost } from "../resolve/resolved";

type Cluster = PhysicalSiteSpec["clusters"][number];
type Pool = Cluster["pools"][number];

/** A host as a scheduler sees it. Pods, units and domains count from 0. */
export interface ScheduledHost {
  readonly name: string;
  /** Where it is in its fabric. Absent: no fabric joins it, or none that can be wired. */
  readonly place?: { readonly pod: number; readonly unit: number } | undefined;
  /** Its NVLink domain within its pool. */
  readonly domain: number;
}

/** The fabric of a pool, as far as schedulers know it. */
export interface ScheduledFabric {
  readonly name: string;
  readonly tiers: 2 | 3;
}

/** A pool as a scheduler sees it. */
export interface ScheduledPool {
  readonly pool: Pool;
  readonly machine: Machine;
  readonly fabric?: ScheduledFabric | undefined;
  /** Hosts of one NVLink domain; 1 where each host is one of its own. */
  readonly domainHosts: number;
  /** Hosts by line of the allocation: growth appends to them. */
  readonly lines: readonly (readonly ScheduledHost[])[];
}

/** A cluster as its scheduler sees it. */
export interface ScheduledCluster {
  readonly cluster: Cluster;
  readonly pools: readonly ScheduledPool[];
}

/** All hosts of a pool, in the order of the allocation. */
export const hostsOfPool = ({ lines }: ScheduledPool): readonly ScheduledHost[] => lines.flat();

/** The fabric that joins the hosts of a pool. */
export const fabricOfPool = (fabrics: readonly Fabric[], cluster: string, pool: string): Fabric | undefined =>
  fabrics.find((fabric) => fabric.cluster === cluster && (fabric.pools?.includes(pool) ?? true));

/** Hosts of one NVLink domain of a pool: as its fabric says, else as its machine comes. */
export const domainHostsOf = (fabric: Fabric | undefined, machine: Machine): number =>
  fabric?.nvlinkDomainHosts ?? hostNetworkOf(machine.type)?.nvlinkHosts ?? machine.hosts;

/**
 * The clusters of a site that have a scheduler, with their hosts where those are. Pools whose machine nobody knows are left out:
 * MACHINE-1 reports them.
 */
export function scheduledClusters(
  resolved: ResolvedSite,
  machineOf: (type: string) => Machine | undefined,
): ScheduledCluster[] {
  const { site, fabrics } = resolved;
  const hosts = byPool(resolved.hosts);
  return site.clusters
    .filter(({ scheduler }) => scheduler !== undefined)
    .map((cluster) => ({
      cluster,
      pools: cluster.pools.flatMap((pool): ScheduledPool[] => {
        const machine = machineOf(pool.machine);
        if (machine === undefined) return [];
        const joined = fabricOfPool(site.fabrics, cluster.name, pool.name);
        const planned = fabrics.find(({ fabric }) => fabric.name === joined?.name);
        const domainHosts = domainHostsOf(joined, machine);
        return [
          {
            pool,
            machine,
            fabric:
              planned === undefined
                ? undefined
                : { name: planned.fabric.name, tiers: planned.plan.compute.wiring.clos.tiers },
            domainHosts,
            lines: linesOf(resolved, cluster.name, pool.name, hosts).map((line) =>
              line.map((host) => scheduled(host, planned, domainHosts)),
            ),
          },
        ];
      }),
    }));
}

function byPool(hosts: readonly ResolvedHost[]): ReadonlyMap<string, readonly ResolvedHost[]> {
  const found = new Map<string, ResolvedHost[]>();
  for (const host of hosts) {
    const key = poolKey(host.cluster, host.pool);
    const list = found.get(key);
    if (list === undefined) found.set(key, [host]);
    else list.push(host);
  }
  return found;
}

/** The hosts of each line of the allocation that a pool has. */
function linesOf(
  { allocation }: ResolvedSite,
  cluster: string,
  pool: string,
  hosts: ReadonlyMap<string, readonly ResolvedHost[]>,
): ResolvedHost[][] {
  const own = hosts.get(poolKey(cluster, pool)) ?? [];
  return allocation.placements
    .filter((line) => line.cluster === cluster && line.pool === pool)
    .map(({ machines }) => {
      const { first, last } = readOrdinals(machines);
      return own.filter(({ machineOrdinal }) => first <= machineOrdinal && machineOrdinal <= last);
    })
    .filter((line) => line.length > 0);
}

function scheduled(host: ResolvedHost, fabric: PlannedFabric | undefined, domainHosts: number): ScheduledHost {
  const place =
    fabric === undefined || host.fabric === undefined ? undefined : hostPlace(fabric.plan, host.fabric.index);
  return {
    name: host.name,
    domain: Math.floor((host.ordinal - 1) / domainHosts),
    ...(place === undefined ? {} : { place: { pod: place.pod, unit: place.unit } }),
  };
}
