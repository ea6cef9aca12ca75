import { expandHostlist, type PhysicalSiteSpec } from "../../model";
import type { IsThere } from "../racks/rack-load";
import { capacityOf, together } from "./firm";
import { type HeatSources, heatIn } from "./heat";
import { airUnitsOf, cdusOf, loopsOfHall } from "./limits";
import { isWithin } from "./loop-check";
import { type CoolingUnit, unitsWithout } from "./units";

/** Machines that are no longer cooled: those of a loop, or of the air of a hall. */
export interface Uncooled {
  readonly hall: string;
  /** Absent: it is the air of the hall. */
  readonly loop?: string;
  readonly heatKW: number;
  /** What the components that run on take away. */
  readonly leftKW: number;
}

const always = (): IsThere => () => true;

/**
 * What is no longer cooled once nodes of the power tree are dead, whatever took them down: losing a board loses the pumps, CDUs and air
 * handlers that hang on it. Loops and halls whose components nobody names are left out.
 */
export function uncooledWithout(
  site: PhysicalSiteSpec,
  sources: HeatSources,
  units: readonly CoolingUnit[],
  deadBoards: ReadonlySet<string>,
  isThere: (hall: string) => IsThere = always,
): Uncooled[] {
  const running = unitsWithout(units, deadBoards);
  return site.halls.flatMap(({ name: hall }) => {
    const short = (all: readonly CoolingUnit[], left: readonly CoolingUnit[], heatKW: number, loop?: string) => {
      const leftKW = together(left, capacityOf);
      if (all.length === 0 || isWithin(heatKW, leftKW)) return [];
      return [{ hall, ...(loop === undefined ? {} : { loop }), heatKW, leftKW }];
    };
    const loops = loopsOfHall(site, hall).flatMap((loop) => {
      const positions = loop.racks === undefined ? undefined : new Set(expandHostlist(loop.racks));
      const { liquidKW } = heatIn(sources, hall, isThere, positions);
      return short(cdusOf(units, loop), cdusOf(running, loop), liquidKW, loop.name);
    });
    const { airKW } = heatIn(sources, hall, isThere);
    return [...loops, ...short(airUnitsOf(units, hall), airUnitsOf(running, hall), airKW)];
  });
}
