import { z } from "zod";
import { Cidr } from "./address";
import { cloudCluster, cloudPool, countedPool, pools } from "./cluster-base";
import { type DeepReadonly, filledList, Text, textLike } from "./primitives";
import { show } from "./show";
import { cloudBase } from "./site-base";

const azureZone = z.enum(["1", "2", "3"]);

export const AzureCapacity = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("onDemand"), zone: azureZone.optional() }),
  z.strictObject({ kind: z.literal("spot"), zone: azureZone.optional() }),
  z.strictObject({ kind: z.literal("capacityReservation"), zone: azureZone.optional(), groupId: Text }),
]);
export type AzureCapacity = z.infer<typeof AzureCapacity>;

export const AzurePool = z.strictObject({ ...countedPool, ...cloudPool, capacity: AzureCapacity });
export type AzurePool = z.infer<typeof AzurePool>;

export const AzureClusterNetwork = z.strictObject({ nodes: Cidr, pods: Cidr, services: Cidr });
export type AzureClusterNetwork = z.infer<typeof AzureClusterNetwork>;
/** A network as one writes it. */
export type AzureClusterNetworkInput = DeepReadonly<z.input<typeof AzureClusterNetwork>>;

export const AzureCluster = z.strictObject({
  ...cloudCluster,
  network: AzureClusterNetwork,
  pools: pools(AzurePool),
});
export type AzureCluster = z.infer<typeof AzureCluster>;

export const AzureSiteSpec = z.strictObject({
  ...cloudBase,
  provider: z.literal("azure"),
  subscription: z.guid({ error: (issue) => `must be an Azure subscription id (a UUID); got ${show(issue.input)}` }),
  region: textLike(/^[a-z]+[a-z0-9]*$/, 'an Azure region such as "eastus2"'),
  network: z.strictObject({
    cidrs: filledList(Cidr, "must hold at least one IPv4 range"),
  }),
  clusters: z.array(AzureCluster).default([]),
});
export type AzureSiteSpec = z.infer<typeof AzureSiteSpec>;
