import type { AzureCluster, AzurePool, AzureSiteSpec } from "../model";
import { clusterName } from "./cloud-names";

type Named = { readonly name: string };

/** The parts of Azure that have endpoints and names of their own, by the regions' names. */
type AzureCloud = "public" | "usgovernment" | "china";

/** The cloud that a region belongs to. Source: Azure Government and 21Vianet documentation; azurerm provider, `environment`. */
export function azureCloud(region: string): AzureCloud {
  if (/^us(gov|dod)/.test(region)) return "usgovernment";
  return region.startsWith("china") ? "china" : "public";
}

/** Services that private endpoints lead to, by the names that Azure gives their parts. */
export type AzureEndpoint = "blob" | "dfs" | "vault";

interface Suffixes {
  readonly storage: string;
  readonly vault: string;
  /** Of private API servers. */
  readonly aks: string;
}

const suffixes: Readonly<Record<AzureCloud, Suffixes>> = {
  public: { storage: "core.windows.net", vault: "vaultcore.azure.net", aks: "azmk8s.io" },
  usgovernment: {
    storage: "core.usgovcloudapi.net",
    vault: "vaultcore.usgovcloudapi.net",
    aks: "cx.aks.containerservice.azure.us",
  },
  china: { storage: "core.chinacloudapi.cn", vault: "vaultcore.azure.cn", aks: "cx.prod.service.azk8s.cn" },
};

/** The private DNS zone of a service. Source: Azure Private Link documentation, private DNS zone values. */
export function privateDnsZone(region: string, endpoint: AzureEndpoint): string {
  const { storage, vault } = suffixes[azureCloud(region)];
  return endpoint === "vault" ? `privatelink.${vault}` : `privatelink.${endpoint}.${storage}`;
}

/** The private DNS zone of the API servers of a region. Source: as above, and AKS documentation, private clusters. */
export const apiServerZone = (region: string): string => `privatelink.${region}.${suffixes[azureCloud(region)].aks}`;

/**
 * The resource group of reservations that are made by a stack: the site's, or one a cluster. Roles on it reach nothing else.
 */
export const capacityGroupName = (stack: Named): string => `${stack.name}-capacity`;

/**
 * A subnet that is made. In a network that exists others make subnets too, another site or another fleet: there its name begins
 * with the site's.
 */
export const subnetName = (site: Pick<AzureSiteSpec, "name" | "network">, part: string): string =>
  site.network.id === undefined ? part : `${site.name}-${part}`;

/** The NAT gateway of a site, or of a cluster, and its public addresses. */
export const gatewayName = (of: Named): string => `${of.name}-egress`;

/** The resource group of a site: made, or existing. */
export const resourceGroupName = (site: Pick<AzureSiteSpec, "name" | "resourceGroup">): string =>
  site.resourceGroup ?? site.name;

/** The id of a storage account of a site, which is known before it is made. */
export const storageAccountId = (
  site: Pick<AzureSiteSpec, "name" | "resourceGroup" | "subscription">,
  account: Named,
): string =>
  `/subscriptions/${site.subscription}/resourceGroups/${resourceGroupName(site)}/providers/Microsoft.Storage/storageAccounts/${account.name}`;

/** A reservation group that is made, one a pool. */
export const reservationGroupName = (site: Named, cluster: Named, pool: Named): string =>
  `${clusterName(site, cluster)}-${pool.name}`;

/** A file system of Azure Managed Lustre. */
export const lustreName = (site: Named, cluster: Named, storage: Named): string =>
  `${clusterName(site, cluster)}-${storage.name}`;

/** The identity by which the machines of a cluster without a way out pull what they start from. */
export const kubeletIdentityName = (site: Named, cluster: Named): string => `${clusterName(site, cluster)}-kubelet`;

/** Keys of a cluster in its site's key vault, by what they encrypt. */
export const clusterKeyName = (site: Named, cluster: Named, use: "disks" | "secrets"): string =>
  `${clusterName(site, cluster)}-${use}`;

