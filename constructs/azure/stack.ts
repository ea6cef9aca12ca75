import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { TerraformStack } from "../core/cdktf";
import type { SiteBuild } from "../fleet/site";
import { type AzureSiteSpec, clustersInUse } from "../model";
import { AzureClusterResources } from "./cluster";
import { AzureNetworkResources } from "./network";

/** What the stack of an Azure site holds. */
export interface AzureResources {
  readonly provider: AzurermProvider;
  readonly resourceGroup: ResourceGroup;
  readonly network: AzureNetworkResources;
  /** By cluster name. */
  readonly clusters: Readonly<Record<string, AzureClusterResources>>;
}

/** The bindings pin provider 4.55.0; users run that and later. Only arguments that 4.55.0 knows are written. */
export const AZURERM_PROVIDER = { source: "hashicorp/azurerm", version: ">= 4.55, < 5" } as const;

/**
 * Fills the one stack of an Azure site from its checked document. A retired site's stack keeps its provider and nothing else, and
 * so destroys what it held.
 *
 * Not here: the subscription's InfiniBand feature (`AKSInfinibandSupport`, registered for H100, H200 and MI300X and not for
 * GB200 and GB300, before the first pool), Managed Lustre, making capacity reservations, and key vaults.
 */
export function buildAzureStack(
  stack: TerraformStack,
  site: AzureSiteSpec,
  build: Pick<SiteBuild, "fleet" | "machine">,
): AzureResources | undefined {
  const provider = addProvider(stack, site);
  if (site.retired) return undefined;

  const tags = { "siteform:fleet": build.fleet.metadata.name, "siteform:site": site.name };
  const resourceGroup = new ResourceGroup(stack, "resource-group", { name: site.name, location: site.region, tags });
  const ground = { site, resourceGroup, tags };
  const network = new AzureNetworkResources(stack, "network", ground);
  const clusters = clustersInUse(site.clusters).map((spec) => {
    const machine = (type: string) => build.machine(type);
    const resources = new AzureClusterResources(stack, `cluster-${spec.name}`, spec, { ...ground, network, machine });
    return [spec.name, resources] as const;
  });
  return { provider, resourceGroup, network, clusters: Object.fromEntries(clusters) };
}

/**
 * The provider of a site's subscription. It registers the resource providers that these stacks use and no others: its own
 * default registers some seventy, which asks for rights that whoever runs it may lack.
 */
function addProvider(stack: TerraformStack, site: AzureSiteSpec): AzurermProvider {
  const provider = new AzurermProvider(stack, "azurerm", {
    features: [{}],
    subscriptionId: site.subscription,
    resourceProviderRegistrations: "core",
    resourceProvidersToRegister: ["Microsoft.ContainerService"],
  });
  stack.addOverride("terraform.required_providers.azurerm", AZURERM_PROVIDER);
  return provider;
}
