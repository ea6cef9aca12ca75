import { acceleratorOf, type Machine } from "../catalog";
import type { AzurePool } from "../model";
import { isNvlinkRack } from "./azure-names";

/** Whether AKS has a driver for the machine: NVIDIA's, for x86 hosts. Source: AKS documentation, GPUs and GB200. */
export const driverInstallable = (machine: Machine): boolean =>
  acceleratorOf(machine)?.vendor !== "AMD" && machine.architecture !== "arm64" && !isNvlinkRack(machine.type);

/**
 * Who installs the driver of a pool's machines: AKS where it has one and nothing else was asked for, else the operator of the vendor.
 * Always written: the provider reads what AKS chose, and replaces a pool that leaves it out.
 */
export const gpuDriverOf = (pool: Pick<AzurePool, "gpuDriver">, machine: Machine): "Install" | "None" =>
  pool.gpuDriver ?? (driverInstallable(machine) ? "Install" : "None");
