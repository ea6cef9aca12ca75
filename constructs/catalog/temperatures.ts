import type { AirClass, WaterClass } from "../model/device-type";

/** Temperatures from and to, both allowed, in °C. */
export interface TemperatureRange {
  readonly fromC: number;
  readonly toC: number;
}

/** What to open to check the ranges below. */
export const temperatureSources = {
  air: "ASHRAE TC 9.9, Thermal Guidelines for Data Processing Environments, 5th edition (2021), as summarized by third parties",
  water: "ASHRAE TC 9.9 (2021), W classes for facility water by their highest supply temperature, from 2 °C",
} as const;

/** Air at the inlets that devices of a class stand for a while. H1 takes less than A1: 5 to 25 °C. */
export const allowableAir: Readonly<Record<AirClass, TemperatureRange>> = {
  A1: { fromC: 15, toC: 32 },
  A2: { fromC: 10, toC: 35 },
  A3: { fromC: 5, toC: 40 },
  A4: { fromC: 5, toC: 45 },
  H1: { fromC: 5, toC: 25 },
};

/** Air at the inlets that is recommended for all classes but H1, for which it is 18 to 22 °C. */
export const recommendedAir = (of: AirClass | undefined): TemperatureRange =>
  of === "H1" ? { fromC: 18, toC: 22 } : { fromC: 18, toC: 27 };

/** Facility water of a class; the last has no upper end. */
export const facilityWater: Readonly<Record<WaterClass, TemperatureRange>> = {
  W17: { fromC: 2, toC: 17 },
  W27: { fromC: 2, toC: 27 },
  W32: { fromC: 2, toC: 32 },
  W40: { fromC: 2, toC: 40 },
  W45: { fromC: 2, toC: 45 },
  "W+": { fromC: 2, toC: Number.POSITIVE_INFINITY },
};
