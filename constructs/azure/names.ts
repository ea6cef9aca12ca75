/** Names that Azure sees. Those that the rules check stand where both can read them; nothing here imports a provider. */
import { AZURE_POOL_NAME } from "../ledger/azure-node-pools";
import { clusterName } from "../ledger/cloud-names";
import type { AzureCluster, AzureSiteSpec } from "../model";

export { type AzureStackPlan, azureStacks as stacksOf, clusterName, SYSTEM_POOL } from "../ledger/cloud-names";

/** The longest name of an AKS cluster. */
export const CLUSTER_NAME_MAX = 63;

/** What AKS takes as the name of a Linux node pool (terraform-provider-azurerm v4.55.0, `KubernetesAgentPoolName`). */
export const POOL_NAME = /^[a-z][a-z0-9]{0,11}$/;

/** The group in which AKS keeps machines and disks. AKS's own name for it holds three names and overflows 80 characters. */
export const nodeResourceGroupName = (site: Pick<AzureSiteSpec, "name">, cluster: Pick<AzureCluster, "name">): string =>
  `${clusterName(site, cluster)}-nodes`;

/** A DNS prefix has 54 characters and ends in none but a letter or digit; AKS makes it unique. */
export const dnsPrefix = (site: Pick<AzureSiteSpec, "name">, cluster: Pick<AzureCluster, "name">): string =>
  clusterName(site, cluster).slice(0, 54).replace(/-+$/, "");

/** A pool's name where none is given: `A100 80GB` becomes `a10080gb`. */
export const poolNameOf = (accelerator: string): string =>
  accelerator
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(0, AZURE_POOL_NAME);

/**
 * For each pool of a cluster the name of the pool that holds its work while a change of its size, zone or disk replaces it.
 * No name is taken twice, so that two pools can rotate in one apply.
 */
export function rotationNames(pools: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(pools);
  const names = new Map<string, string>();
  for (const pool of pools) {
    let name = temporary(pool, "tmp");
    for (let copy = 2; taken.has(name); copy++) name = temporary(pool, `tmp${copy}`);
    taken.add(name);
    names.set(pool, name);
  }
  return names;
}

const temporary = (pool: string, ending: string): string => pool.slice(0, AZURE_POOL_NAME - ending.length) + ending;
