import { sizePool } from "../../catalog";
import { clusterName, googleStacks, NVLINK_DOMAINS } from "../../ledger/cloud-names";
import { gpuNetworks } from "../../ledger/google-gpu-networks";
import { fileSystemName } from "../../ledger/google-storage-names";
import type { GoogleCluster, GoogleSiteSpec } from "../../model";
import type { Report, RuleContext } from "../rule";
import { type ClusterAt, googleClusters, googleSites, machineAt } from "../walk";

/** Something that Google knows by a name, which nothing else of its kind and scope may have. */
interface Claim {
  readonly kind: string;
  /** Where the name is one: a project, or a region or zone of it. */
  readonly scope: string;
  readonly name: string;
  readonly path: string;
}

/**
 * Names that are made of a cluster's and of something in it: the further network `rdma` of a cluster `train` and the network of a
 * cluster `train-rdma` would have one. Clusters of one name are told apart nowhere, and other rules speak of them.
 */
export function* sharedInGoogle(context: RuleContext): Generator<Report> {
  const owners = new Map<string, string>();
  for (const { kind, scope, name, path } of claims(context)) {
    const key = [kind, scope, name].join("\0");
    const first = owners.get(key);
    if (first === undefined) owners.set(key, path);
    else if (first !== path) {
      const message = `the ${kind} of ${path} is named ${JSON.stringify(name)}, as is that of ${first}`;
      yield { path, observed: name, message, hint: "rename one of the two" };
    }
  }
}

function* claims(context: RuleContext): Generator<Claim> {
  for (const { site, path } of googleSites(context)) {
    for (const plan of googleStacks(site)) {
      const own = plan.clusters.filter(({ network }) => network.existing === undefined);
      const [only] = own;
      if (only === undefined) continue;
      const owner = plan.name === site.name ? path : `${path}.clusters.${only.name}`;
      yield { kind: "VPC", scope: site.project, name: plan.name, path: owner };
    }
  }
  for (const found of googleClusters(context)) yield* ofCluster(context, found);
}

function* ofCluster(context: RuleContext, found: ClusterAt<GoogleSiteSpec, GoogleCluster>): Generator<Claim> {
  const { site, cluster, path } = found;
  const region = `${site.project} ${site.region}`;
  const name = clusterName(site, cluster);
  if (cluster.network.existing === undefined) yield { kind: "subnetwork", scope: region, name, path };
  const further = gpuNetworks(site, cluster);
  const gpu = `${path}.network.gpu`;
  for (const vpc of new Set(further.map((each) => each.vpc)))
    yield { kind: "VPC", scope: site.project, name: vpc, path: gpu };
  for (const { subnetwork } of further) yield { kind: "subnetwork", scope: region, name: subnetwork, path: gpu };
  for (const each of cluster.storage ?? []) {
    const scope = `${site.project} ${each.kind} ${each.zone ?? site.region}`;
    const at = `${path}.storage.${each.name}`;
    yield { kind: "file system", scope, name: fileSystemName(site, cluster, each), path: at };
  }
  for (const pool of cluster.pools) {
    const machine = machineAt(context, site, pool.machine);
    const slices = machine === undefined ? undefined : sizePool(pool, machine)?.slices;
    const byPolicy = (machine?.tpu?.generation === "tpu7x" && slices?.multiHost) || NVLINK_DOMAINS.has(pool.machine);
    if (byPolicy)
      yield {
        kind: "workload policy",
        scope: region,
        name: `${name}-${pool.name}`,
        path: `${path}.pools.${pool.name}`,
      };
  }
}
