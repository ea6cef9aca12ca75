import { z } from "zod";
import { Cidr } from "./address";
import { AwsCapacity, AzureCapacity, GoogleCapacity, OwnedCapacity, SiteCapacity } from "./capacity";
import { type DeepReadonly, FigureSchema, filledList, Name, positiveCount, Text, textLike } from "./primitives";

export const Purpose = z.enum(["training", "inference", "research", "mixed"]);
export type Purpose = z.infer<typeof Purpose>;

const version = textLike(/^\d+\.\d+(\.\d+)?$/, 'a version in quotes, such as "1.34"');
export const KubernetesScheduler = z.strictObject({ kind: z.literal("kubernetes"), version: version.optional() });
export const SlurmScheduler = z.strictObject({ kind: z.literal("slurm"), version: version.optional() });
/** Who places work on the machines. */
export const Scheduler = z.discriminatedUnion("kind", [KubernetesScheduler, SlurmScheduler]);
export type KubernetesScheduler = z.infer<typeof KubernetesScheduler>;
export type Scheduler = z.infer<typeof Scheduler>;

const machineCount = positiveCount("machines");

const poolBase = {
  name: Name,
  /** Product name in the catalogue, or in the fleet's own `machines`. */
  machine: Text,
  /** Power of one machine where the catalogue's figure is not the one that holds here. */
  machinePowerKW: FigureSchema.optional(),
};

const countedPool = { ...poolBase, count: machineCount };

export const AwsPool = z.strictObject({ ...countedPool, capacity: AwsCapacity });
/** A Google pool is machines by count, or TPU slices by topology; a slice is atomic. */
export const GooglePool = z.strictObject({
  ...poolBase,
  count: machineCount.optional(),
  topology: Text.optional(),
  slices: positiveCount("slices").optional(),
  capacity: GoogleCapacity,
});
export const AzurePool = z.strictObject({ ...countedPool, capacity: AzureCapacity });
export const OwnedPool = z.strictObject({ ...countedPool, capacity: OwnedCapacity });
export const LeasedPool = z.strictObject({ ...countedPool, capacity: SiteCapacity });
export type AwsPool = z.infer<typeof AwsPool>;
export type GooglePool = z.infer<typeof GooglePool>;
export type AzurePool = z.infer<typeof AzurePool>;
export type OwnedPool = z.infer<typeof OwnedPool>;
export type LeasedPool = z.infer<typeof LeasedPool>;
export type Pool = AwsPool | GooglePool | AzurePool | OwnedPool | LeasedPool;

const clusterBase = {
  name: Name,
  purpose: Purpose.default("mixed"),
};
const pools = <P extends z.ZodType>(pool: P) => filledList(pool, "must hold at least one pool");

/** AWS: a VPC of the cluster's own; without it the cluster stands in the site's. */
export const AwsNetwork = z.strictObject({
  cidrs: filledList(Cidr, "must hold at least one IPv4 range"),
  services: Cidr.optional(),
  /** The range of the accelerator subnet of a zone. Default: the upper half of the first range for the first zone, then a range each. */
  accelerators: z.record(z.string(), Cidr).optional(),
  /** Zones of the control plane and the system machines, at least two. */
  zoneIds: filledList(z.string(), "must hold at least two zone ids: EKS needs subnets in two zones", 2).optional(),
});
export const GoogleClusterNetwork = z.strictObject({ nodes: Cidr, pods: Cidr, services: Cidr, controlPlane: Cidr });
export const AzureClusterNetwork = z.strictObject({ nodes: Cidr, pods: Cidr, services: Cidr });
export type AwsNetwork = z.infer<typeof AwsNetwork>;
export type GoogleClusterNetwork = z.infer<typeof GoogleClusterNetwork>;
export type AzureClusterNetwork = z.infer<typeof AzureClusterNetwork>;

const cloudScheduler = KubernetesScheduler.default({ kind: "kubernetes" });

export const AwsCluster = z.strictObject({
  ...clusterBase,
  scheduler: cloudScheduler,
  network: AwsNetwork.optional(),
  pools: pools(AwsPool),
});
export const GoogleCluster = z.strictObject({
  ...clusterBase,
  scheduler: cloudScheduler,
  network: GoogleClusterNetwork,
  pools: pools(GooglePool),
});
export const AzureCluster = z.strictObject({
  ...clusterBase,
  scheduler: cloudScheduler,
  network: AzureClusterNetwork,
  pools: pools(AzurePool),
});
export const OwnedCluster = z.strictObject({
  ...clusterBase,
  scheduler: Scheduler.optional(),
  pools: pools(OwnedPool),
});
export const LeasedCluster = z.strictObject({
  ...clusterBase,
  scheduler: Scheduler.optional(),
  pools: pools(LeasedPool),
});
export type AwsCluster = z.infer<typeof AwsCluster>;
export type GoogleCluster = z.infer<typeof GoogleCluster>;
export type AzureCluster = z.infer<typeof AzureCluster>;
export type OwnedCluster = z.infer<typeof OwnedCluster>;
export type LeasedCluster = z.infer<typeof LeasedCluster>;
export type Cluster = AwsCluster | GoogleCluster | AzureCluster | OwnedCluster | LeasedCluster;

/** Networks as one writes them. */
export type AwsNetworkInput = DeepReadonly<z.input<typeof AwsNetwork>>;
export type GoogleClusterNetworkInput = DeepReadonly<z.input<typeof GoogleClusterNetwork>>;
export type AzureClusterNetworkInput = DeepReadonly<z.input<typeof AzureClusterNetwork>>;
