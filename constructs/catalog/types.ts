import type { Figure } from "../model/basis";

/** Who offers a machine: a cloud, or `hardware` for servers and racks that stand in a site one owns, leases or has built. */
export type Offer = "aws" | "google" | "azure" | "hardware";

/** The chip. A count of accelerators is a count of chips, whatever the vendor counts. */
export interface Accelerator {
  /** The product name, e.g. `H100`, `Trainium2`, `TPU v5p`. */
  readonly name: string;
  readonly vendor: string;
  readonly kind: "gpu" | "tpu" | "trainium" | "inferentia";
  /** High-bandwidth memory of one chip, in GB as the vendor counts them. */
  readonly memoryGB?: Figure;
}

/** EC2 network cards: what decides how many EFA interfaces a machine can have and where they go. */
export interface NetworkCards {
  /** Most interfaces each card takes; the position in the list is the card's index. */
  readonly interfacesPerCard: readonly number[];
  /** Cards that take an EFA interface, by index. */
  readonly efaCards: readonly number[];
  /** IPv4 addresses, or prefixes, of one interface, its own included. Absent where it is not known. */
  readonly addressesPerInterface?: number | undefined;
}

/** TPU generations whose slices have a topology. */
export type TpuGeneration = "v4" | "v5e" | "v5p" | "v6e" | "tpu7x";

/** What one can order, keyed by its product name: an instance type, a VM size, a server, a rack. */
export interface Machine {
  /** The product name, e.g. `trn2.48xlarge`, `ct5p-hightpu-4t`, `Standard_ND96isr_H100_v5`, `gb200-nvl72`. */
  readonly type: string;
  readonly offer: Offer;
  /** Name of the accelerator in this catalogue. */
  readonly accelerator: string;
  /** Accelerators (chips) in one machine, over all its hosts. */
  readonly accelerators: Figure;
  /** Operating-system instances in one machine: 1 for a server, 18 for a GB200 NVL72 rack. */
  readonly hosts: number;
  readonly architecture: "x86_64" | "arm64";
  readonly vcpus?: Figure;
  readonly memoryGiB?: Figure;
  /** The most power one machine draws, in kW, without cooling. Clouds publish none: those figures are assumed. */
  readonly maxPowerKW?: Figure;
  /** Local NVMe, in GB. */
  readonly localStorageGB?: Figure;
  /** AWS: network cards. */
  readonly networkCards?: NetworkCards;
  /** AWS: zone ids by region, a snapshot; Google: zones by region. Absent where no list is at hand. */
  readonly offeredIn?: Readonly<Record<string, readonly string[]>>;
  /** AWS: bought as a whole UltraServer of this many machines; several where sizes exist. */
  readonly ultraServerSizes?: readonly number[];
  /** Google TPU: the generation, which decides the topologies. */
  readonly tpu?: { readonly generation: TpuGeneration; readonly gkeAccelerator: string };
  /** Google GPU: the accelerator type of the API, e.g. `nvidia-h100-80gb`. */
  readonly gpuType?: string;
  /** Hardware: height in rack units of one machine; a rack-scale machine is a whole rack and has none. */
  readonly rackUnits?: Figure;
  readonly weightKg?: Figure;
  /** Hardware: power supplies fitted, how many must work, and the rating of one in kW. */
  readonly powerSupplies?: {
    readonly fitted: number;
    readonly required: number;
    readonly ratingKW: number;
    readonly source: string;
  };
  /** Hardware: share of the heat that liquid takes, 0 to 1. */
  readonly liquidShare?: Figure;
  /** The accelerator itself, where it is newer than the catalogue; `defineMachine` sets it. */
  readonly newAccelerator?: Accelerator;
  /** Anything a reader must know before using the entry. */
  readonly note?: string;
}
