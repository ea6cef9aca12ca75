import { reported, vendor } from "./figure";
import { sources } from "./sources";
import type { Accelerator } from "./types";

const nvidia = (name: string, memoryGB?: Accelerator["memoryGB"]): Accelerator => ({
  name,
  vendor: "NVIDIA",
  kind: "gpu",
  ...(memoryGB === undefined ? {} : { memoryGB }),
});

const aws = (
  name: string,
  kind: "trainium" | "inferentia",
  memoryGB: number,
  source: string = sources.ec2,
): Accelerator => ({
  name,
  vendor: "AWS",
  kind,
  memoryGB: vendor(memoryGB, source),
});

const tpu = (name: string, memoryGB: number, source: string = sources.tpu): Accelerator => ({
  name,
  vendor: "Google",
  kind: "tpu",
  memoryGB: vendor(memoryGB, source),
});

/** Keeps the names literal types. */
function named<K extends string>(entries: Readonly<Record<K, Accelerator>>): Readonly<Record<K, Accelerator>> {
  return entries;
}

/**
 * Every accelerator that a machine of the catalogue carries, by name.
 *
 * Memory is what the vendor's product name or data sheet counts, in the vendor's GB, for one chip. What a driver
 * reports is a little less (EC2 records 183,359 MiB for a B200 and 275,040 MiB for a B300).
 */
export const accelerators = named({
  "A100 40GB": nvidia("A100 40GB", vendor(40, sources.ec2)),
  "A100 80GB": nvidia("A100 80GB", vendor(80, sources.ec2)),
  A10G: nvidia("A10G", vendor(24, `${sources.ec2}: 22,888 MiB of 24 GB usable`)),
  L4: nvidia("L4", vendor(24, `${sources.ec2}: 22,888 MiB of 24 GB usable`)),
  L40S: nvidia("L40S", vendor(48, sources.nim)),
  "RTX PRO 6000": nvidia("RTX PRO 6000", vendor(96, sources.nim)),
  H100: nvidia("H100", vendor(80, sources.nim)),
  H200: nvidia("H200", vendor(141, sources.nim)),
  B200: nvidia("B200", vendor(180, sources.nim)),
  B300: nvidia("B300", vendor(288, sources.nim)),
  /** One of the two GPUs of a GB200 superchip, B200-class. */
  GB200: nvidia("GB200", reported(186, sources.mlperfGb200)),
  /** One of the two GPUs of a GB300 superchip, B300-class. */
  GB300: nvidia("GB300", vendor(288, sources.nim)),
  Rubin: nvidia("Rubin"),
  MI300X: { name: "MI300X", vendor: "AMD", kind: "gpu", memoryGB: vendor(192, sources.azureSizes) },
  Trainium: aws("Trainium", "trainium", 32),
  Trainium2: aws("Trainium2", "trainium", 96, sources.trainium2),
  Inferentia2: aws("Inferentia2", "inferentia", 32),
  "TPU v4": tpu("TPU v4", 32, sources.tpuV4),
  "TPU v5e": tpu("TPU v5e", 16),
  "TPU v5p": tpu("TPU v5p", 95),
  "TPU v6e": tpu("TPU v6e", 32),
  TPU7x: tpu("TPU7x", 192),
});

/** Names of the accelerators in the catalogue. */
export type AcceleratorName = keyof typeof accelerators;
