import type { KubernetesClusterConfig } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { AZURE_SYSTEM_SURGE } from "../ledger/azure-node-pools";
import { type AzureCluster, type AzureEgress, type AzureSiteSpec, cidrSubnet } from "../model";
import { SYSTEM_POOL } from "./names";

/** A size whose local disk, of 300 GiB, holds the system's. */
const DEFAULT_SIZE = "Standard_D8ds_v5";

/** The pool for what runs beside the accelerators. */
export function systemPool(
  spec: AzureCluster,
  more: { readonly subnetId: string; readonly rotation: string | undefined; readonly tags: { [key: string]: string } },
): KubernetesClusterConfig["defaultNodePool"] {
  const { system, encryption } = spec;
  const { version } = spec.scheduler;
  return {
    name: SYSTEM_POOL,
    vmSize: system.size,
    ...(system.min === undefined
      ? { nodeCount: system.count }
      : { autoScalingEnabled: true, minCount: system.min, maxCount: system.count }),
    ...(system.zones.length === 0 ? {} : { zones: [...system.zones] }),
    onlyCriticalAddonsEnabled: true,
    vnetSubnetId: more.subnetId,
    ...(system.size === DEFAULT_SIZE ? { osDiskType: "Ephemeral" } : {}),
    osDiskSizeGb: 128,
    ...(encryption.host ? { hostEncryptionEnabled: true } : {}),
    ...(version === undefined ? {} : { orchestratorVersion: version }),
    temporaryNameForRotation: more.rotation,
    upgradeSettings: { maxSurge: String(AZURE_SYSTEM_SURGE) },
    tags: more.tags,
  };
}

/** Pods and services in overlays, on Cilium; the way out as the site has it. */
export function networkProfile(
  spec: AzureCluster,
  egress: AzureEgress,
): NonNullable<KubernetesClusterConfig["networkProfile"]> {
  return {
    networkPlugin: "azure",
    networkPluginMode: "overlay",
    networkDataPlane: "cilium",
    networkPolicy: "cilium",
    podCidr: spec.network.pods,
    serviceCidr: spec.network.services,
    dnsServiceIp: dnsServiceIp(spec.network.services),
    outboundType: outboundType[egress.kind],
  };
}

const outboundType = { nat: "userAssignedNATGateway", routed: "userDefinedRouting", none: "none" } as const;

/** Without a way out machines start from what a registry caches (kubernetes_cluster_resource.go asks for it). */
export const bootstrap = (egress: AzureEgress): Partial<KubernetesClusterConfig> =>
  egress.kind === "none" ? { bootstrapProfile: { artifactSource: "Cache", containerRegistryId: egress.registry } } : {};

/** The address of the DNS service: the tenth after the first, as AKS has it by default. */
const dnsServiceIp = (services: string): string => cidrSubnet(services, 32, 10).replace(/\/32$/, "");

/**
 * Who reaches the API server: the network alone, or some addresses. To a public one the machines come by the way out, whose addresses
 * AKS adds to the list only where it is its own load balancer; where they are this site's, they are added here (AKS documentation,
 * API server authorized IP ranges).
 */
export function apiServer(
  spec: AzureCluster,
  subnetId: string | undefined,
  wayOut: readonly string[],
): Partial<KubernetesClusterConfig> {
  const integration = subnetId === undefined ? {} : { virtualNetworkIntegrationEnabled: true, subnetId };
  if (spec.apiServer.access === "private") {
    return {
      privateClusterEnabled: true,
      privateDnsZoneId: spec.apiServer.dnsZone,
      // Without a zone the public name is the only one, and AKS takes none of both (AKS documentation, private clusters).
      ...(spec.apiServer.dnsZone === "None" ? { privateClusterPublicFqdnEnabled: true } : {}),
      ...(subnetId === undefined ? {} : { apiServerAccessProfile: integration }),
    };
  }
  return {
    privateClusterEnabled: false,
    apiServerAccessProfile: { authorizedIpRanges: [...spec.apiServer.authorizedRanges, ...wayOut], ...integration },
  };
}

/** With administrators, people sign in with Microsoft Entra and AKS's own accounts are off, as is what they could be stolen for. */
export function signIn({ admins }: AzureCluster, { tenant }: AzureSiteSpec): Partial<KubernetesClusterConfig> {
  return admins.length === 0
    ? {}
    : {
        localAccountDisabled: true,
        azureActiveDirectoryRoleBasedAccessControl: {
          azureRbacEnabled: true,
          adminGroupObjectIds: [...admins],
          ...(tenant === undefined ? {} : { tenantId: tenant }),
        },
      };
}

/**
 * What comes by itself, and when. Patches do, unless the version names its patch: AKS would then move away from what Terraform asks
 * for.
 */
export function upgrades({ scheduler, upgrades: said }: AzureCluster): Partial<KubernetesClusterConfig> {
  const { version } = scheduler;
  const pinned = version !== undefined && /^\d+\.\d+\.\d+$/.test(version);
  const channel = pinned || said.channel === "none" ? undefined : said.channel;
  const window =
    said.window === undefined
      ? undefined
      : {
          frequency: "Weekly",
          interval: 1,
          dayOfWeek: said.window.day,
          startTime: said.window.time,
          duration: said.window.hours,
          utcOffset: "+00:00",
        };
  return {
    ...(version === undefined ? {} : { kubernetesVersion: version }),
    ...(channel === undefined ? {} : { automaticUpgradeChannel: channel }),
    nodeOsUpgradeChannel: said.nodeImages,
    ...(window === undefined ? {} : { maintenanceWindowAutoUpgrade: window, maintenanceWindowNodeOs: window }),
  };
}

/** Logs of the control plane: who did what, and what its parts say. `kube-audit` with every read would cost far more. */
export const LOG_CATEGORIES = [
  "cloud-controller-manager",
  "cluster-autoscaler",
  "guard",
  "kube-apiserver",
  "kube-audit-admin",
  "kube-controller-manager",
  "kube-scheduler",
] as const;
