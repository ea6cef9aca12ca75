import { findMachine, type Machine } from "../../../constructs/catalog";
import { Hall, type HallInput } from "../../../constructs/model";
import { RackType, type RackTypeInput } from "../../../constructs/model/rack-type";

/** The rack of the fourth case: 42 U, 50 kW, 1,000 kg with 210 kg of its own, three feeds of 415 V and 60 A. */
export const rackType = (more: Partial<RackTypeInput> = {}): RackType =>
  RackType.parse({
    name: "r42",
    units: 42,
    ratedKW: 50,
    maxWeightKg: 1000,
    tareKg: 210,
    feeds: { count: 3, sides: ["A", "B", "C"], voltageV: 415, currentA: 60, powerFactor: 0.95 },
    basis: "assumed",
    source: "issue 4, case 4",
    ...more,
  });

/** Its hall: 3,600 kW, air cooling for 3,000 kW, 96 positions. */
export const hall = (more: Partial<HallInput> = {}): Hall =>
  Hall.parse({
    name: "h1",
    criticalItMW: 3.6,
    airCoolingMW: 3,
    rackType: "r42",
    rows: [{ name: "compute", rows: "r[01-08]", racks: 12 }],
    ...more,
  });

export function machine(type: string, more: Partial<Machine> = {}): Machine {
  const found = findMachine(type);
  if (found === undefined) throw new Error(`the catalogue has no ${type}`);
  return { ...found, ...more };
}
