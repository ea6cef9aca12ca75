import type { PhysicalSiteSpec } from "../../model";
import { machineItem } from "../racks/item";
import type { RackLookups } from "../racks/lookups";
import { type IsThere, rackLoad } from "../racks/rack-load";
import type { StandingItem, StandingRack } from "../racks/standing";
import { WATTS_PER_KW } from "../racks/whole-units";

/** Machines of a pool that stand in no known rack, but can only be in one hall. */
export interface LooseItem extends StandingItem {
  readonly hall: string;
}

/** What gives off heat in a site. */
export interface HeatSources {
  readonly racks: readonly StandingRack[];
  readonly loose: readonly LooseItem[];
}

/** Power of IT equipment and the heat that it becomes, in kW. */
export interface Heat {
  readonly powerKW: number;
  readonly airKW: number;
  readonly liquidKW: number;
  /** Racks that give heat to liquid, in order. */
  readonly wetRacks: readonly string[];
}

/** Pools that nothing places, where the halls that they name leave one alone. */
export function looseItems(
  site: PhysicalSiteSpec,
  racks: readonly StandingRack[],
  hallsOf: (pool: PhysicalSiteSpec["clusters"][number]["pools"][number]) => readonly string[],
  lookups: Pick<RackLookups, "machine">,
): LooseItem[] {
  const placed = new Set(racks.flatMap(({ items }) => items.map(({ cluster, pool }) => `${cluster}/${pool}`)));
  return site.clusters.flatMap((cluster) =>
    cluster.pools.flatMap((pool) => {
      const [hall, ...others] = hallsOf(pool);
      const machine = lookups.machine(pool.machine);
      const isPlaced = placed.has(`${cluster.name}/${pool.name}`);
      if (hall === undefined || others.length > 0 || machine === undefined || isPlaced) return [];
      const { phase, until } = pool.capacity;
      return [
        {
          hall,
          item: machineItem(machine, pool.machinePowerKW),
          count: pool.count,
          cluster: cluster.name,
          pool: pool.name,
          ...(phase === undefined ? {} : { phase }),
          ...(until === undefined ? {} : { until }),
        },
      ];
    }),
  );
}

/** The heat of a hall; of some of its positions alone where they are given, and then what is loose is left out. */
export function heatIn(
  { racks, loose }: HeatSources,
  hall: string,
  isThere: (hall: string) => IsThere,
  positions?: ReadonlySet<string>,
): Heat {
  const there = isThere(hall);
  let watts = 0;
  let liquid = 0;
  const wetRacks: string[] = [];
  for (const rack of racks) {
    if (rack.hall !== hall || positions?.has(rack.position) === false) continue;
    const load = rackLoad(rack, there);
    watts += load.watts;
    liquid += load.liquidWatts;
    if (load.liquidWatts > 0) wetRacks.push(rack.position);
  }
  for (const each of positions === undefined ? loose : []) {
    if (each.hall !== hall || !there(each)) continue;
    watts += (each.item.watts ?? 0) * each.count;
    liquid += each.item.liquidWatts * each.count;
  }
  const kW = (amount: number) => amount / WATTS_PER_KW;
  return { powerKW: kW(watts), liquidKW: kW(liquid), airKW: kW(watts - liquid), wetRacks };
}
