import type { Hall } from "../../model";
import { type CoolingUnit, coolsAir } from "./units";

/** Halls that share a component that cools air, and all that cools them: the air goes where the heat is. */
export interface AirZone {
  readonly halls: readonly string[];
  readonly units: readonly CoolingUnit[];
}

/** The halls of a site in zones. Halls whose air no named component cools are in none. */
export function airZones(halls: readonly Pick<Hall, "name">[], units: readonly CoolingUnit[]): AirZone[] {
  const zones: { names: Set<string>; units: CoolingUnit[] }[] = [];
  const known = new Set(halls.map(({ name }) => name));
  for (const unit of units.filter(coolsAir)) {
    const served = unit.halls.filter((hall) => known.has(hall));
    if (served.length === 0) continue;
    const touching = zones.filter(({ names }) => served.some((hall) => names.has(hall)));
    const merged = { names: new Set(served), units: [unit] };
    for (const zone of touching) {
      for (const name of zone.names) merged.names.add(name);
      merged.units.unshift(...zone.units);
      zones.splice(zones.indexOf(zone), 1);
    }
    zones.push(merged);
  }
  return zones.map(({ names, units: all }) => ({ halls: [...names].sort(), units: all }));
}
