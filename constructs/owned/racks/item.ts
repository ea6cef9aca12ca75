import type { Machine } from "../../catalog";
import type { DeviceType, Figure } from "../../model";
import type { Amounts } from "../layout/capacity";
import type { Supplies } from "../power/rack-feeds";
import { GRAMS_PER_KG, HALVES_PER_UNIT, taken, WATTS_PER_KW } from "./whole-units";

/** What one machine or device is to the rack that it stands in, and to the hall around it. */
export interface RackItem {
  /** Its product name. */
  readonly type: string;
  /** It is a rack of its own and takes a position, not units; its weight is that of the whole rack. */
  readonly isRack: boolean;
  /** Height in half rack units; 0 for a rack of its own, and for what hangs beside the devices. */
  readonly halfUnits: number;
  /** In grams. Absent: nobody says, and it is not weighed. */
  readonly grams?: number;
  /** The most it draws, in watts. Absent: nobody says, and it is not counted. */
  readonly watts?: number;
  /** Of those, what liquid takes away; the rest goes into the air. */
  readonly liquidWatts: number;
  readonly supplies?: Supplies;
  readonly depthMm?: number;
}

/** A machine as its racks see it; `powerKW` where the pool states another power than the catalogue. */
export function machineItem(machine: Machine, powerKW?: Pick<Figure, "value">): RackItem {
  const { type, rackUnits, weightKg, powerSupplies } = machine;
  const power = (powerKW ?? machine.maxPowerKW)?.value;
  return {
    type,
    isRack: rackUnits === undefined,
    halfUnits: taken(rackUnits?.value ?? 0, HALVES_PER_UNIT),
    ...(weightKg === undefined ? {} : { grams: taken(weightKg.value, GRAMS_PER_KG) }),
    ...heatOf(power, machine.liquidShare?.value ?? 0),
    ...(powerSupplies === undefined
      ? {}
      : { supplies: { fitted: powerSupplies.fitted, required: powerSupplies.required } }),
  };
}

/** A device as its racks see it. */
export function deviceItem(device: DeviceType): RackItem {
  const { name, powerSupplies, depthMm } = device;
  return {
    type: name,
    isRack: false,
    halfUnits: taken(device.rackUnits, HALVES_PER_UNIT),
    grams: taken(device.weightKg, GRAMS_PER_KG),
    ...heatOf(device.maxPowerKW, device.liquidShare),
    ...(powerSupplies === undefined
      ? {}
      : { supplies: { fitted: powerSupplies.fitted, required: powerSupplies.required } }),
    ...(depthMm === undefined ? {} : { depthMm }),
  };
}

/** What something takes of the limits of its hall, in watts by their names: all power becomes heat in air or in liquid. */
export const heatTaken = ({ watts = 0, liquidWatts }: Pick<RackItem, "watts" | "liquidWatts">): Amounts => ({
  power: watts,
  air: watts - liquidWatts,
  liquid: liquidWatts,
  cooling: watts,
});

/** All power becomes heat: what liquid does not take goes into the air. */
function heatOf(powerKW: number | undefined, liquidShare: number): Pick<RackItem, "watts" | "liquidWatts"> {
  if (powerKW === undefined) return { liquidWatts: 0 };
  const watts = taken(powerKW, WATTS_PER_KW);
  return { watts, liquidWatts: Math.round(watts * liquidShare) };
}
