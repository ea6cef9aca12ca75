import type { Figure } from "../model/basis";
import type { AcceleratorName } from "./accelerators";
import { assumed, vendor } from "./figure";
import { type CatalogRow, defineCatalog } from "./machine";
import * as power from "./powers";
import { sources, unverified } from "./sources";
import type { Machine, TpuGeneration } from "./types";

/** What the machine types of one TPU generation have in common. */
interface Tpu {
  readonly generation: TpuGeneration;
  readonly gkeAccelerator: string;
  readonly accelerator: AcceleratorName;
  readonly offeredIn: CatalogRow["offeredIn"];
  /** The most power `chips` chips draw with their share of the host. */
  readonly power: (chips: number) => Figure;
}

const tpu = (
  { generation, gkeAccelerator, accelerator, offeredIn, power: powerOf }: Tpu,
  chips: number,
  more: Partial<CatalogRow> = {},
): CatalogRow => ({
  accelerator,
  accelerators: vendor(chips, sources.gkeTpu),
  hosts: 1,
  architecture: "x86_64",
  maxPowerKW: powerOf(chips),
  offeredIn,
  tpu: { generation, gkeAccelerator },
  ...more,
});

const size = (vcpus: number, memoryGiB: number): Partial<CatalogRow> => ({
  vcpus: vendor(vcpus, sources.gkeTpu),
  memoryGiB: vendor(memoryGiB, sources.gkeTpu),
});

const unverifiedSize = (vcpus: number, memoryGiB: number): Partial<CatalogRow> => ({
  vcpus: assumed(vcpus, unverified("vCPUs of the machine type")),
  memoryGiB: assumed(memoryGiB, unverified("memory of the machine type")),
});

/** Power a chip, its share of the host included. */
const perChip =
  (chipKW: number, hostKW: number, why: string) =>
  (chips: number): Figure =>
    power.chipsAndHost(chips, chipKW, Math.round(chips * hostKW * 1000) / 1000, why);

const v4: Tpu = {
  generation: "v4",
  gkeAccelerator: "tpu-v4-podslice",
  accelerator: "TPU v4",
  offeredIn: { "us-central2": ["us-central2-b"] },
  power: perChip(0.192, 0.188, `192 W is the most measured on a chip, the rest assumed; ${sources.tpuV4}`),
};

const v5e: Tpu = {
  generation: "v5e",
  gkeAccelerator: "tpu-v5-lite-podslice",
  accelerator: "TPU v5e",
  offeredIn: {
    "us-central1": ["us-central1-a"],
    "us-south1": ["us-south1-a"],
    "us-west1": ["us-west1-c"],
    "us-west4": ["us-west4-a"],
  },
  power: perChip(0.2, 0.1, "power of a TPU v5e chip unpublished, 0.2 kW assumed"),
};

const v5p: Tpu = {
  generation: "v5p",
  gkeAccelerator: "tpu-v5p-slice",
  accelerator: "TPU v5p",
  offeredIn: { "us-central1": ["us-central1-a"], "us-east5": ["us-east5-a"] },
  power: perChip(0.5, 0.2, "power of a TPU v5p chip unpublished, 0.5 kW assumed"),
};

const v6e: Tpu = {
  generation: "v6e",
  gkeAccelerator: "tpu-v6e-slice",
  accelerator: "TPU v6e",
  offeredIn: {
    "asia-northeast1": ["asia-northeast1-b"],
    "europe-west4": ["europe-west4-a"],
    "us-central1": ["us-central1-b"],
    "us-east1": ["us-east1-d"],
    "us-east5": ["us-east5-a", "us-east5-b"],
    "us-south1": ["us-south1-ai1b"],
  },
  power: perChip(0.3, 0.15, "power of a TPU v6e chip unpublished, 0.3 kW assumed"),
};

const tpu7x: Tpu = {
  generation: "tpu7x",
  gkeAccelerator: "tpu7x",
  accelerator: "TPU7x",
  offeredIn: { "us-central1": ["us-central1-ai1a", "us-central1-c"] },
  power: (chips) =>
    assumed(chips * 1.5625, `100 kW / 64 chips x ${chips} = ${chips * 1.5625}; ${sources.ironwoodRack}`, "atLeast"),
};

/**
 * Google machine types with TPUs, one per number of chips in a virtual machine. Slices are built of them:
 * see `resolveTopology`. Zones are the documented ones; Google gives single projects more.
 */
