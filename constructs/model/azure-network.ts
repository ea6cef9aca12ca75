import { z } from "zod";
import { azureId, azureZone } from "./azure-ids";
import { Cidr } from "./cidr";
import { type DeepReadonly, filledList } from "./primitives";

/** How machines reach what is outside the network. */
export const AzureEgress = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("nat"),
    zone: azureZone.optional(),
    /** A range of public addresses instead of one: /31 has 2, /28 has 16, the most that a gateway takes. */
    prefixLength: z.int().min(28).max(31).optional(),
  }),
  /** Through a firewall or another hub: its routes are the owner's. */
  z.strictObject({ kind: z.literal("routed"), routeTable: azureId.routeTable }),
  /** Not at all: machines start from images that a registry with a private address caches. */
  z.strictObject({ kind: z.literal("none"), registry: azureId.registry }),
]);
export type AzureEgress = z.infer<typeof AzureEgress>;

export const AzureSiteNetwork = z.strictObject({
  cidrs: filledList(Cidr, "must hold at least one IPv4 range"),
  /** A virtual network that exists and has these ranges, instead of one that is made. */
  id: azureId.network.optional(),
  /** The subnet of private endpoints: of storage accounts and of the key vault. */
  endpoints: Cidr.optional(),
  /** Private DNS zones that exist and that the network is linked to, instead of ones that are made. */
  dnsZones: z
    .strictObject({
      blob: azureId.dnsZone.optional(),
      dfs: azureId.dnsZone.optional(),
      vault: azureId.dnsZone.optional(),
    })
    .default({}),
  egress: AzureEgress.default({ kind: "nat" }),
});
export type AzureSiteNetwork = z.infer<typeof AzureSiteNetwork>;
/** A site's network as one writes it. */
export type AzureSiteNetworkInput = DeepReadonly<z.input<typeof AzureSiteNetwork>>;

export const AzureClusterNetwork = z.strictObject({
  nodes: Cidr,
  pods: Cidr,
  services: Cidr,
  /** A subnet that exists and has the range `nodes`. How it reaches the outside is its owner's affair. */
  subnetId: azureId.subnet.optional(),
  /** The subnet into which AKS puts the API server itself, instead of an endpoint of it among the machines. */
  apiServer: Cidr.optional(),
  /** The subnet of the cluster's file systems, and of nothing else. */
  storage: Cidr.optional(),
});
export type AzureClusterNetwork = z.infer<typeof AzureClusterNetwork>;
/** A network as one writes it. */
export type AzureClusterNetworkInput = DeepReadonly<z.input<typeof AzureClusterNetwork>>;
