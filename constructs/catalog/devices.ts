import type { DeviceType, DeviceTypeInput } from "../model/device-type";
import { unverified } from "./sources";

type Row = Omit<DeviceTypeInput, "name">;

const SHEET = "a planning figure of this project; the device's sheet decides";

const rows = {
  /** Converts the alternating current of a feed for the busbar of a rack; six modules of 5.5 kW. */
  "power-shelf-33kw": {
    kind: "powerShelf",
    rackUnits: 1,
    weightKg: 30,
    maxPowerKW: 0,
    airflow: "frontToRear",
    basis: "assumed",
    source: `NVIDIA Base Command Manager, power shelves: 6 x 5.5 kW; weight ${unverified(SHEET)}. What it passes on is counted where it is drawn`,
  },
  /** A coolant distribution unit that stands in the rack it serves. */
  "rack-cdu-4u": {
    kind: "cdu",
    rackUnits: 4,
    weightKg: 90,
    maxPowerKW: 2,
    liquidShare: 0.5,
    basis: "assumed",
    source: unverified(SHEET),
  },
  "patch-panel-1u": {
    kind: "patchPanel",
    rackUnits: 1,
    weightKg: 4,
    maxPowerKW: 0,
    airflow: "passive",
    basis: "assumed",
    source: unverified(SHEET),
  },
  "management-switch-1u": {
    kind: "switch",
    rackUnits: 1,
    weightKg: 10,
    maxPowerKW: 0.35,
    powerSupplies: { fitted: 2, required: 1, ratingKW: 0.55 },
    airflow: "rearToFront",
    basis: "assumed",
    source: unverified(SHEET),
  },
  "storage-2u": {
    kind: "storage",
    rackUnits: 2,
    weightKg: 38,
    maxPowerKW: 1.6,
    powerSupplies: { fitted: 2, required: 1, ratingKW: 2 },
    basis: "assumed",
    source: unverified(SHEET),
  },
} as const satisfies Readonly<Record<string, Row>>;

/** A device of the catalogue. */
export type DeviceTypeName = keyof typeof rows;

/** Devices that stand in racks beside machines, by name; switches of fabrics are in a catalogue of their own. */
export function deviceTypes(): ReadonlyMap<string, DeviceType> {
  // Read when asked for: a program that imports the catalogue needs no schema.
  known ??= read();
  return known;
}

let known: ReadonlyMap<string, DeviceType> | undefined;

function read(): ReadonlyMap<string, DeviceType> {
  const schema = (require("../model/device-type") as typeof import("../model/device-type")).DeviceType;
  return new Map(Object.entries<Row>(rows).map(([name, row]) => [name, schema.parse({ name, ...row })]));
}
