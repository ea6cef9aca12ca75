import type { Allocation, Placement, Release } from "../../model/allocation";
import type { Amounts, Placed, RackFit, Request, Stated } from "../layout/capacity";
import { type Floor, occupy, rackAt } from "../layout/floor";
import { layOut } from "../layout/lay-out";
import { type Shortfall, shortfallOf } from "../layout/shortfall";
import { adjoining } from "./adjoining";
import { inOrder } from "./in-order";
import { highestOf, liveCounts, liveOf, nextId, poolKey, racksOf, releasedOf } from "./lines";
import { hostNames, hostOrdinals } from "./names";
import { common, readOrdinals, type Span, spanSize, writeOrdinals } from "./ordinals";

/** A pool as planning sees it. */
export interface PoolRequest extends Omit<Request, "machines" | "unitLacks" | "unitAt" | "unitMachines"> {
  readonly cluster: string;
  readonly pool: string;
  readonly machine: string;
  /** Hosts of one machine. */
  readonly hostsPerMachine: number;
  /** Machines that it is to have. */
  readonly count: number;
  /** Racks that a layout states, in order; they go before what would be planned. */
  readonly stated: readonly Stated[];
  /** What its hosts are numbered through for: the fabric, whose units are kept together. */
  readonly unit?: FabricUnit | undefined;
}

/** The scalable units of a fabric. */
export interface FabricUnit {
  /** Names the fabric: pools of one fabric share its units. */
  readonly fabric: string;
  readonly hosts: number;
  /** Places of the first unit that no host takes. */
  readonly reserved: number;
}

/** What planning of machines adds. */
export interface PlacementPlan {
  /** Everything: the old lines, then the new ones. */
  readonly allocation: Allocation;
  readonly shortfalls: readonly Shortfall[];
}

/** How lines are named. */
export interface PlacementNaming {
  readonly site: string;
  readonly pattern?: string | undefined;
}

/**
 * Places the machines that an allocation lacks and releases those that it has too many; what it says already stays as it is. The
 * floor is filled with what stands there, and what is placed.
 */
export function planPlacements(
  floor: Floor,
  pools: readonly PoolRequest[],
  allocation: Allocation,
  naming: PlacementNaming,
): PlacementPlan {
  let next: Allocation = { ...allocation, releases: [...allocation.releases, ...newReleases(pools, allocation)] };
  seed(floor, pools, next);
  const lacks = (pool: PoolRequest) => Math.max(0, pool.count - (liveCounts(next).get(pool.key) ?? 0));
  const add = (pool: PoolRequest, placed: readonly Placed[]) => {
    next = { ...next, placements: [...next.placements, ...linesOf(pool, placed, next, naming)] };
  };
  for (const pool of pools) add(pool, placeStated(floor, pool, next, lacks(pool)));
  const shortfalls: Shortfall[] = [];
  for (const pool of pools) {
    const machines = lacks(pool);
    if (machines === 0) continue;
    const request: Request = { ...pool, machines, ...unitOf(pool, pools, next) };
    const placed = layOut(floor, request);
    add(pool, placed);
    const short = machines - placed.reduce((sum, each) => sum + each.machines, 0);
    if (short > 0) shortfalls.push(shortfallOf(floor, request, short));
  }
  return { allocation: next, shortfalls };
}

/** A pool that has shrunk gives up its highest ordinals. */
function newReleases(pools: readonly PoolRequest[], allocation: Allocation): Release[] {
  const found: Release[] = [];
  const released = releasedOf(allocation);
  const counts = liveCounts(allocation);
  for (const pool of pools) {
    let surplus = (counts.get(pool.key) ?? 0) - pool.count;
    const live = allocation.placements
      .filter((line) => poolKey(line.cluster, line.pool) === pool.key)
      .flatMap((line) => liveOf(line, released).map((span) => ({ line, span })))
      .sort((a, b) => b.span.first - a.span.first);
    for (const { line, span } of live) {
      if (surplus <= 0) break;
      const gone: Span = { first: Math.max(span.first, span.last - surplus + 1), last: span.last };
      const id = nextId("r", [...allocation.releases, ...found]);
      found.push({ id, placement: line.id, machines: writeOrdinals(gone) });
      surplus -= spanSize(gone);
    }
  }
  return found;
}

/** What stands there already. Lines of pools that are not in the program stand there as well, but nobody knows what they take. */
function seed(floor: Floor, pools: readonly PoolRequest[], allocation: Allocation): void {
  const byKey = new Map(pools.map((pool) => [pool.key, pool]));
  const released = releasedOf(allocation);
  for (const line of allocation.placements) {
    const key = poolKey(line.cluster, line.pool);
    const pool = byKey.get(key);
    const live = liveOf(line, released);
    if (live.length === 0) continue;
    const takes: Amounts = pool?.takes ?? {};
    for (const { position, machines } of racksOf(line)) {
      const here = live.flatMap((span) => common(span, machines) ?? []);
      const count = here.reduce((sum, span) => sum + spanSize(span), 0);
      const highest = here.at(-1)?.last;
      if (highest === undefined) continue;
      // Machines that have left a rack from below others leave gaps, which nothing fills.
      const top = (line.fromSlot ?? 1) + highest - machines.first;
      const gaps = Math.max(0, top - (rackAt(floor, line.hall, position)?.machines ?? 0) - count);
      const fit = standing(line, pool?.fitAt(line.hall, position));
      occupy(floor, line.hall, position, count, { key, fit, takes }, gaps);
    }
  }
}

