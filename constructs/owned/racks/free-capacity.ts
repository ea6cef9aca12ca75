import type { Hall } from "../../model";
import type { HallUse } from "./hall-fit";
import { countPositions, reservedIn } from "./positions";
import { totalLoad } from "./rack-load";
import type { StandingRack } from "./standing";
import { WATTS_PER_KW } from "./whole-units";

/** What is left of a hall. A figure is absent where the hall does not say what it has; below zero it has too little. */
export interface FreeCapacity {
  readonly powerKW: number;
  readonly airKW?: number;
  readonly liquidKW?: number;
  /** Of air and liquid together. */
  readonly coolingKW?: number;
  /** Positions that nothing stands on and nothing keeps. */
  readonly positions?: number;
}

/** What racks of a hall take of it, kept positions counted: what `fitHall` takes as `used`. */
export function hallUse(racks: readonly StandingRack[]): HallUse {
  const { watts, airWatts, liquidWatts } = totalLoad(racks);
  const kW = (amount: number) => amount / WATTS_PER_KW;
  // What is kept from machines is none of their positions.
  const positions = racks.filter(({ reserved }) => reserved === undefined).length;
  return { powerKW: kW(watts), airKW: kW(airWatts), liquidKW: kW(liquidWatts), positions };
}

/** What is left of a hall beside the racks that stand in it. */
export function freeCapacity(hall: Hall, racks: readonly StandingRack[]): FreeCapacity {
  const here = racks.filter((rack) => rack.hall === hall.name);
  const used = hallUse(here);
  const left = (mw: number | undefined, usedKW: number) =>
    mw === undefined ? undefined : Number((mw * 1000 - usedKW).toPrecision(12));
  const [airKW, liquidKW] = [left(hall.airCoolingMW, used.airKW), left(hall.liquidCoolingMW, used.liquidKW)];
  const coolingKW = left(hall.coolingMW, used.powerKW);
  return {
    powerKW: left(hall.criticalItMW, used.powerKW) ?? 0,
    ...(airKW === undefined ? {} : { airKW }),
    ...(liquidKW === undefined ? {} : { liquidKW }),
    ...(coolingKW === undefined ? {} : { coolingKW }),
    ...(hall.rows === undefined ? {} : { positions: countPositions(hall) - reservedIn(hall).size - used.positions }),
  };
}
