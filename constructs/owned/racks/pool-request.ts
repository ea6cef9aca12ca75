import type { Machine } from "../../catalog";
import {
  type LeasedPool,
  type OwnedPool,
  type PhysicalSiteSpec,
  phasesOf,
  type RackType,
  type Survival,
} from "../../model";
import type { Amounts, RackFit, Request } from "../layout/capacity";
import { heatTaken, machineItem } from "./item";
import type { RackLookups } from "./lookups";
import { type MachinesPerRack, machinesPerRack, rackFitOf } from "./per-rack";
import { otherThan, rowTypes } from "./room";

type PhysicalPool = OwnedPool | LeasedPool;
type PhysicalCluster = PhysicalSiteSpec["clusters"][number];

/** What machines of a cluster must live through where the pool does not say: training may stop, all else outlives a feed. */
export const survivalOfPool = (
  cluster: Pick<PhysicalCluster, "purpose">,
  pool: Pick<PhysicalPool, "survival">,
): Survival => pool.survival ?? (cluster.purpose === "training" ? "none" : "feed");

/** The halls in which machines of a pool may stand, in the order of the site: its own, else those of its phase, else all. */
export function hallsOfPool(site: PhysicalSiteSpec, pool: Pick<PhysicalPool, "halls" | "capacity">): readonly string[] {
  const all = site.halls.map(({ name }) => name);
  if (pool.halls !== undefined) return pool.halls.filter((hall) => all.includes(hall));
  const phase = phasesOf(site).find(({ id }) => id === pool.capacity.phase);
  return phase === undefined || phase.halls.length === 0 ? all : all.filter((hall) => phase.halls.includes(hall));
}

/**
 * The rack that machines of a pool stand in, by name: the pool's, else the first that the hall or its rows name and that is of their
 * kind, a cabinet for servers and a place for whole racks.
 */
export function rackTypeIn(
  site: Pick<PhysicalSiteSpec, "halls">,
  pool: Pick<PhysicalPool, "rackType">,
  machine: Pick<Machine, "rackUnits">,
  hall: string,
  lookups: Pick<RackLookups, "rackType">,
): string | undefined {
  if (pool.rackType !== undefined) return pool.rackType;
  const kind = machine.rackUnits === undefined ? "place" : "cabinet";
  const found = site.halls.find(({ name }) => name === hall);
  const stated = [found?.rackType, ...(found?.rows ?? []).map(({ rackType }) => rackType)];
  return stated.find((name) => name !== undefined && lookups.rackType(name)?.kind === kind);
}

/** A pool whose machines can be put into racks. */
export interface PoolRequest extends Request {
  readonly cluster: string;
  readonly pool: string;
  readonly machine: Machine;
  /** What one rack of a hall takes, with every limit. */
  perRack(hall: string): MachinesPerRack;
}

/**
 * A pool as the planner reads it. Nothing where nobody could place it: its machine is not known, or no hall that it may stand in says
 * where its racks stand and what they are.
 */
export function poolRequest(
  site: PhysicalSiteSpec,
  cluster: PhysicalCluster,
  pool: PhysicalPool,
  lookups: RackLookups,
): PoolRequest | undefined {
  const machine = lookups.machine(pool.machine);
  if (machine === undefined) return undefined;
  const typeIn = (hall: string): { readonly name?: string; readonly type?: RackType } => {
    const name = rackTypeIn(site, pool, machine, hall, lookups);
    const type = name === undefined ? undefined : lookups.rackType(name);
    return { ...(name === undefined ? {} : { name }), ...(type === undefined ? {} : { type }) };
  };
  const isPlanned = (hall: string) => {
    const { name, type } = typeIn(hall);
    const known = name === undefined ? machine.rackUnits === undefined : type !== undefined;
    return known && site.halls.some((each) => each.name === hall && each.rows !== undefined);
  };
  const halls = hallsOfPool(site, pool).filter(isPlanned);
  if (halls.length === 0) return undefined;
  const survival = survivalOfPool(cluster, pool);
  const perRack = memo((hall) =>
    machinesPerRack({
      machine,
      machinePowerKW: pool.machinePowerKW,
      rackType: typeIn(hall).type,
      hall: site.halls.find(({ name }) => name === hall),
      survival,
      most: pool.machinesPerRack,
    }),
  );
  const fitIn = memo((hall): RackFit => rackFitOf(perRack(hall), typeIn(hall).name));
  return {
    key: `${cluster.name}/${pool.name}`,
    cluster: cluster.name,
    pool: pool.name,
    machine,
    machines: pool.count,
    halls,
    perRack,
    fitIn,
    takes: takesOf(site, pool, machine, lookups),
  };
}

/** What one machine takes of its hall, and that it keeps out of rows for other racks. */
function takesOf(site: PhysicalSiteSpec, pool: PhysicalPool, machine: Machine, lookups: RackLookups): Amounts {
  const types = new Set(site.halls.map(({ name }) => rackTypeIn(site, pool, machine, name, lookups)));
  // A pool that names its rack may have it in rows that leave the type to their hall.
  const strange = rowTypes(site).filter(
    ({ rackType, by }) => !types.has(rackType) && (by === "rows" || pool.rackType === undefined),
  );
  return {
    ...heatTaken(machineItem(machine, pool.machinePowerKW)),
    ...Object.fromEntries(strange.map(({ rackType, by }) => [otherThan(rackType, by), 1])),
  };
}

function memo<T>(make: (hall: string) => T): (hall: string) => T {
  const made = new Map<string, T>();
  return (hall) => {
    const before = made.get(hall);
    if (before !== undefined) return before;
    const value = make(hall);
    made.set(hall, value);
    return value;
  };
}
