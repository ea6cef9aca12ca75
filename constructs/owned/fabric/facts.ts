import { type HostNetwork, hostNetworkOf, type Machine } from "../../catalog";
import type { Fabric } from "../../model/fabric";

/** A pool as a fabric needs it. */
export interface FabricPool {
  readonly name: string;
  readonly machine: string;
  readonly count: number;
}

/** A cluster whose hosts a fabric joins. */
export interface FabricCluster {
  readonly name: string;
  readonly pools: readonly FabricPool[];
}

/** What the fabric needs to know of its hosts. */
export interface FabricHosts {
  readonly hosts: number;
  /** NICs of one host; of several machine types the fewest. */
  readonly nics: number;
  /** Speed of one NIC, in Gbit/s. Absent where a machine is not in the catalogue. */
  readonly nicGbps: number | undefined;
  /** Speeds that the lanes of all NICs take. Absent where a machine is not in the catalogue. */
  readonly laneGbps: readonly number[] | undefined;
  /** NICs that share one cage. */
  readonly nicsPerCage: number;
  /** Hosts that one NVLink domain joins; of several machine types the most. */
  readonly nvlinkHosts: number;
  /** Product names of the machines, each once, in the order of the pools. */
  readonly machines: readonly string[];
  /** Machines whose NICs differ in number. */
  readonly uneven: boolean;
}

/** The pools of a cluster that a fabric joins, in the order of the cluster. */
export const poolsIn = (fabric: Fabric, cluster: FabricCluster): readonly FabricPool[] =>
  cluster.pools.filter(({ name }) => fabric.pools?.includes(name) ?? true);

/**
 * What a fabric needs to know of the hosts of its cluster. A machine that the catalogue of host networks lacks is taken to have one
 * NIC for each accelerator, in a cage of its own. Pools whose machine nobody knows are left out: MACHINE-1 reports them.
 */
export function hostsOf(
  fabric: Fabric,
  cluster: FabricCluster,
  machine: (type: string) => Machine | undefined,
): FabricHosts {
  const found = poolsIn(fabric, cluster).flatMap((pool) => {
    const type = machine(pool.machine);
    return type === undefined ? [] : [{ pool, type, network: hostNetworkOf(pool.machine) }];
  });
  const counts = found.map(({ type, network }) => nicsOf(type, network));
  const networks = found.map(({ network }) => network);
  const known = networks.filter((network) => network !== undefined);
  const all = known.length === networks.length;
  return {
    hosts: found.reduce((sum, { pool, type }) => sum + pool.count * type.hosts, 0),
    nics: Math.max(1, Math.min(...counts, counts.length === 0 ? 1 : Number.POSITIVE_INFINITY)),
    nicGbps: all && known.length > 0 ? Math.min(...known.map(({ nicGbps }) => nicGbps)) : undefined,
    laneGbps:
      all && known.length > 0
        ? [100, 200].filter((lane) => known.every(({ laneGbps }) => laneGbps.includes(lane)))
        : undefined,
    nicsPerCage: Math.max(1, ...known.map(({ nicsPerCage }) => nicsPerCage)),
    nvlinkHosts: Math.max(1, ...found.map(({ type, network }) => network?.nvlinkHosts ?? type.hosts)),
    machines: [...new Set(found.map(({ pool }) => pool.machine))],
    uneven: new Set(counts).size > 1,
  };
}

/** NICs of one host of a machine: those of the catalogue, else one for each of its accelerators. */
const nicsOf = (machine: Machine, network: HostNetwork | undefined): number =>
  network?.nics ?? Math.max(1, Math.floor(machine.accelerators.value / machine.hosts));
