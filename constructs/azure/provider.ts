import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { TerraformStack } from "../core/cdktf";
import { azureCloud } from "../ledger/azure-names";
import { azurermProviderRange } from "../ledger/provider-floors";
import type { AzureSiteSpec } from "../model";
import type { AzureStackPlan } from "./names";

/** The feature by which AKS places the machines of a pool on one InfiniBand fabric belongs to it. */
export const CONTAINER_SERVICE = "Microsoft.ContainerService";

/**
 * The provider of a stack, for its site's subscription. It registers the resource providers that these stacks use and no others: its own
 * default registers some seventy, which asks for rights that whoever runs it may lack.
 *
 * Storage accounts have no public address, so that whoever runs Terraform may not reach their data; nothing here needs it. A key
 * vault cannot be purged, so that one of the same name is recovered.
 */
export function addProvider(stack: TerraformStack, site: AzureSiteSpec, plan: AzureStackPlan): AzurermProvider {
  const cloud = azureCloud(site.region);
  const provider = new AzurermProvider(stack, "azurerm", {
    subscriptionId: site.subscription,
    ...(site.tenant === undefined ? {} : { tenantId: site.tenant }),
    ...(site.useOidc === true ? { useOidc: true } : {}),
    ...(cloud === "public" ? {} : { environment: cloud }),
    storageUseAzuread: true,
    resourceProviderRegistrations: "core",
    resourceProvidersToRegister: resourceProviders(site, plan),
    features: [
      {
        keyVault: [{ purgeSoftDeleteOnDestroy: false, recoverSoftDeletedKeyVaults: true }],
        resourceGroup: [{ preventDeletionIfContainsResources: true }],
        storage: [{ dataPlaneAvailable: false }],
      },
    ],
  });
  stack.addOverride("terraform.required_providers.azurerm", {
    source: "hashicorp/azurerm",
    version: azurermProviderRange(plan.clusters),
  });
  return provider;
}

/** Resource providers beyond those that the provider calls core. */
function resourceProviders(site: AzureSiteSpec, { clusters }: AzureStackPlan): string[] {
  return [
    // Where a resource registers it, the provider must not: it refuses both (resource_provider_registration_resource.go).
    ...(site.infiniband === "register" ? [] : [CONTAINER_SERVICE]),
    ...(site.keyVault === undefined ? [] : ["Microsoft.KeyVault"]),
    ...(clusters.some(({ storage }) => storage.length > 0) ? ["Microsoft.StorageCache"] : []),
    ...(clusters.some(({ logs }) => logs !== undefined) ? ["Microsoft.OperationalInsights", "microsoft.insights"] : []),
  ];
}
