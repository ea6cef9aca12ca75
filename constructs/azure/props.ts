import type { z } from "zod";
import type { AzureMachineType, DefinedMachine } from "../catalog";
import type { CloudClusterProps, CloudPoolProps, CloudSiteProps } from "../fleet/cloud-site";
import type {
  AzureApiServer,
  AzureClusterNetworkInput,
  AzureEncryption,
  AzureKeyVaultInput,
  AzureOsSku,
  AzureSiteNetworkInput,
  AzureSystemPool,
  AzureUpgrades,
  DeepReadonly,
  KubernetesScheduler,
} from "../model";
import type { AzureContract } from "./capacity";
import type { AzureLustreOptions } from "./storage";

/** Machines of one VM size, by count. */
export interface AzurePoolProps extends CloudPoolProps {
  /**
   * The pool's name: 1 to 12 lower-case letters and digits, a letter first. Name the pools of a cluster that has two of one
   * accelerator.
   * @default - the accelerator's name, e.g. `h100`
   */
  readonly name?: string;
  readonly machine: AzureMachineType | DefinedMachine<"azure">;
  /** Number of machines. Above 1,000 the pool becomes several node pools: `h100`, `h100x2`, ..., each filled before the next. */
  readonly count: number;
  /** `onDemand()`, `spot()` or `capacityReservation({...})` of `siteform/azure`. */
  readonly capacity: AzureContract;
  /**
   * Lets the cluster autoscaler choose a number of machines between `min` and the pool's count. With a reservation, which is
   * paid for, used or not, that saves nothing.
   * @default - as many as the count, always
   */
  readonly autoscale?: { readonly min: number };
  /**
   * The system's image. `Ubuntu` is 22.04 up to Kubernetes 1.34 and 24.04 from 1.35 on. `Ubuntu2404` needs azurerm 4.67, which
   * raises the floor of the site's stack.
   * @default "Ubuntu"
   */
  readonly osSku?: AzureOsSku;
  /**
   * Who installs the driver: AKS, or with `None` the operator of the GPU's vendor, which one installs oneself.
   * @default - "Install" where AKS has a driver: "None" for AMD and for GB200 and GB300
   */
  readonly gpuDriver?: "Install" | "None";
  /**
   * The system's disk: `Ephemeral` lies on the machine itself, which is faster and costs nothing, and needs room there.
   * @default - a managed disk of AKS's size
   */
  readonly osDisk?: { readonly type: "Managed" | "Ephemeral"; readonly sizeGB?: number };
  /**
   * Most pods on a machine, 10 to 250.
   * @default - AKS's, 250 in an overlay
   */
  readonly maxPods?: number;
  /**
   * A proximity placement group that exists, by resource id.
   * @default - none
   */
  readonly proximityPlacementGroup?: string;
  /**
   * Labels of the Kubernetes nodes, beside `siteform.dev/pool`.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Taints of the Kubernetes nodes, beside `sku=gpu:NoSchedule`.
   * @default - none
   */
  readonly taints?: readonly {
    readonly key: string;
    /** @default - none */
    readonly value?: string;
    readonly effect: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
  }[];
}

