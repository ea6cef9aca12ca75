import { expandHostlist, type PhysicalSiteSpec } from "../../model";
import { isOver } from "../over-limit";
import type { IsThere } from "../racks/rack-load";
import { airZones } from "./air-zones";
import { capacityOf, together } from "./firm";
import { type HeatSources, heatIn } from "./heat";
import { cdusOf, loopsOfHall } from "./limits";
import type { CoolingUnit } from "./units";

/** Machines that are no longer cooled: those of a loop, or of the air of halls. */
export interface Uncooled {
  readonly halls: readonly string[];
  /** Absent: it is the air of the halls. */
  readonly loop?: string;
  readonly heatKW: number;
  /** What the components that run on take away, of `installedKW` with nothing lost. */
  readonly leftKW: number;
  readonly installedKW: number;
  /** Its components that stand still. */
  readonly stopped: readonly CoolingUnit[];
}

const always = (): IsThere => () => true;

/**
 * What is no longer cooled once components of cooling stand still, whatever took them down. Only loops and air that lose a component
 * are asked; loops and halls whose components nobody names are left out.
 *
 * @param sources - what still gives off heat
 * @param stopped - ids of components
 */
export function uncooledWithout(
  site: PhysicalSiteSpec,
  sources: HeatSources,
  units: readonly CoolingUnit[],
  stopped: ReadonlySet<string>,
  isThere: (hall: string) => IsThere = always,
): Uncooled[] {
  const short = (all: readonly CoolingUnit[], heatKW: () => number, of: Pick<Uncooled, "halls" | "loop">) => {
    const gone = all.filter(({ id }) => stopped.has(id));
    if (gone.length === 0) return [];
    const left = all.filter(({ id }) => !stopped.has(id));
    const [heat, leftKW] = [heatKW(), together(left, capacityOf)];
    if (!isOver(heat, leftKW)) return [];
    return [{ ...of, heatKW: heat, leftKW, installedKW: together(all, capacityOf), stopped: gone }];
  };
  const loops = site.halls.flatMap(({ name: hall }) =>
    loopsOfHall(site, hall).flatMap((loop) => {
      const positions = loop.racks === undefined ? undefined : new Set(expandHostlist(loop.racks));
      const heat = () => heatIn(sources, hall, isThere, positions).liquidKW;
      return short(cdusOf(units, loop), heat, { halls: [hall], loop: loop.name });
    }),
  );
  const air = airZones(site.halls, units).flatMap(({ halls, units: all }) => {
    const heat = () => halls.reduce((sum, hall) => sum + heatIn(sources, hall, isThere).airKW, 0);
    return short(all, heat, { halls });
  });
  return [...loops, ...air];
}
