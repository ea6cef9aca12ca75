import { deviceTypes, findMachine, type Machine, rackTypes } from "../../catalog";
import type { DeviceType, FleetSpec, RackType } from "../../model";

/** Finds what documents name: what the fleet defines itself, else the catalogue's. */
export interface RackLookups {
  machine(type: string): Machine | undefined;
  rackType(name: string): RackType | undefined;
  deviceType(name: string): DeviceType | undefined;
}

/** The lookups of a fleet. */
export function rackLookups(
  fleet: Pick<FleetSpec, "machines" | "rackTypes" | "deviceTypes">,
): RackLookups & { readonly rackTypeNames: readonly string[]; readonly deviceTypeNames: readonly string[] } {
  const machines = new Map<string, Machine>(fleet.machines.map((machine) => [machine.type, machine]));
  const racks = new Map([...rackTypes(), ...fleet.rackTypes.map((each) => [each.name, each] as const)]);
  const devices = new Map([...deviceTypes(), ...fleet.deviceTypes.map((each) => [each.name, each] as const)]);
  return {
    machine: (type) => machines.get(type) ?? findMachine(type),
    rackType: (name) => racks.get(name),
    deviceType: (name) => devices.get(name),
    rackTypeNames: [...racks.keys()],
    deviceTypeNames: [...devices.keys()],
  };
}
