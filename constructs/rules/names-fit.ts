import { sizePool } from "../catalog";
import { nodeGroupCount, nodeGroupName, quotasOf } from "../ledger/aws-node-groups";
import { lustreName, madeReservations, reservationGroupName } from "../ledger/azure-names";
import {
  clusterName,
  flowLogRole,
  launchTemplateName,
  nodeGroupPrefix,
  nodePoolName,
  numberedNodePools,
  roleName,
  SYSTEM_POOL,
} from "../ledger/cloud-names";
import { partName, partsOf } from "../ledger/google-node-pools";
import type { Pool } from "../model";
import type { Report, Rule } from "./rule";
import { awsClusters, awsOwnNetworks, azureClusters, googleClusters, machineAt } from "./walk";

export const namesFit: Rule = {
  id: "NAME-2",
  title: "names that a cloud sees have a length and a form that it takes",
  severity: "error",
  formula:
    "EKS cluster <= 100, IAM role <= 64, node group prefix <= 37, launch template <= 128; GKE cluster and node pool <= 40; AKS cluster <= 63, node pool <= 12, capacity reservation group <= 64, Managed Lustre <= 80",
  source:
    "EKS, EC2 and IAM API references; GKE API reference; Azure resource name rules; terraform-provider-azurerm, KubernetesAgentPoolName",
  *check(context) {
    for (const { site, network, path } of awsOwnNetworks(context)) {
      if (network.flowLogs?.enabled === false) continue;
      const own = site.clusters.find((cluster) => cluster.network === network);
      const name = own === undefined ? site.name : clusterName(site, own);
      yield* tooLong(path, "IAM role", flowLogRole(name), 64);
    }
    for (const { site, cluster, path } of awsClusters(context)) {
      yield* tooLong(path, "EKS cluster", clusterName(site, cluster), 100);
      yield* tooLong(path, "IAM role", roleName(site, cluster, "cluster"), 64);
      for (const pool of cluster.pools) {
        const last = { name: nodeGroupName(pool.name, nodeGroupCount(pool, quotasOf(site, cluster))) };
        yield* tooLong(at(path, pool), "EKS node group up to its last hyphen", nodeGroupPrefix(last), 37);
        yield* tooLong(at(path, pool), "EC2 launch template", launchTemplateName(site, cluster, last), 128);
        if (pool.name === SYSTEM_POOL) yield reserved(at(path, pool));
      }
    }
    for (const { site, cluster, path } of googleClusters(context)) {
      yield* tooLong(path, "GKE cluster", clusterName(site, cluster), 40);
      if (!beginsWithLetter(clusterName(site, cluster)))
        yield noLetter(path, "GKE cluster", clusterName(site, cluster));
      for (const pool of cluster.pools) {
        const machine = machineAt(context, site, pool.machine);
        const size = machine === undefined ? undefined : sizePool(pool, machine);
        const numbered = size === undefined ? undefined : numberedNodePools(pool, size);
        const parts = size === undefined ? 1 : partsOf(pool, size);
        const longest = numbered === undefined ? partName(pool.name, parts) : nodePoolName(pool.name, numbered - 1);
        yield* tooLong(at(path, pool), "GKE node pool", longest, 40);
        if (!beginsWithLetter(longest)) yield noLetter(at(path, pool), "GKE node pool", longest);
        if (pool.name === SYSTEM_POOL) yield reserved(at(path, pool));
      }
    }
    for (const { site, cluster, path } of azureClusters(context)) {
      yield* tooLong(path, "AKS cluster", clusterName(site, cluster), 63);
      for (const pool of cluster.pools) {
        yield* tooLong(at(path, pool), "AKS node pool", pool.name, 12);
        if (!/^[a-z][a-z0-9]*$/.test(pool.name)) yield noHyphen(at(path, pool), pool.name);
        if (pool.name === SYSTEM_POOL) yield reserved(at(path, pool));
      }
      for (const pool of madeReservations(cluster)) {
        const name = reservationGroupName(site, cluster, pool);
        yield* tooLong(at(path, pool), "capacity reservation group", name, 64);
      }
      for (const storage of cluster.storage) {
        const name = lustreName(site, cluster, storage);
        yield* tooLong(`${path}.storage.${storage.name}`, "Managed Lustre file system", name, 80);
      }
    }
  },
};

const at = (cluster: string, pool: Pool): string => `${cluster}.pools.${pool.name}`;

const beginsWithLetter = (name: string): boolean => /^[a-z]/.test(name);

function* tooLong(path: string, what: string, name: string, limit: number): Generator<Report> {
  if (name.length <= limit) return;
  yield {
    path,
    observed: name.length,
    limit,
    unit: "characters",
    message: `the name of the ${what}, ${JSON.stringify(name)}, has ${name.length} characters; at most ${limit} are allowed`,
    hint: `shorten the names it is made of by ${name.length - limit}`,
  };
}

const noLetter = (path: string, what: string, name: string): Report => ({
  path,
  observed: name,
  message: `the name of the ${what}, ${JSON.stringify(name)}, must begin with a letter`,
});

const noHyphen = (path: string, name: string): Report => ({
  path,
  observed: name,
  message: `the name of the AKS node pool, ${JSON.stringify(name)}, must be lower-case letters and digits, a letter first`,
  hint: `for example ${JSON.stringify(
    name
      .replace(/[^a-z0-9]/g, "")
      .replace(/^\d+/, "")
      .slice(0, 12) || "pool",
  )}`,
});

const reserved = (path: string): Report => ({
  path,
  observed: SYSTEM_POOL,
  message: `the name "${SYSTEM_POOL}" belongs to the pool that every cluster has for what runs beside the accelerators`,
  hint: "name the pool after its accelerator",
});
