import type { ResourceProviderRegistration } from "@cdktf/provider-azurerm/lib/resource-provider-registration";
import type { AzureSiteSpec } from "../model";

/** What every resource of a site takes. */
export interface AzureGround {
  readonly site: AzureSiteSpec;
  /** The name of the resource group; where it is made, a reference to it. */
  readonly resourceGroup: string;
  readonly tags: { [key: string]: string };
  /** The registration that must come before the first pool, where this stack makes it. */
  readonly registration?: ResourceProviderRegistration;
}

/** Group, region and tags, as most resources want them. */
export const placeOf = ({ site, resourceGroup, tags }: AzureGround) => ({
  resourceGroupName: resourceGroup,
  location: site.region,
  tags,
});

/** Terraform's guard against destruction, on what is costly to lose at a site that is protected. */
export const guard = ({ protect }: Pick<AzureSiteSpec, "protect">): { lifecycle?: { preventDestroy: boolean } } =>
  protect ? { lifecycle: { preventDestroy: true } } : {};