/** The keys that are made for a cluster itself. */
export const clusterKeys = (site: Named, cluster: Pick<AzureCluster, "name" | "encryption">): string[] => [
  ...(cluster.encryption.disks === "site" ? [clusterKeyName(site, cluster, "disks")] : []),
  ...(cluster.encryption.secrets === "site" ? [clusterKeyName(site, cluster, "secrets")] : []),
];

/** The disk encryption set of a cluster: one that exists, or the one that its stack makes, whose id is known before. */
export function diskEncryptionSetId(
  site: Pick<AzureSiteSpec, "name" | "resourceGroup" | "subscription">,
  cluster: Pick<AzureCluster, "name" | "encryption">,
): string | undefined {
  const { disks } = cluster.encryption;
  if (disks !== "site") return disks;
  return `/subscriptions/${site.subscription}/resourceGroups/${resourceGroupName(site)}/providers/Microsoft.Compute/diskEncryptionSets/${clusterName(site, cluster)}`;
}

/** Sizes whose machines stand in one NVLink domain of a rack, by size: Grace hosts with Blackwell GPUs. */
const NVLINK_RACK = /_GB[23]00_v\d+$/;

/** The output of the stack that says where clients find a file system: `train-lustre-scratch`, `10.0.0.2@tcp:/lustrefs`. */
export const lustreOutput = (cluster: Named, storage: Named): string => `${cluster.name}-lustre-${storage.name}`;

/** The name by which clients of Azure Managed Lustre mount it, always. Source: Azure Managed Lustre documentation, connect clients. */
export const LUSTRE_FILE_SYSTEM = "lustrefs";

/** Whether a size is one of GB200 or GB300. */
export const isNvlinkRack = (size: string): boolean => NVLINK_RACK.test(size);

/** Whether a size has InfiniBand: an `r` among the small letters of its family, as `Standard_ND96isr_H100_v5` has. */
export const hasInfiniBand = (size: string): boolean => /^Standard_(ND|HB|HC|HX)\d+[a-z]*r[a-z]*_/.test(size);

/**
 * Whether AKS's InfiniBand feature must be registered before a pool of that size is made (`true`), must not be (`false`), or does
 * not matter. Source: AKS documentation, InfiniBand on AKS; Azure/aks-rdma-infiniband.
 */
export function wantsInfinibandFeature(size: string): boolean | undefined {
  if (isNvlinkRack(size)) return false;
  return hasInfiniBand(size) ? true : undefined;
}

/** Pools of a cluster that draw from a reservation that is made. */
export const madeReservations = (cluster: Pick<AzureCluster, "pools">): AzurePool[] =>
  cluster.pools.filter(({ capacity }) => capacity.kind === "capacityReservation" && capacity.create !== undefined);

/** Private endpoints that a site needs, by service. */
export function endpointsOf(site: AzureSiteSpec): readonly AzureEndpoint[] {
  const accounts = site.storageAccounts;
  return [
    ...(accounts.length > 0 ? (["blob"] as const) : []),
    ...(accounts.some((account) => account.hierarchical) ? (["dfs"] as const) : []),
    ...(site.keyVault === undefined ? [] : (["vault"] as const)),
  ];
}

/** The last part of a resource id, and the resource group in it. */
export function partsOfId(id: string): {
  readonly name: string;
  readonly resourceGroup: string;
  readonly subscription: string;
} {
  const steps = id.split("/");
  return { name: steps.at(-1) ?? "", resourceGroup: steps[4] ?? "", subscription: steps[2] ?? "" };
}

/** The resource group of a resource, by id. */
export const groupIdOf = (id: string): string => id.split("/").slice(0, 5).join("/");

/** Of a capacity reservation group. Resource ids are compared without case (Azure Resource Manager documentation). */
const RESERVATION_GROUP =
  /^\/subscriptions\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/resourceGroups\/[^/]+\/providers\/Microsoft\.Compute\/capacityReservationGroups\/[^/]+$/i;

/** Whether a text is the id of a capacity reservation group. */
export const isReservationGroupId = (id: string): boolean => RESERVATION_GROUP.test(id);
