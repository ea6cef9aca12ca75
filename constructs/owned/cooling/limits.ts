import { type CoolingLoop, expandHostlist, type Hall, type PhysicalSiteSpec } from "../../model";
import type { HallLimit } from "../layout/capacity";
import { positionNames } from "../racks/positions";
import { available, WATTS_PER_KW } from "../racks/whole-units";
import { capacityOf, firm } from "./firm";
import { type CoolingUnit, coolsAir, unitsOf } from "./units";

/** Technology loops of a hall: those that cool its machines. */
export const loopsOfHall = (site: Pick<PhysicalSiteSpec, "coolingTopology">, hall: string): CoolingLoop[] =>
  (site.coolingTopology?.loops ?? []).filter((loop) => loop.kind === "technology" && loop.hall === hall);

/** The CDUs that cool a technology loop. */
export const cdusOf = (units: readonly CoolingUnit[], loop: Pick<CoolingLoop, "name">): CoolingUnit[] =>
  units.filter((unit) => unit.kind === "cdu" && unit.loop === loop.name);

/**
 * What cools the air of a hall. Components that serve several halls are left out: what each hall gets of them is said by the
 * hall's own figure.
 */
export const airUnitsOf = (units: readonly CoolingUnit[], hall: string): CoolingUnit[] =>
  units.filter((unit) => coolsAir(unit) && unit.halls.length === 1 && unit.halls[0] === hall);

/**
 * What the cooling topology leaves of a hall for the planner: the air that remains with the worst component or board out, and
 * of each loop of its machines the liquid.
 */
export function coolingLimits(site: Pick<PhysicalSiteSpec, "coolingTopology">, hall: Hall): HallLimit[] {
  if (site.coolingTopology === undefined) return [];
  const units = unitsOf(site.coolingTopology);
  const air = airUnitsOf(units, hall.name);
  const kilowatts = (name: string, label: string, kW: number) => ({
    name,
    label,
    most: available(kW, WATTS_PER_KW),
    unit: "kW",
    perUnit: WATTS_PER_KW,
  });
  const loops = loopsOfHall(site, hall.name).flatMap((loop): HallLimit[] => {
    const cdus = cdusOf(units, loop);
    if (cdus.length === 0) return [];
    const limit = kilowatts(
      "liquid",
      `liquid cooling of loop ${loop.name} with its worst loss`,
      firm(cdus, capacityOf),
    );
    return [loop.racks === undefined ? limit : { ...limit, positions: new Set(expandHostlist(loop.racks)) }];
  });
  return [
    ...(air.length === 0 ? [] : [kilowatts("air", "air cooling with its worst loss", firm(air, capacityOf))]),
    ...loops,
    ...unserved(hall, loops, kilowatts("liquid", "liquid cooling: no loop serves the position", 0)),
  ];
}

/** Positions that no loop serves, in a hall that has loops: no liquid there. */
function unserved(hall: Hall, loops: readonly HallLimit[], limit: HallLimit): HallLimit[] {
  if (loops.length === 0 || loops.some(({ positions }) => positions === undefined)) return [];
  const served = new Set(loops.flatMap(({ positions }) => [...(positions ?? [])]));
  const rest = positionNames(hall).filter((position) => !served.has(position));
  return rest.length === 0 ? [] : [{ ...limit, positions: new Set(rest) }];
}