/** An AKS cluster. */
export interface AzureClusterProps extends CloudClusterProps {
  /** @default kubernetes() - the version AKS gives by default, which it does not raise by itself but for patches */
  readonly scheduler?: KubernetesScheduler;
  /**
   * `nodes`: the cluster's subnet in the site's network. `pods`: an overlay of which each machine takes a /24, so that a /16
   * holds 256 machines. `services`: an overlay too, from /13 to /28. Neither overlay may overlap the site's network.
   * `subnetId`: a subnet that exists and has the range `nodes`. `apiServer`: a subnet of at least /28 for the API server itself.
   * `storage`: the subnet of the cluster's file systems.
   */
  readonly network: AzureClusterNetworkInput;
  /**
   * What Microsoft promises of the control plane. Premium is long-term support of a version, which the cluster then has.
   * @default "Standard"
   */
  readonly tier?: "Standard" | "Premium";
  /**
   * Machines for what runs beside the accelerators.
   * @default - three Standard_D8ds_v5, in no particular zone
   */
  readonly system?: DeepReadonly<z.input<typeof AzureSystemPool>>;
  /**
   * Who reaches the API server: `{ access: "private", dnsZone }`, or `{ access: "public", authorizedRanges }`. To a public one the
   * machines come by the way out: the site's own NAT gateway is let in, the addresses of anything else belong into the ranges.
   * @default - private, its name in a zone of AKS's own
   */
  readonly apiServer?: DeepReadonly<z.input<typeof AzureApiServer>>;
  /**
   * Groups of Microsoft Entra, by object id, whose members administer the cluster. With any, AKS's local accounts are off.
   * @default - none: local accounts stay on, since nobody else could sign in
   */
  readonly admins?: readonly string[];
  /**
   * What comes by itself: versions of Kubernetes, images of machines; and in which weekly hours.
   * @default - patches and images, at any time
   */
  readonly upgrades?: DeepReadonly<z.input<typeof AzureUpgrades>>;
  /**
   * Keys of one's own: of disks (`"site"`, a key in the site's key vault, or the id of a disk encryption set), of secrets
   * (`"site"`), and encryption on the host, for which the subscription has the feature `Microsoft.Compute/EncryptionAtHost`.
   * @default - the platform's keys
   */
  readonly encryption?: DeepReadonly<z.input<typeof AzureEncryption>>;
  /**
   * A Log Analytics workspace, by id, to which the logs of the control plane go.
   * @default - nowhere
   */
  readonly logs?: { readonly workspace: string };
  /**
   * File systems beside the cluster: `lustre({...})`.
   * @default - none
   */
  readonly storage?: readonly ({ readonly kind: "lustre" } & AzureLustreOptions)[];
  /**
   * Whether AKS runs its driver for Blob Storage on every node, by which pods mount containers of storage accounts.
   * @default false
   */
  readonly blobDriver?: boolean;
  readonly pools: readonly AzurePoolProps[];
}

export interface AzureSiteProps extends CloudSiteProps {
  /** The subscription's id, a UUID. */
  readonly subscription: string;
  /**
   * The tenant of Microsoft Entra, a UUID.
   * @default - that of whoever runs Terraform
   */
  readonly tenant?: string;
  /**
   * Whether Terraform signs in with the token of its pipeline (workload identity federation).
   * @default false
   */
  readonly useOidc?: boolean;
  /** The region, e.g. `eastus2`. */
  readonly region: string;
  /**
   * One stack for the site, or one a cluster, after a foundation stack of the site's name for what they share and for their
   * subnets: resource group, virtual network, private endpoints, key vault, storage accounts. Choose before the first deploy: moving resources between
   * stacks is manual work.
   * @default "single"
   */
  readonly stacks?: "single" | "perCluster";
  /**
   * A resource group that exists, by name.
   * @default - one of the site's name is made
   */
  readonly resourceGroup?: string;
  /**
   * Tags of everything that takes tags, beside `siteform:fleet`, `siteform:site`, `siteform:cluster` and `siteform:pool`.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * The virtual network of the site's clusters: its IPv4 ranges (`cidrs`), its `id` where it exists, the subnet of private
   * endpoints (`endpoints`), private DNS zones that exist (`dnsZones`), and the way out (`egress`: `nat()`, `routed()` or
   * `isolated()`).
   */
  readonly network: AzureSiteNetworkInput;
  /**
   * Who sees to AKS's InfiniBand feature in the subscription: somebody else, once (`external`), or this site's stack
   * (`register`), which then owns the subscription's registration with AKS. See docs/azure.md before you choose the latter.
   * @default - not said: the stack leaves the feature alone, and a warning says what it must be
   */
  readonly infiniband?: "external" | "register";
  /**
   * A key vault for keys of one's own, and the principals that make keys in it, whoever runs Terraform among them.
   * @default - none
   */
  readonly keyVault?: AzureKeyVaultInput;
}