/** How machines stand that have been placed: as the line says, whatever one would do today. */
const standing = (line: Placement, fit: RackFit | undefined): Pick<RackFit, "rackType" | "takes"> => ({
  rackType: line.rackType,
  takes: fit?.takes ?? {},
});

function placeStated(floor: Floor, pool: PoolRequest, allocation: Allocation, lacks: number): Placed[] {
  const taken = positionsOfPool(allocation, pool.key);
  const placed: Placed[] = [];
  let left = lacks;
  for (const each of pool.stated) {
    const machines = Math.min(left, each.machines);
    if (machines === 0 || taken.has(`${each.hall} ${each.position}`)) continue;
    // Where others stand that the layout does not know, nothing is put on top of them: a rule speaks of it.
    const there = rackAt(floor, each.hall, each.position)?.keys ?? [];
    if ([...there].some((key) => !each.beside.includes(key))) continue;
    const fit = { rackType: each.rackType, takes: pool.fitAt(each.hall, each.position).takes };
    occupy(floor, each.hall, each.position, machines, { key: pool.key, fit, takes: pool.takes });
    const { hall, position, rackType, machinesPerRack, below, fromUnit } = each;
    placed.push({
      hall,
      position,
      rackType,
      machines,
      machinesPerRack,
      below,
      ...(fromUnit === undefined ? {} : { fromUnit }),
    });
    left -= machines;
  }
  return placed;
}

/** Positions in which machines of a pool stand. */
function positionsOfPool(allocation: Allocation, key: string): ReadonlySet<string> {
  const released = releasedOf(allocation);
  const found = new Set<string>();
  for (const line of allocation.placements) {
    if (poolKey(line.cluster, line.pool) !== key) continue;
    const live = liveOf(line, released);
    for (const { position, machines } of racksOf(line))
      if (live.some((span) => common(span, machines) !== undefined)) found.add(`${line.hall} ${position}`);
  }
  return found;
}

/** The unit that was begun last: how many machines it lacks, and where it was begun. */
function unitOf(
  pool: PoolRequest,
  pools: readonly PoolRequest[],
  allocation: Allocation,
): Pick<Request, "unitMachines" | "unitLacks" | "unitAt"> {
  const { unit, hostsPerMachine } = pool;
  if (unit === undefined) return {};
  const sharing = new Map(
    pools.filter((each) => each.unit?.fabric === unit.fabric).map((each) => [each.key, each.hostsPerMachine]),
  );
  const lines = allocation.placements.filter((line) => sharing.has(poolKey(line.cluster, line.pool)));
  const hosts = lines.reduce(
    (sum, line) => sum + spanSize(readOrdinals(line.machines)) * (sharing.get(poolKey(line.cluster, line.pool)) ?? 1),
    unit.reserved,
  );
  const begun = hosts % unit.hosts;
  return {
    unitMachines: Math.max(1, Math.floor(unit.hosts / hostsPerMachine)),
    unitLacks: begun === 0 ? 0 : Math.floor((unit.hosts - begun) / hostsPerMachine),
    unitAt: lastPlace(lines.at(-1)),
  };
}

function lastPlace(line: Placement | undefined): Request["unitAt"] {
  const position = line === undefined ? undefined : [...racksOf(line)].at(-1)?.position;
  return line === undefined || position === undefined ? undefined : { hall: line.hall, position };
}

/** Racks that fill one after the other are one line. */
function linesOf(
  pool: PoolRequest,
  placed: readonly Placed[],
  allocation: Allocation,
  { site, pattern }: PlacementNaming,
): Placement[] {
  const lines: Placement[] = [];
  let first = highestOf(allocation, pool.key) + 1;
  for (const racks of adjoining(placed)) {
    const [head] = racks;
    if (head === undefined) continue;
    const span = { first, last: first + racks.reduce((sum, { machines }) => sum + machines, 0) - 1 };
    const names = { site, cluster: pool.cluster, pool: pool.pool, hall: head.hall };
    lines.push({
      id: nextId("p", [...allocation.placements, ...lines]),
      cluster: pool.cluster,
      pool: pool.pool,
      machine: pool.machine,
      machines: writeOrdinals(span),
      hall: head.hall,
      positions: inOrder(racks.map(({ position }) => position)),
      ...(head.rackType === undefined ? {} : { rackType: head.rackType }),
      machinesPerRack: head.machinesPerRack,
      ...(head.below === 0 ? {} : { fromSlot: head.below + 1 }),
      ...(head.fromUnit === undefined ? {} : { fromUnit: head.fromUnit }),
      hosts: hostNames(pattern, names, hostOrdinals(span, pool.hostsPerMachine)),
    });
    first = span.last + 1;
  }
  return lines;
}
