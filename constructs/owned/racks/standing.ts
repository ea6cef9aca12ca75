import { type Allocation, expandHostlist, type PhysicalSiteSpec, type RackLayout, type RackType } from "../../model";
import { liveOf, racksOf, releasedOf } from "../allocation/lines";
import { common, type Span, spanSize } from "../allocation/ordinals";
import { deviceItem, machineItem, type RackItem } from "./item";
import type { RackLookups } from "./lookups";
import { positionsOf, reservedIn } from "./positions";
import { switchItems } from "./switch-item";

/** Machines of one pool, or devices of one type, in one rack. */
export interface StandingItem {
  readonly item: RackItem;
  readonly count: number;
  /** The unit at the foot of the lowest. Absent: the lowest place that is free. */
  readonly fromU?: number;
  /** Whose machines they are. Absent: devices. */
  readonly cluster?: string;
  readonly pool?: string;
  /** The entry of the layout that says so. */
  readonly entry?: string;
  /** The phase and the last day of the pool's contract. */
  readonly phase?: string;
  readonly until?: string;
}

/** A position at which something stands, or that is kept for something. */
export interface StandingRack {
  readonly hall: string;
  readonly position: string;
  /** By name, and the type where it is known. */
  readonly rackTypeName?: string;
  readonly rackType?: RackType;
  readonly items: readonly StandingItem[];
  /** The layout that says what stands there. */
  readonly layout?: string;
  /** The entry of the hall that keeps the position. */
  readonly reserved?: string;
  /** Power that stands there by that entry's word alone, in watts, and of it what liquid takes. */
  readonly stated?: { readonly watts: number; readonly liquidWatts: number };
}

/**
 * What stands in every rack of a site: what layouts say, and elsewhere what planning has decided. In the order of the site's halls
 * and of their positions; a position that no hall has is left out, for a rule to report. Empty positions are not listed.
 */
export function standingRacks(
  site: PhysicalSiteSpec,
  allocation: Allocation | undefined,
  lookups: RackLookups,
): StandingRack[] {
  const byPlace = new Map<string, StandingRack>();
  const place = (hall: string, position: string) => `${hall} ${position}`;
  for (const layout of site.rackLayouts) {
    const items = layout.entries.flatMap((entry) => entryItem(site, entry, lookups) ?? []);
    for (const position of expandHostlist(layout.racks)) {
      const key = place(layout.hall, position);
      // A position of two layouts is a finding; until it is mended the first holds.
      if (!byPlace.has(key))
        byPlace.set(key, { hall: layout.hall, position, layout: layout.name, items, ...named(layout.rackType) });
    }
  }
  for (const { hall, position, rackType, item } of allocated(site, allocation, lookups)) {
    const key = place(hall, position);
    const there = byPlace.get(key);
    // What a layout fills, planning has decided from it: it is there already.
    if (there?.layout !== undefined) continue;
    byPlace.set(key, {
      hall,
      position,
      ...named(there?.rackTypeName ?? rackType),
      items: [...(there?.items ?? []), item],
    });
  }
  return site.halls.flatMap((hall) => {
    const reserved = reservedIn(hall);
    return positionsOf(hall).flatMap(({ name, rackType }) => {
      const rack = byPlace.get(place(hall.name, name));
      const kept = reserved.get(name);
      if (rack === undefined && kept === undefined) return [];
      const typeName = rack?.rackTypeName ?? rackType;
      const type = typeName === undefined ? undefined : lookups.rackType(typeName);
      const watts = rack === undefined && kept?.rackKW !== undefined ? Math.round(kept.rackKW * 1000) : undefined;
      return [
        {
          items: [],
          ...rack,
          hall: hall.name,
          position: name,
          ...named(typeName),
          ...(type === undefined ? {} : { rackType: type }),
          ...(kept === undefined ? {} : { reserved: kept.name }),
          ...(watts === undefined
            ? {}
            : { stated: { watts, liquidWatts: Math.round(watts * (kept?.liquidShare ?? 0)) } }),
        },
      ];
    });
  });
}

const named = (rackTypeName: string | undefined): { rackTypeName?: string } =>
  rackTypeName === undefined ? {} : { rackTypeName };

type Cluster = PhysicalSiteSpec["clusters"][number];
type Pool = Cluster["pools"][number];

/** The pool that an entry of a layout means: by its cluster, or the only one of that name. */
export function poolOfEntry(
  site: PhysicalSiteSpec,
  entry: Pick<RackLayout["entries"][number], "cluster" | "pool">,
): { readonly cluster: Cluster; readonly pool: Pool } | undefined {
  const found = site.clusters
    .filter(({ name }) => entry.cluster === undefined || name === entry.cluster)
    .flatMap((cluster) => cluster.pools.filter(({ name }) => name === entry.pool).map((pool) => ({ cluster, pool })));
  return found.length === 1 ? found[0] : undefined;
}

function entryItem(
  site: PhysicalSiteSpec,
  entry: RackLayout["entries"][number],
  lookups: RackLookups,
): StandingItem | undefined {
  const base = { count: entry.count, entry: entry.name, ...(entry.fromU === undefined ? {} : { fromU: entry.fromU }) };
  if (entry.pool === undefined) {
    const device = entry.device === undefined ? undefined : lookups.deviceType(entry.device);
    return device === undefined ? undefined : { ...base, item: deviceItem(device) };
  }
  const found = poolOfEntry(site, entry);
  const machine = found === undefined ? undefined : lookups.machine(found.pool.machine);
  if (found === undefined || machine === undefined) return undefined;
  return { ...base, item: machineItem(machine, found.pool.machinePowerKW), ...ofPool(found.cluster, found.pool) };
}

const ofPool = (cluster: Cluster, { name, capacity }: Pool) => ({
  cluster: cluster.name,
  pool: name,
  ...(capacity.phase === undefined ? {} : { phase: capacity.phase }),
  ...(capacity.until === undefined ? {} : { until: capacity.until }),
});

interface AllocatedItem {
  readonly hall: string;
  readonly position: string;
  readonly rackType: string | undefined;
  readonly item: StandingItem;
}

function* allocated(
  site: PhysicalSiteSpec,
  allocation: Allocation | undefined,
  lookups: RackLookups,
): Generator<AllocatedItem> {
  if (allocation === undefined) return;
  const released = releasedOf(allocation);
  for (const line of allocation.placements) {
    const found = poolOfEntry(site, line);
    const machine = lookups.machine(line.machine);
    if (machine === undefined) continue;
    const item = machineItem(machine, found?.pool.machinePowerKW);
    const owner = found === undefined ? { cluster: line.cluster, pool: line.pool } : ofPool(found.cluster, found.pool);
    const live = liveOf(line, released);
    for (const { position, machines } of racksOf(line)) {
      const count = live.reduce((sum, span) => sum + sizeOf(common(span, machines)), 0);
      if (count === 0) continue;
      const fromU = line.fromUnit === undefined ? {} : { fromU: line.fromUnit };
      yield { hall: line.hall, position, rackType: line.rackType, item: { item, count, ...fromU, ...owner } };
    }
  }
  const itemOf = switchItems(site, lookups);
  for (const line of allocation.switches) {
    const item = itemOf(line);
    if (item === undefined) continue;
    const racks = racksOf({
      machines: line.switches,
      positions: line.positions,
      machinesPerRack: line.switchesPerRack,
    });
    for (const { position, machines } of racks) {
      const count = spanSize(machines);
      yield { hall: line.hall, position, rackType: line.rackType, item: { item, count } };
    }
  }
}

const sizeOf = (span: Span | undefined): number => (span === undefined ? 0 : spanSize(span));
