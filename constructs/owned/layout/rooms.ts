import { type DeviceType, expandHostlist, type Hall, type PhysicalSiteSpec } from "../../model";
import { coolingLimits } from "../cooling/limits";
import { deviceItem, type RackItem } from "../racks/item";
import { positionsOf, reservedIn, rowsOf } from "../racks/positions";
import { available, taken, WATTS_PER_KW } from "../racks/whole-units";
import type { Amounts, HallLimit, Room } from "./capacity";
import { emptyFloor, type Floor, useHall } from "./floor";

/** What loads state what they take of: power, and heat by what takes it away. */
const kilowatts = (name: string, label: string, mostKW: number, positions?: ReadonlySet<string>): HallLimit => ({
  name,
  label,
  most: available(mostKW, WATTS_PER_KW),
  unit: "kW",
  perUnit: WATTS_PER_KW,
  ...(positions === undefined ? {} : { positions }),
});

/** A machine or device as a load of its hall. */
export function hallAmounts({ watts = 0, liquidWatts }: Pick<RackItem, "watts" | "liquidWatts">): Amounts {
  return { power: watts, air: watts - liquidWatts, liquid: liquidWatts, cooling: watts };
}

/** The limits of a hall that its document states, and those of its rows. */
export function hallLimits(hall: Hall): HallLimit[] {
  const of = (name: string, label: string, mw: number | undefined) =>
    mw === undefined ? [] : [kilowatts(name, label, mw * 1000)];
  const rows = (hall.rows ?? []).flatMap(({ rows: names, racks, rowKW }) =>
    rowKW === undefined
      ? []
      : rowsOf({ rows: [{ name: "of", rows: names, racks }] }).map((row) =>
          kilowatts("power", `power of row ${row.name}`, rowKW, new Set(row.positions)),
        ),
  );
  return [
    kilowatts("power", "power", hall.criticalItMW * 1000),
    ...of("air", "air cooling", hall.airCoolingMW),
    ...of("liquid", "liquid cooling", hall.liquidCoolingMW),
    ...of("cooling", "cooling", hall.coolingMW),
    ...rows,
  ];
}

/** Positions of each hall that a layout fills by hand: the planner leaves them alone. */
export function statedPositions(site: Pick<PhysicalSiteSpec, "rackLayouts">): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { hall, racks } of site.rackLayouts) {
    const positions = found.get(hall) ?? new Set<string>();
    for (const position of expandHostlist(racks)) positions.add(position);
    found.set(hall, positions);
  }
  return found;
}

/** A hall as the planner fills it: without the positions that are kept for others or filled by hand. */
export function roomOf(site: PhysicalSiteSpec, hall: Hall, stated: ReadonlySet<string>): Room {
  const reserved = reservedIn(hall);
  const rows = rowsOf(hall).map(({ name, positions }) => ({
    name,
    positions: positions.filter((position) => !reserved.has(position) && !stated.has(position)),
  }));
  return { name: hall.name, rows, limits: [...hallLimits(hall), ...coolingLimits(site, hall)] };
}

/** All halls of a site that say where racks stand, with what their reserved positions and the devices of layouts draw. */
export function floorOf(site: PhysicalSiteSpec, context: { deviceType(name: string): DeviceType | undefined }): Floor {
  const stated = statedPositions(site);
  const halls = site.halls.filter(({ rows }) => rows !== undefined);
  const floor = emptyFloor(halls.map((hall) => roomOf(site, hall, stated.get(hall.name) ?? new Set())));
  for (const hall of halls) {
    for (const [position, { rackKW = 0, liquidShare = 0 }] of reservedIn(hall)) {
      if (stated.get(hall.name)?.has(position)) continue;
      const watts = taken(rackKW, WATTS_PER_KW);
      useHall(floor, hall.name, position, 1, hallAmounts({ watts, liquidWatts: Math.round(watts * liquidShare) }));
    }
  }
  for (const { hall, racks, entries } of site.rackLayouts) {
    for (const { device, count } of entries) {
      const type = device === undefined ? undefined : context.deviceType(device);
      if (type === undefined) continue;
      const takes = hallAmounts(deviceItem(type));
      for (const position of expandHostlist(racks)) useHall(floor, hall, position, count, takes);
    }
  }
  return floor;
}

const rackTypes = new WeakMap<Hall, ReadonlyMap<string, string>>();

/** The rack type that stands at each position of a hall, where it says. Reckoned once for a hall. */
export function rackTypesAt(hall: Hall): ReadonlyMap<string, string> {
  const known = rackTypes.get(hall);
  if (known !== undefined) return known;
  const found = new Map(
    positionsOf(hall).flatMap(({ name, rackType }) => (rackType === undefined ? [] : [[name, rackType] as const])),
  );
  rackTypes.set(hall, found);
  return found;
}
