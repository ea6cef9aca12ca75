import {
  capacityGroupName,
  clusterKeys,
  endpointsOf,
  kubeletIdentityName,
  lustreName,
  madeReservations,
  resourceGroupName,
  subnetName,
} from "../../ledger/azure-names";
import { azureNodePools } from "../../ledger/azure-node-pools";
import { azureStacks, clusterName, SYSTEM_POOL } from "../../ledger/cloud-names";
import type { AzureCluster } from "../../model";
import type { Report, RuleContext } from "../rule";
import { azureClusters, azureSites } from "../walk";

/** Names that Azure sees and that two parts of a fleet would share: node pools, subnets, resource groups, file systems. */
export function* sharedInAzure(context: RuleContext): Generator<Report> {
  yield* nodePools(context);
  yield* subnets(context);
  yield* resourceGroups(context);
  yield* madeOfNames(context);
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

/**
 * The endpoints of a site have the subnet `endpoints`; a cluster `a` may have `a-storage` and `a-api-server`. In a network that
 * exists those of several sites meet.
 */
function* subnets(context: RuleContext): Generator<Report> {
  const networks = new Map<string, Map<string, string>>();
  for (const { site, path } of azureSites(context)) {
    const network = site.network.id?.toLowerCase() ?? path;
    const owners = networks.get(network) ?? new Map<string, string>();
    networks.set(network, owners);
    const endpoints = { part: "endpoints", at: `${path}.network.endpoints`, rename: "site" };
    const made = [
      ...(site.network.endpoints === undefined || endpointsOf(site).length === 0 ? [] : [endpoints]),
      ...site.clusters.flatMap((cluster) =>
        subnetsOf(cluster).map((part) => ({ part, at: `${path}.clusters.${cluster.name}`, rename: "cluster" })),
      ),
    ];
    for (const { part, at, rename } of made) {
      const name = subnetName(site, part);
      const other = owners.get(name);
      if (other === undefined || other === at) owners.set(name, at);
      else {
        const message = `a subnet of ${at} is named ${JSON.stringify(name)}, as is one of ${other}`;
        yield { path: at, observed: name, message, hint: `rename the ${rename}` };
      }
    }
  }
}

/** The subnets that are made for a cluster, by what their names end in. */
const subnetsOf = ({ name, network, storage }: AzureCluster): string[] => [
  ...(network.subnetId === undefined ? [name] : []),
  ...(network.apiServer === undefined ? [] : [`${name}-api-server`]),
  ...(network.storage === undefined || storage.length === 0 ? [] : [`${name}-storage`]),
];

/** A site has a resource group of its name, and more: one of its reservations, and one of AKS's for each cluster. */
function* resourceGroups(context: RuleContext): Generator<Report> {
  const owners = new Map<string, string>();
  for (const { site, path } of azureSites(context)) {
    const made: [string, string][] = [
      ...(site.resourceGroup === undefined ? ([[site.name, path]] as [string, string][]) : []),
      ...azureStacks(site).flatMap((stack): [string, string][] =>
        stack.clusters.some((cluster) => madeReservations(cluster).length > 0)
          ? [
              [
                capacityGroupName(stack),
                stack.part === "cluster" ? `${path}.clusters.${stack.clusters[0]?.name}` : path,
              ],
            ]
          : [],
      ),
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

/**
 * What is named after a cluster and a part of it: `a` + `b-c` and `a-b` + `c` are one name, as are the key of the file system `disks`
 * and that of the cluster's disks. Identities and file systems are told apart in a resource group, keys in a key vault.
 */
function* madeOfNames(context: RuleContext): Generator<Report> {
  const owners = new Map<string, string>();
  const clusters = new Set<string>();
  for (const { site, cluster, path } of azureClusters(context)) {
    const name = clusterName(site, cluster);
    // Two clusters of one name share the group of their nodes, too, and are reported there.
    if (clusters.has(name)) continue;
    clusters.add(name);
    const group = `${site.subscription}/${resourceGroupName(site)}`;
    const vault = site.keyVault?.name ?? "";
    const identity = (own: string, at: string) => ({ kind: "managed identity", place: group, own, at });
    const key = (own: string, at: string) => ({ kind: "key", place: vault, own, at });
    const made = [
      identity(name, path),
      ...(site.network.egress.kind === "none" ? [identity(kubeletIdentityName(site, cluster), path)] : []),
      ...clusterKeys(site, cluster).map((own) => key(own, path)),
      ...cluster.storage.flatMap((storage) => {
        const own = lustreName(site, cluster, storage);
        const at = `${path}.storage.${storage.name}`;
        const fileSystem = { kind: "file system", place: group, own, at };
        return storage.customerKey ? [fileSystem, identity(own, at), key(own, at)] : [fileSystem];
      }),
    ];
    const reported = new Set<string>();
    for (const { kind, place, own, at } of made) {
      const known = `${kind}\0${place}\0${own}`.toLowerCase();
      const other = owners.get(known);
      // A name that stands twice in one list is reported there; a file system, its identity and its key are one mistake.
      if (other === undefined || other === at || reported.has(at)) owners.set(known, other ?? at);
      else {
        reported.add(at);
        const message = `the ${kind} ${JSON.stringify(own)} would belong to ${other} and to ${at}`;
        yield { path: at, observed: own, message, hint: "rename one of the two" };
      }
    }
  }
}
