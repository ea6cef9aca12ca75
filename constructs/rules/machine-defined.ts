import { acceleratorOf, accelerators, findMachine, type Offer } from "../catalog";
import { didYouMean, type MachineDefinition, typeStep } from "../model";
import type { Report, Rule, RuleContext } from "./rule";

export const machineDefined: Rule = {
  id: "MACHINE-3",
  title: "a machine that the fleet defines is whole and consistent, and does not hide one of the catalogue",
  severity: "error",
  structural: true,
  formula:
    "accelerators is a whole number >= 1 and a multiple of hosts; on Google Cloud a TPU has tpu, and a GPU gpuType",
  source:
    "the catalogue's own consistency: a machine has whole accelerators, and each cloud has its own kind of field; GKE API reference, AcceleratorConfig",
  *check(context) {
    const { machines } = context.fleet;
    for (const [index, machine] of machines.entries()) {
      const twins = machines.filter((other) => other.type === machine.type).length > 1;
      const path = `machines${typeStep(machine.type)}${twins ? `[${index}]` : ""}`;
      yield* counts(machine, path);
      yield* foreignFields(machine, path);
      if (!context.isPartial(path)) yield* chip(context, machine, path);
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

/** The accelerator is known, and on Google Cloud the field that its kind is ordered by is there. */
function* chip(context: RuleContext, machine: MachineDefinition, path: string): Generator<Report> {
  const kind = acceleratorOf(machine)?.kind;
  if (kind === undefined) {
    const known = [
      ...Object.keys(accelerators),
      ...context.fleet.machines.flatMap((other) => other.newAccelerator?.name ?? []),
    ];
    const whole = "give the accelerator in full: { name, vendor, kind }";
    const meant = didYouMean(machine.accelerator, known);
    yield {
      path: `${path}.accelerator`,
      observed: machine.accelerator,
      message: `${JSON.stringify(machine.accelerator)} is no accelerator that the catalogue knows, and ${machine.type} does not describe it`,
      hint: meant === undefined ? whole : `${meant} Else ${whole}`,
    };
  }
  if (machine.offer !== "google") return;
  if (kind === "tpu" && machine.tpu === undefined) {
    yield {
      path: `${path}.tpu`,
      message: `${machine.type} has TPUs, whose generation decides the topologies of its slices; it needs tpu`,
      hint: 'for example tpu: { generation: "v5p", gkeAccelerator: "tpu-v5p-slice" }',
    };
  }
  if (kind === "gpu" && machine.gpuType === undefined) {
    yield {
      path: `${path}.gpuType`,
      message: `${machine.type} has GPUs, which GKE orders by their type; it needs gpuType`,
      hint: 'for example gpuType: "nvidia-h100-80gb"',
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
