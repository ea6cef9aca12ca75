import { DataAzurermResourceGroup } from "@cdktf/provider-azurerm/lib/data-azurerm-resource-group";
import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { ResourceProviderRegistration } from "@cdktf/provider-azurerm/lib/resource-provider-registration";
import type { TerraformStack } from "../core/cdktf";
import type { SiteBuild } from "../fleet/site";
import { endpointsOf, madeReservations, resourceGroupName, wantsInfinibandFeature } from "../ledger/azure-names";
import { makesSubnets } from "../ledger/cloud-names";
import { type AzureCluster, type AzureSiteSpec, azureSiteInUse } from "../model";
import { type AzureClusterGround, AzureClusterResources } from "./cluster";
import { AzureEndpoints } from "./endpoints";
import { AzureFoundation } from "./foundation";
import { type AzureGround, guard } from "./ground";
import { AzureKeyVaultResources } from "./key-vault";
import type { AzureStackPlan } from "./names";
import { AzureNetworkResources } from "./network";
import { addProvider, CONTAINER_SERVICE } from "./provider";
import { AzureCapacityGroup } from "./reservations";
import { AzureStorageAccountResources } from "./storage-account";
import { AzureFoundationSubnets } from "./subnets";

/** What a stack of an Azure site holds. */
export interface AzureResources {
  readonly provider: AzurermProvider;
  /** Where it is made. */
  readonly resourceGroup?: ResourceGroup;
  readonly network: AzureNetworkResources;
  readonly endpoints?: AzureEndpoints;
  readonly keyVault?: AzureKeyVaultResources;
  /** By name: in the site's one stack, or in its foundation. */
  readonly storageAccounts: Readonly<Record<string, AzureStorageAccountResources>>;
  /** What the clusters stand in, by cluster name, in a foundation; elsewhere it is part of the cluster. */
  readonly subnets: Readonly<Record<string, AzureFoundationSubnets>>;
  /** By cluster name. */
  readonly clusters: Readonly<Record<string, AzureClusterResources>>;
}

/**
 * Fills a stack from the checked document of its site. The stack of a retired site or cluster keeps its provider and nothing else,
 * and so destroys what it held.
 */
export function buildAzureStack(
  stack: TerraformStack,
  whole: AzureSiteSpec,
  plan: AzureStackPlan,
  build: Pick<SiteBuild, "fleet" | "machine">,
): AzureResources | undefined {
  const site = azureSiteInUse(whole);
  const provider = addProvider(stack, site, plan);
  if (site.retired || (plan.part === "cluster" && plan.clusters.length === 0)) return undefined;

  const tags = { ...site.tags, "siteform:fleet": build.fleet.metadata.name, "siteform:site": site.name };
  const { made: resourceGroup, name } = groupOf(stack, site, plan, tags);
  const registration = plan.part === "cluster" ? undefined : register(stack, site);
  const ground: AzureGround = {
    site,
    plan,
    resourceGroup: name,
    tags,
    ...(registration === undefined ? {} : { registration }),
  };
  const network = new AzureNetworkResources(stack, "network", ground);
  const storage = plan.part === "cluster" ? { storageAccounts: {} } : buildStorage(stack, ground, network);
  const subnets = (plan.part === "foundation" ? standing(whole) : []).map(
    (spec) => [spec.name, new AzureFoundationSubnets(stack, `network-${spec.name}`, spec, ground, network)] as const,
  );
  const made = plan.clusters.some((cluster) => madeReservations(cluster).length > 0);
  const capacity = made ? new AzureCapacityGroup(stack, "capacity", ground) : undefined;
  const clusters = plan.clusters.map((spec) => {
    const { keys, accounts } = sharedBy(stack, spec, ground, storage);
    const resources = new AzureClusterResources(stack, `cluster-${spec.name}`, spec, {
      ...ground,
      network,
      accounts,
      ...(keys === undefined ? {} : { keys }),
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
    subnets: Object.fromEntries(subnets),
    clusters: Object.fromEntries(clusters),
  };
}

/**
 * Clusters whose subnets stand in the foundation, with file systems that are retired: these go with a stack that is deployed after
 * it. The stack of a cluster that is retired is deployed before.
 */
const standing = ({ clusters }: AzureSiteSpec): AzureCluster[] =>
  clusters.filter((cluster) => cluster.retired !== true && makesSubnets(cluster));

/** The resource group: made, found where the site's foundation made it, or named. */
function groupOf(
  stack: TerraformStack,
  site: AzureSiteSpec,
  plan: AzureStackPlan,
  tags: { [key: string]: string },
): { readonly made?: ResourceGroup; readonly name: string } {
  if (site.resourceGroup !== undefined) return { name: site.resourceGroup };
  const name = resourceGroupName(site);
  if (plan.part === "cluster") return { name: new DataAzurermResourceGroup(stack, "resource-group", { name }).name };
  const made = new ResourceGroup(stack, "resource-group", { name, location: site.region, tags });
  return { made, name: made.name };
}

/** Keys and storage accounts, as a cluster uses them: of this stack, or of the site's foundation. */
function sharedBy(
  stack: TerraformStack,
  spec: AzureCluster,
  ground: AzureGround,
  { keyVault, storageAccounts: accounts }: Pick<AzureResources, "keyVault" | "storageAccounts">,
): Pick<AzureClusterGround, "keys" | "accounts"> {
  if (ground.plan.part === "cluster") return new AzureFoundation(stack, "foundation", spec, ground);
  return { accounts, ...(keyVault === undefined ? {} : { keys: keyVault.keys }) };
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
    const using = { endpoints, ...(keyVault === undefined ? {} : { keys: keyVault.keys }) };
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
