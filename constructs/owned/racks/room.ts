import { expandHostlist, type Hall, type PhysicalSiteSpec, type RackLayout } from "../../model";
import { coolingLimits } from "../cooling/limits";
import type { Amounts, HallLimit, Room } from "../layout/capacity";
import { deviceItem, heatTaken } from "./item";
import type { RackLookups } from "./lookups";
import { reservedIn, rowsOf } from "./positions";
import { available, taken, WATTS_PER_KW } from "./whole-units";

/** Who says that rows are for racks of one type: the rows themselves, or their hall for all rows that say nothing. */
export type RowsFor = "rows" | "hall";

/** The name of the limit that keeps machines of other racks from rows of one rack type. */
export const otherThan = (rackType: string, by: RowsFor): string => `racks other than ${rackType} (${by})`;

/** The rack types that rows of a site's halls are for, and who says so. */
export const rowTypes = (
  site: Pick<PhysicalSiteSpec, "halls">,
): { readonly rackType: string; readonly by: RowsFor }[] =>
  site.halls.flatMap((hall) => (hall.rows ?? []).flatMap((rows) => rowType(hall, rows) ?? []));

function rowType(
  hall: Pick<Hall, "rackType">,
  rows: NonNullable<Hall["rows"]>[number],
): { readonly rackType: string; readonly by: RowsFor } | undefined {
  if (rows.rackType !== undefined) return { rackType: rows.rackType, by: "rows" };
  return hall.rackType === undefined ? undefined : { rackType: hall.rackType, by: "hall" };
}

/** The halls of a site as the planner fills them: those that say where racks stand. */
export function roomsOf(site: PhysicalSiteSpec, lookups: RackLookups): Room[] {
  return site.halls.filter(({ rows }) => rows !== undefined).map((hall) => roomOf(site, hall, lookups));
}

/**
 * A hall as the planner fills it: positions that nothing keeps from machines, and what is left of power and cooling beside what
 * stands on the others. What machines of layouts take is not taken off: the planner places them first.
 */
function roomOf(site: PhysicalSiteSpec, hall: Hall, lookups: RackLookups): Room {
  const layouts = site.rackLayouts.filter((layout) => layout.hall === hall.name);
  const filled = new Set(layouts.flatMap(({ racks }) => [...expandHostlist(racks)]));
  const reserved = reservedIn(hall);
  const rows = rowsOf(hall).map(({ name, positions }) => ({
    name,
    positions: positions.filter((position) => !reserved.has(position) && !filled.has(position)),
  }));
  const kept = keptLoads(hall, layouts, filled, lookups);
  const limits = [...hallLimits(hall), ...rowLimits(hall), ...coolingLimits(site, hall)];
  return { name: hall.name, rows, limits: limits.map((limit) => withLess(limit, kept)) };
}

/** What stands on a position beside machines, in watts by the name of the limit. */
interface KeptLoad {
  readonly position: string;
  readonly takes: Amounts;
}

function keptLoads(
  hall: Hall,
  layouts: readonly RackLayout[],
  filled: ReadonlySet<string>,
  lookups: RackLookups,
): KeptLoad[] {
  const reserved = [...reservedIn(hall)].flatMap(([position, { rackKW, liquidShare = 0 }]) => {
    // A layout says better what stands on a position.
    if (rackKW === undefined || filled.has(position)) return [];
    const watts = taken(rackKW, WATTS_PER_KW);
    return [{ position, takes: heatTaken({ watts, liquidWatts: Math.round(watts * liquidShare) }) }];
  });
  const devices = layouts.flatMap(({ racks, entries }) =>
    entries.flatMap(({ device, count }) => {
      const type = device === undefined ? undefined : lookups.deviceType(device);
      if (type === undefined) return [];
      const takes = times(heatTaken(deviceItem(type)), count);
      return Array.from(expandHostlist(racks), (position) => ({ position, takes }));
    }),
  );
  return [...reserved, ...devices];
}

const times = (takes: Amounts, count: number): Amounts =>
  Object.fromEntries(Object.entries(takes).map(([name, each]) => [name, each * count]));

function withLess(limit: HallLimit, kept: readonly KeptLoad[]): HallLimit {
  const here = kept.filter(({ position }) => limit.positions?.has(position) ?? true);
  const less = here.reduce((sum, { takes }) => sum + (takes[limit.name] ?? 0), 0);
  return less === 0 ? limit : { ...limit, most: limit.most - less };
}

function hallLimits(hall: Hall): HallLimit[] {
  const of = (name: string, label: string, mw: number | undefined): HallLimit[] =>
    mw === undefined
      ? []
      : [{ name, label, most: available(mw * 1000, WATTS_PER_KW), unit: "kW", perUnit: WATTS_PER_KW }];
  return [
    ...of("power", "power", hall.criticalItMW),
    ...of("air", "air cooling", hall.airCoolingMW),
    ...of("liquid", "liquid cooling", hall.liquidCoolingMW),
    ...of("cooling", "cooling", hall.coolingMW),
  ];
}

/** What one row delivers, and rows that are built for another rack. */
function rowLimits(hall: Hall): HallLimit[] {
  const rows = new Map(rowsOf(hall).map(({ name, positions }) => [name, positions]));
  return (hall.rows ?? []).flatMap((group) => {
    const { rows: names, rowKW } = group;
    const type = rowType(hall, group);
    const each = [...expandHostlist(names)];
    const perRow = each.map((row): HallLimit => {
      const most = available(rowKW ?? 0, WATTS_PER_KW);
      const positions = new Set(rows.get(row));
      return { name: "power", label: `power of row ${row}`, most, unit: "kW", perUnit: WATTS_PER_KW, positions };
    });
    const all = new Set(each.flatMap((row) => rows.get(row) ?? []));
    return [
      ...(rowKW === undefined ? [] : perRow),
      ...(type === undefined
        ? []
        : [
            {
              name: otherThan(type.rackType, type.by),
              label: `rows for ${type.rackType}`,
              most: 0,
              unit: "machines in other racks",
              perUnit: 1,
              positions: all,
            },
          ]),
    ];
  });
}
