import { acceleratorOf, type Machine } from "../catalog";
import type { AwsImage } from "../model";
import { isNeuron } from "./node-marks";

type Managed = Exclude<AwsImage["kind"], "custom">;

const isNvidia = (machine: Machine): boolean => acceleratorOf(machine)?.vendor === "NVIDIA";

/**
 * The type of image with the driver of the chip, for the architecture of the host; nothing where EKS has none. Source: Amazon
 * EKS user guide, EKS-optimized accelerated AMIs: Amazon Linux for NVIDIA on both architectures and for Neuron on x86_64;
 * Bottlerocket with NVIDIA on x86_64, on arm64 for G5g alone, and its standard image for Neuron.
 */
export function amiTypeOf(machine: Machine, kind: Managed = "al2023"): string | undefined {
  const x86 = machine.architecture === "x86_64";
  if (isNeuron(machine)) {
    if (!x86) return undefined;
    return kind === "al2023" ? "AL2023_x86_64_NEURON" : "BOTTLEROCKET_x86_64";
  }
  if (!isNvidia(machine)) return undefined;
  if (kind === "al2023") return x86 ? "AL2023_x86_64_NVIDIA" : "AL2023_ARM_64_NVIDIA";
  return x86 ? "BOTTLEROCKET_x86_64_NVIDIA" : undefined;
}
