import { capacityGroupName, endpointsOf, madeReservations } from "../../ledger/azure-names";
import { azureNodePools } from "../../ledger/azure-node-pools";
import { clusterName, SYSTEM_POOL } from "../../ledger/cloud-names";
import type { Report, RuleContext } from "../rule";
import { azureClusters, azureSites } from "../walk";

/** Names that Azure sees and that two parts of a fleet would share: node pools, subnets, resource groups, file systems. */
export function* sharedInAzure(context: RuleContext): Generator<Report> {
  yield* nodePools(context);
  yield* subnets(context);
  yield* resourceGroups(context);
  for (const { cluster, path } of azureClusters(context)) {
    const names = cluster.storage.map(({ name }) => name);
    for (const name of new Set(names)) {
      const times = names.filter((each) => each === name).length;
      if (times < 2) continue;
      const message = `the name ${JSON.stringify(name)} stands ${times} times; each file system of the cluster needs a name of its own`;
      yield { path: `${path}.storage.${name}[1]`, observed: times, limit: 1, message, hint: "rename all but one" };
    }
  }
}

/** The further node pools of a large pool `a` are `ax2`, `ax3`, ...: a pool of such a name collides with them. */
function* nodePools(context: RuleContext): Generator<Report> {
  for (const { cluster, path } of azureClusters(context)) {
    const owners = new Map<string, string>([[SYSTEM_POOL, SYSTEM_POOL]]);
    for (const pool of cluster.pools) {
      for (const { name } of azureNodePools(pool)) {
        const other = owners.get(name);
        if (other === undefined) owners.set(name, pool.name);
        else if (other !== pool.name && other !== SYSTEM_POOL) {
          const message = `the node pool ${JSON.stringify(name)} of AKS would belong to the pools ${other} and ${pool.name}`;
          yield { path: `${path}.pools.${pool.name}`, observed: name, message, hint: "rename one of the two pools" };
        }
      }
    }
  }
}

/** The endpoints of a site have the subnet `endpoints`; a cluster `a` may have `a-storage` and `a-api-server`. */
function* subnets(context: RuleContext): Generator<Report> {
  for (const { site, path } of azureSites(context)) {
    const owners = new Map<string, string>();
    if (site.network.endpoints !== undefined && endpointsOf(site).length > 0) {
      owners.set("endpoints", `${path}.network.endpoints`);
    }
    for (const { name, network, storage } of site.clusters) {
      const at = `${path}.clusters.${name}`;
      const made = [
        ...(network.subnetId === undefined ? [name] : []),
        ...(network.apiServer === undefined ? [] : [`${name}-api-server`]),
        ...(network.storage === undefined || storage.length === 0 ? [] : [`${name}-storage`]),
      ];
      for (const subnet of made) {
        const other = owners.get(subnet);
        if (other === undefined || other === at) owners.set(subnet, at);
        else {
          const message = `a subnet of ${at} is named ${JSON.stringify(subnet)}, as is one of ${other}`;
          yield { path: at, observed: subnet, message, hint: "rename the cluster" };
        }
      }
    }
  }
}

/** A site has a resource group of its name, and more: one of its reservations, and one of AKS's for each cluster. */
function* resourceGroups(context: RuleContext): Generator<Report> {
  const owners = new Map<string, string>();
  for (const { site, path } of azureSites(context)) {
    const made: [string, string][] = [
      ...(site.resourceGroup === undefined ? ([[site.name, path]] as [string, string][]) : []),
      ...(site.clusters.some((cluster) => madeReservations(cluster).length > 0)
        ? ([[capacityGroupName(site), path]] as [string, string][])
        : []),
      ...site.clusters.map((cluster): [string, string] => [
        `${clusterName(site, cluster)}-nodes`,
        `${path}.clusters.${cluster.name}`,
      ]),
    ];
    for (const [name, at] of made) {
      const key = `${site.subscription.toLowerCase()}\0${name.toLowerCase()}`;
      const other = owners.get(key);
      if (other === undefined) owners.set(key, at);
      else if (other !== at) {
        const message = `the resource group ${JSON.stringify(name)} would belong to ${other} and to ${at}`;
        yield { path: at, observed: name, message, hint: "rename the site or the cluster" };
      }
    }
  }
}