export const googleTpuMachines = defineCatalog("google", {
  "ct4p-hightpu-4t": tpu(v4, 4, unverifiedSize(240, 407)),
  "ct5lp-hightpu-1t": tpu(v5e, 1, size(24, 48)),
  "ct5lp-hightpu-4t": tpu(v5e, 4, size(112, 192)),
  "ct5lp-hightpu-8t": tpu(v5e, 8, size(224, 384)),
  "ct5p-hightpu-1t": tpu(v5p, 1, {
    accelerators: vendor(1, sources.clusterToolkit),
    note: "named by the Cluster Toolkit, not by GKE's own table; that it makes a 1x1x1 slice is unverified",
  }),
  "ct5p-hightpu-4t": tpu(v5p, 4, size(208, 448)),
  "ct6e-standard-1t": tpu(v6e, 1, size(44, 176)),
  "ct6e-standard-4t": tpu(v6e, 4, size(180, 720)),
  "ct6e-standard-8t": tpu(v6e, 8, size(180, 1440)),
  "tpu7x-standard-1t": tpu(tpu7x, 1, { accelerators: vendor(1, sources.xpk) }),
  "tpu7x-standard-4t": tpu(tpu7x, 4, unverifiedSize(224, 960)),
});

interface Gpu {
  readonly chips: readonly [count: number, name: AcceleratorName];
  readonly gpuType: string;
  readonly size: Partial<CatalogRow>;
  /** Local SSDs of 375 GiB. */
  readonly localSsds: number;
  readonly maxPowerKW: Figure;
  /** @default "x86_64" */
  readonly architecture?: CatalogRow["architecture"];
  readonly note?: string;
}

const gpu = ({
  chips: [count, accelerator],
  size: sizes,
  localSsds,
  architecture = "x86_64",
  ...rest
}: Gpu): CatalogRow => ({
  accelerator,
  accelerators: vendor(count, sources.clusterToolkit),
  hosts: 1,
  architecture,
  ...sizes,
  ...(localSsds === 0
    ? {}
    : {
        localStorageGB: vendor(
          Math.round(localSsds * 375 * 1.073741824),
          `${localSsds} local SSDs of 375 GiB; ${sources.clusterToolkit}`,
        ),
      }),
  ...rest,
});

const documentedSize = (vcpus: number, memoryGiB: number): Partial<CatalogRow> => ({
  vcpus: vendor(vcpus, sources.computeEngine),
  memoryGiB: vendor(memoryGiB, sources.computeEngine),
});

/** Google machine types with GPUs. Their zones were not at hand, so that none are listed. */
export const googleGpuMachines = defineCatalog("google", {
  "a3-highgpu-8g": gpu({
    chips: [8, "H100"],
    gpuType: "nvidia-h100-80gb",
    size: documentedSize(208, 1872),
    localSsds: 16,
    maxPowerKW: power.likeDgxH100,
  }),
  "a3-megagpu-8g": gpu({
    chips: [8, "H100"],
    gpuType: "nvidia-h100-mega-80gb",
    size: documentedSize(208, 1872),
    localSsds: 16,
    maxPowerKW: power.likeDgxH100,
  }),
  "a3-ultragpu-8g": gpu({
    chips: [8, "H200"],
    gpuType: "nvidia-h200-141gb",
    size: unverifiedSize(224, 2952),
    localSsds: 32,
    maxPowerKW: power.likeDgxH200,
  }),
  "a4-highgpu-8g": gpu({
    chips: [8, "B200"],
    gpuType: "nvidia-b200",
    size: unverifiedSize(224, 3968),
    localSsds: 32,
    maxPowerKW: power.likeDgxB200,
  }),
  "a4x-highgpu-4g": gpu({
    chips: [4, "GB200"],
    gpuType: "nvidia-gb200",
    size: unverifiedSize(140, 884),
    localSsds: 0,
    maxPowerKW: power.gb200Tray,
    architecture: "arm64",
    note: "18 machines share one NVLink domain, the topology 1x72",
  }),
});

/** Google machine types with accelerators, TPUs and GPUs. */
export const googleMachines: Readonly<Record<GoogleTpuMachineType | GoogleGpuMachineType, Machine>> = {
  ...googleTpuMachines,
  ...googleGpuMachines,
};

/** A Google machine type with TPUs. */
export type GoogleTpuMachineType = keyof typeof googleTpuMachines;
/** A Google machine type with GPUs. */
export type GoogleGpuMachineType = keyof typeof googleGpuMachines;
