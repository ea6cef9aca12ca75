import { acceleratorOf, type Machine } from "../catalog";
import { hasInfiniBand } from "./azure-names";
import { isNeuron } from "./node-marks";

/** Something that pods ask for by name and number, and how much of it a machine has. */
export interface ExtendedResource {
  readonly name: string;
  readonly perMachine: number;
}

/**
 * Slots for pods that share the InfiniBand cards of a machine; not the number of cards. Source: Azure/aks-rdma-infiniband,
 * configs/nicclusterpolicy/rdma-shared-device-plugin.
 */
export const RDMA_SLOTS = 63;

/** What AKS pods ask for to share the InfiniBand cards of their machine. Source: as above. */
export const RDMA_RESOURCE = "rdma/shared_ib";

/** The extended resource that the accelerators of a machine are, as its device plugin names it. A count is of chips. */
export function acceleratorResource(machine: Machine): ExtendedResource {
  const perMachine = machine.accelerators.value;
  if (machine.tpu !== undefined) return { name: "google.com/tpu", perMachine };
  if (isNeuron(machine)) return { name: "aws.amazon.com/neuron", perMachine };
  return { name: isAmd(machine) ? "amd.com/gpu" : "nvidia.com/gpu", perMachine };
}

export const isAmd = (machine: Machine): boolean => acceleratorOf(machine)?.vendor === "AMD";

/** EFA interfaces of a machine: as many as it has cards that take one. */
export const efaInterfaces = (machine: Machine): number => machine.networkCards?.efaCards.length ?? 0;

/**
 * Whether machines of this type share an NVLink domain with others, which pods enter through a `ComputeDomain` of NVIDIA's DRA
 * driver. Source: documentation of the driver, ComputeDomains.
 */
export const hasNvlinkDomain = (machine: Machine): boolean => /^GB\d/.test(machine.accelerator);

/** Everything that the pods of a machine ask for by name, the accelerators first. */
export function extendedResources(machine: Machine): readonly ExtendedResource[] {
  const efa = machine.offer === "aws" ? efaInterfaces(machine) : 0;
  return [
    acceleratorResource(machine),
    ...(efa === 0 ? [] : [{ name: "vpc.amazonaws.com/efa", perMachine: efa }]),
    ...(machine.offer === "azure" && hasInfiniBand(machine.type)
      ? [{ name: RDMA_RESOURCE, perMachine: RDMA_SLOTS }]
      : []),
  ];
}
