import { accelerators } from "./accelerators";
import { awsMachines } from "./aws-machines";
import { azureMachines } from "./azure-machines";
import { googleMachines } from "./google-machines";
import { hardwareMachines } from "./hardware-machines";
import type { Accelerator, Machine, Offer } from "./types";

const machines: ReadonlyMap<string, Machine> = new Map(
  Object.entries({ ...awsMachines, ...googleMachines, ...azureMachines, ...hardwareMachines }),
);

const acceleratorsByName: ReadonlyMap<string, Accelerator> = new Map(Object.entries<Accelerator>(accelerators));

/** The machine of that product name in any catalogue, or nothing. Names are matched exactly. */
export function findMachine(type: string): Machine | undefined {
  return machines.get(type);
}

/** Product names of all machines, or of one offer's, in catalogue order. */
export function machineTypes(offer?: Offer): readonly string[] {
  const wanted = [...machines.values()].filter((machine) => offer === undefined || machine.offer === offer);
  return wanted.map((machine) => machine.type);
}

/** The accelerator of a machine; nothing for a machine that was defined with a chip the catalogue does not know. */
export function acceleratorOf(machine: Machine): Accelerator | undefined {
  return machine.newAccelerator ?? acceleratorsByName.get(machine.accelerator);
}
