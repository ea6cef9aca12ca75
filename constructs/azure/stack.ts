import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { ResourceProviderRegistration } from "@cdktf/provider-azurerm/lib/resource-provider-registration";
import type { TerraformStack } from "../core/cdktf";
import type { SiteBuild } from "../fleet/site";
import { endpointsOf, madeReservations, wantsInfinibandFeature } from "../ledger/azure-names";
import { type AzureSiteSpec, azureSiteInUse } from "../model";
import { AzureClusterResources } from "./cluster";
import { AzureEndpoints } from "./endpoints";
import { type AzureGround, guard } from "./ground";
import { AzureKeyVaultResources } from "./key-vault";
import { AzureNetworkResources } from "./network";
import { addProvider, CONTAINER_SERVICE } from "./provider";
import { AzureCapacityGroup } from "./reservations";
import { AzureStorageAccountResources } from "./storage-account";

/** What the stack of an Azure site holds. */
export interface AzureResources {
  readonly provider: AzurermProvider;
  /** Where it is made. */
  readonly resourceGroup?: ResourceGroup;
  readonly network: AzureNetworkResources;
  readonly endpoints?: AzureEndpoints;
  readonly keyVault?: AzureKeyVaultResources;
  /** By name. */
  readonly storageAccounts: Readonly<Record<string, AzureStorageAccountResources>>;
  /** By cluster name. */
  readonly clusters: Readonly<Record<string, AzureClusterResources>>;
}

/**
 * Fills the one stack of an Azure site from its checked document. A retired site's stack keeps its provider and nothing else, and
 * so destroys what it held.
 */
export function buildAzureStack(
  stack: TerraformStack,
  whole: AzureSiteSpec,
  build: Pick<SiteBuild, "fleet" | "machine">,
): AzureResources | undefined {
  const site = azureSiteInUse(whole);
  const provider = addProvider(stack, site);
  if (site.retired) return undefined;

  const tags = { ...site.tags, "siteform:fleet": build.fleet.metadata.name, "siteform:site": site.name };
  const resourceGroup =
    site.resourceGroup === undefined
      ? new ResourceGroup(stack, "resource-group", { name: site.name, location: site.region, tags })
      : undefined;
  const registration = register(stack, site);
  const ground: AzureGround = {
    site,
    resourceGroup: resourceGroup?.name ?? site.resourceGroup ?? site.name,
    tags,
    ...(registration === undefined ? {} : { registration }),
  };
  const network = new AzureNetworkResources(stack, "network", ground);
  const storage = buildStorage(stack, ground, network);
  const made = site.clusters.some((cluster) => madeReservations(cluster).length > 0);
  const capacity = made ? new AzureCapacityGroup(stack, "capacity", ground) : undefined;
  const clusters = site.clusters.map((spec) => {
    const resources = new AzureClusterResources(stack, `cluster-${spec.name}`, spec, {
      ...ground,
      network,
      accounts: storage.storageAccounts,
      ...(storage.keyVault === undefined ? {} : { vault: storage.keyVault }),
      ...(capacity === undefined ? {} : { capacity }),
      machine: (type) => build.machine(type),
    });
    return [spec.name, resources] as const;
  });
  return {
    provider,
    ...(resourceGroup === undefined ? {} : { resourceGroup }),
    network,
    ...storage,
    clusters: Object.fromEntries(clusters),
  };
}

/** Private endpoints, and what stands behind them. The rules make sure that there is a subnet for them. */
function buildStorage(
  stack: TerraformStack,
  ground: AzureGround,
  network: AzureNetworkResources,
): Pick<AzureResources, "endpoints" | "keyVault" | "storageAccounts"> {
  const { site } = ground;
  const cidr = site.network.endpoints;
  if (cidr === undefined || endpointsOf(site).length === 0) return { storageAccounts: {} };
  const endpoints = new AzureEndpoints(stack, "endpoints", ground, network, cidr);
  const keyVault =
    site.keyVault === undefined
      ? undefined
      : new AzureKeyVaultResources(stack, "key-vault", site.keyVault, ground, endpoints);
  const accounts = site.storageAccounts.map((spec) => {
    const using = { endpoints, ...(keyVault === undefined ? {} : { vault: keyVault }) };
    return [spec.name, new AzureStorageAccountResources(stack, `storage-${spec.name}`, spec, ground, using)] as const;
  });
  return {
    endpoints,
    ...(keyVault === undefined ? {} : { keyVault }),
    storageAccounts: Object.fromEntries(accounts),
  };
}

/**
 * The subscription's InfiniBand feature, where this stack is to register it. To destroy it takes the whole subscription's
 * registration with AKS, which Azure refuses while it has a cluster.
 */
function register(stack: TerraformStack, site: AzureSiteSpec): ResourceProviderRegistration | undefined {
  if (site.infiniband !== "register") return undefined;
  const wanted = site.clusters.flatMap(({ pools }) => pools.map(({ machine }) => wantsInfinibandFeature(machine)));
  return new ResourceProviderRegistration(stack, "infiniband", {
    name: CONTAINER_SERVICE,
    feature: [{ name: "AKSInfinibandSupport", registered: wanted.includes(true) }],
    ...guard(site),
  });
}
