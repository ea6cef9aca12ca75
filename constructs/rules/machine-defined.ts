import { findMachine, type Offer } from "../catalog";
import type { MachineDefinition } from "../model";
import type { Report, Rule } from "./rule";

export const machineDefined: Rule = {
  id: "MACHINE-3",
  title: "a machine that the fleet defines is whole and consistent, and does not hide one of the catalogue",
  severity: "error",
  formula: "accelerators is a whole number >= 1 and a multiple of hosts",
  source: "the catalogue's own consistency: a machine has whole accelerators, and each cloud has its own kind of field",
  *check(context) {
    for (const [index, machine] of context.fleet.machines.entries()) {
      const path = `machines[${index}]`;
      yield* counts(machine, path);
      yield* foreignFields(machine, path);
      const named = machine.newAccelerator?.name;
      if (named !== undefined && named !== machine.accelerator) {
        const message = `${machine.type} has the accelerator ${JSON.stringify(machine.accelerator)}, but describes ${JSON.stringify(named)}`;
        yield { path: `${path}.newAccelerator.name`, observed: named, limit: machine.accelerator, message };
      }
      if (findMachine(machine.type) !== undefined) {
        yield {
          path: `${path}.type`,
          severity: "warning",
          observed: machine.type,
          message: `${machine.type} is in the catalogue already; this definition replaces it in the whole fleet`,
          hint: "give a figure that differs at the pool (machinePowerKW), or the machine another name",
        };
      }
    }
  },
};

function* counts(machine: MachineDefinition, path: string): Generator<Report> {
  const { value } = machine.accelerators;
  const place = { path: `${path}.accelerators.value`, observed: value, unit: "accelerators" };
  if (!Number.isInteger(value) || value < 1) {
    yield {
      ...place,
      limit: 1,
      message: `${machine.type} must have a whole number of accelerators, 1 or more; got ${value}`,
    };
  } else if (value % machine.hosts !== 0) {
    yield {
      ...place,
      message: `${machine.type} has ${value} accelerators, which ${machine.hosts} hosts do not share evenly`,
    };
  }
}

type Field = keyof MachineDefinition;

/** Fields that only one offer has. */
const ownFields: Readonly<Record<Offer, readonly Field[]>> = {
  aws: ["networkCards", "ultraServerSizes"],
  google: ["tpu", "gpuType"],
  azure: [],
  hardware: ["rackUnits", "powerSupplies"],
};

function* foreignFields(machine: MachineDefinition, path: string): Generator<Report> {
  const others = (["aws", "google", "azure", "hardware"] as const).filter((offer) => offer !== machine.offer);
  for (const offer of others) {
    for (const field of ownFields[offer]) {
      if (machine[field] === undefined) continue;
      const message = `${machine.type} is offered as ${machine.offer}, where no machine has ${field}; only ${offer} machines do`;
      yield {
        path: `${path}.${field}`,
        observed: machine.offer,
        limit: offer,
        message,
        hint: `remove ${field}, or correct the offer`,
      };
    }
  }
}
