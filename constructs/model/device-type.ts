import { z } from "zod";
import { Basis } from "./basis";
import { type DeepReadonly, Name, nonNegative, positiveCount, Share, Text } from "./primitives";
import { positive } from "./rack-feed";
import { show } from "./show";

/** What a device in a rack is for. */
export const DeviceKind = z.enum([
  "switch",
  "storage",
  "server",
  "pdu",
  "powerShelf",
  "cdu",
  "patchPanel",
  "console",
  "other",
]);
export type DeviceKind = z.infer<typeof DeviceKind>;

/** Which way air goes through a device. Devices of one rack that blow against each other heat each other. */
export const Airflow = z.enum(["frontToRear", "rearToFront", "sideToRear", "passive"]);
export type Airflow = z.infer<typeof Airflow>;

/** Envelopes of ASHRAE TC 9.9 for the air at a device's inlet. */
export const AirClass = z.enum(["A1", "A2", "A3", "A4", "H1"]);
export type AirClass = z.infer<typeof AirClass>;

/** Classes of ASHRAE TC 9.9 (5th edition, 2021) for facility water, by its highest supply temperature. */
export const WaterClass = z.enum(["W17", "W27", "W32", "W40", "W45", "W+"]);
export type WaterClass = z.infer<typeof WaterClass>;

/** Height in rack units: whole or half ones; 0 for what hangs beside the devices. */
export const rackUnits = () => {
  const error = (issue: { readonly input?: unknown }) =>
    `must be a number of rack units in steps of 0.5, 0 or more; got ${show(issue.input)}`;
  return z.number({ error }).min(0, { error }).multipleOf(0.5, { error });
};

/** Something in a rack that is no machine of a pool: a switch, storage, a power shelf. Machines are the catalogue's. */
export const DeviceType = z.strictObject({
  name: Name,
  kind: DeviceKind,
  description: Text.optional(),
  rackUnits: rackUnits(),
  depthMm: positive("mm").optional(),
  weightKg: nonNegative("kg"),
  /** Most power it draws, not the sum of its supplies. */
  maxPowerKW: nonNegative("kW"),
  /** Supplies fitted, how many of them must work, and the rating of one. Absent: how it is corded is not checked. */
  powerSupplies: z
    .strictObject({ fitted: positiveCount("supplies"), required: positiveCount("supplies"), ratingKW: positive("kW") })
    .optional(),
  /** Share of its heat that liquid takes. */
  liquidShare: Share.default(0),
  airflow: Airflow.default("frontToRear"),
  /** The class of air that it is built for. Absent: not checked. */
  airClass: AirClass.optional(),
  /** Warmest water at its inlet. Absent: not checked. */
  maxWaterSupplyC: nonNegative("°C").optional(),
  basis: Basis,
  source: Text,
});
export type DeviceType = z.infer<typeof DeviceType>;

/** A device type as one writes it. */
export type DeviceTypeInput = DeepReadonly<z.input<typeof DeviceType>>;
