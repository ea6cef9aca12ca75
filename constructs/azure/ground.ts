import type { ResourceProviderRegistration } from "@cdktf/provider-azurerm/lib/resource-provider-registration";
import type { AzureSiteSpec } from "../model";
import type { AzureStackPlan } from "./names";

/** What every resource of a stack takes. */
export interface AzureGround {
  readonly site: AzureSiteSpec;
  readonly plan: AzureStackPlan;
  /** The name of the resource group; where it is made or found, a reference to it. */
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

/**
 * Whether AKS answers with other tags of a node pool than it was given: it stores their keys in small letters, which every plan
 * would show as a change (kubernetes_cluster_node_pool documentation, tags). Where it does, tags are set once and then left alone.
 */
export const hasCapitals = (tags: Readonly<Record<string, string>>): boolean =>
  Object.keys(tags).some((key) => key !== key.toLowerCase());
