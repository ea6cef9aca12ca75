import { z } from "zod";
import { AirClass, WaterClass } from "./device-type";
import { Hostlist } from "./hostlist";
import { RedundancyScheme } from "./power-topology";
import { type DeepReadonly, Name, nonNegative, positiveCount, Share, Text } from "./primitives";
import { positive } from "./rack-feed";

/** What a position that is kept from machines is for. `growth` and `blocked` stay empty. */
export const PositionUse = z.enum(["network", "storage", "management", "power", "cooling", "growth", "blocked"]);
export type PositionUse = z.infer<typeof PositionUse>;

/** Rows of a hall that are alike. */
export const HallRows = z.strictObject({
  name: Name,
  /** The rows: `r[01-08]`. A position is its row and its number in it: `r01-01`. */
  rows: Hostlist,
  /** Positions in each row. */
  racks: positiveCount("positions"),
  /** Most IT power of one row, what its busway or its distribution units deliver. Absent: the hall's power alone limits it. */
  rowKW: nonNegative("kW").optional(),
  /** The rack type of these rows. Absent: the hall's. */
  rackType: Name.optional(),
  /** Middle of the first rack of the first row, from the hall's corner. Absent: after the rows before. */
  xM: nonNegative("m").optional(),
  yM: nonNegative("m").optional(),
});
export type HallRows = z.infer<typeof HallRows>;

/** Distances on the floor. Rows stand in pairs: a cold aisle before each pair's fronts, a hot aisle between backs. */
export const FloorPlan = z.strictObject({
  /** From the middle of a rack to the middle of the next in its row. */
  rackPitchM: positive("m").default(0.6),
  rackDepthM: positive("m").default(1.2),
  /** Clear width of an aisle that fronts look on. */
  coldAisleM: positive("m").default(1.8),
  /** Clear width of an aisle that backs look on. */
  hotAisleM: positive("m").default(1.2),
  /** Clear width between the walls and the racks. */
  marginM: nonNegative("m").default(1.5),
});
export type FloorPlan = z.infer<typeof FloorPlan>;

/** Positions that are kept from machines, with what stands there in power and heat. */
export const ReservedPositions = z.strictObject({
  name: Name,
  positions: Hostlist,
  use: PositionUse,
  /** Power of each, where no layout says what stands there. Above the hall's own density it is wrong. */
  rackKW: nonNegative("kW").optional(),
  /** Share of that power that liquid takes away. */
  liquidShare: Share.optional(),
  note: Text.optional(),
});
export type ReservedPositions = z.infer<typeof ReservedPositions>;

/** A room with its own power and cooling capacity. */
export const Hall = z.strictObject({
  name: Name,
  criticalItMW: nonNegative("MW"),
  /** Most heat the hall's cooling removes, by air and liquid together. Absent: not known, and not checked. */
  coolingMW: nonNegative("MW").optional(),
  /** Most heat that air takes away. Absent: as much as `coolingMW`. */
  airCoolingMW: nonNegative("MW").optional(),
  /** Most heat that liquid takes away. Absent: not known; a machine cooled by liquid then needs a loop of the topology. */
  liquidCoolingMW: nonNegative("MW").optional(),
  /** Density limit of one rack. */
  rackKW: nonNegative("kW").optional(),
  /** The rack type of its positions: of the fleet, or of the catalogue. */
  rackType: Name.optional(),
  /** The rows of positions. Absent: where racks stand is not known, and nothing is laid out. */
  rows: z.array(HallRows).optional(),
  floor: FloorPlan.optional(),
  /** Positions kept from machines: for network, storage, growth, or because a pillar stands there. */
  reserved: z.array(ReservedPositions).optional(),
  /** What the floor bears under a rack: its mass over its footprint. Absent: not checked. */
  floorLoadKgPerM2: positive("kg/m2").optional(),
  /** How its power is built, as agreed. */
  redundancy: RedundancyScheme.optional(),
  /** How its cooling is built, as agreed. */
  coolingRedundancy: RedundancyScheme.optional(),
  /** The ASHRAE class of air that is kept at the inlets, at worst. */
  airClass: AirClass.optional(),
  /** The air that the hall supplies to its cold aisles. */
  airSupplyC: nonNegative("°C").optional(),
  /** The ASHRAE class of the facility water. */
  waterClass: WaterClass.optional(),
});
export type Hall = z.infer<typeof Hall>;

/** A hall as one writes it. */
export type HallInput = DeepReadonly<z.input<typeof Hall>>;
