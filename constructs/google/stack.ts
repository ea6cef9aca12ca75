import type { ComputeSubnetwork } from "@cdktf/provider-google/lib/compute-subnetwork";
import type { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import type { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import type { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import type { StorageBucket } from "@cdktf/provider-google/lib/storage-bucket";
import type { Construct } from "constructs";
import { sizePool } from "../catalog";
import type { TerraformStack } from "../core/cdktf";
import type { SiteBuild } from "../fleet/site";
import type { GooglePool, GoogleSiteSpec } from "../model";
import { addBucket } from "./bucket";
import { type ClusterGround, GoogleClusterResources } from "./cluster";
import { GoogleEncryptionResources } from "./encryption";
import { GoogleGpuNetworks } from "./gpu-networks";
import { GoogleGpuPool } from "./gpu-pool";
import { layGround } from "./ground";
import type { StackPlan } from "./names";
import { GoogleNetworkResources } from "./network";
import type { PoolGround } from "./node-config";
import { GoogleClusterStorage } from "./storage";
import { GoogleTpuPool } from "./tpu-pool";

/** What a stack of a Google Cloud site holds. */
export interface GoogleResources {
  readonly provider: GoogleProvider;
  /** The VPC that the stack's clusters share; undefined where all stand in existing ones. */
  readonly network: GoogleNetworkResources | undefined;
  /** The key and its grants; undefined where Google's own keys are used. */
  readonly encryption: GoogleEncryptionResources | undefined;
  /** By cluster name. */
  readonly clusters: Readonly<Record<string, GoogleClusterStack>>;
  /** By the name in the site. */
  readonly buckets: Readonly<Record<string, StorageBucket>>;
}

/** One cluster with what it stands in and what stands in it. */
export interface GoogleClusterStack {
  readonly cluster: ContainerCluster;
  /** Undefined where the cluster stands in one that exists. */
  readonly subnetwork: ComputeSubnetwork | undefined;
  /** The account of the nodes; undefined where it existed before. */
  readonly serviceAccount: ServiceAccount | undefined;
  /** Nodes for what runs beside the accelerators. */
  readonly systemPool: ContainerNodePool;
  /** By pool name: one node pool a TPU slice of several hosts, one an NVLink domain, one a thousand machines, or just one. */
  readonly pools: Readonly<Record<string, readonly ContainerNodePool[]>>;
  /** Further networks of GPU machines; none where the cluster states no range for them. */
  readonly gpuNetworks: GoogleGpuNetworks;
  readonly storage: GoogleClusterStorage;
}

/** The bindings know provider 6.50 and pin it exactly. Users may run any later one of this range, which accepts what is written. */
export const GOOGLE_PROVIDER = { source: "hashicorp/google", version: ">= 6.50, < 7" } as const;

/** The provider of a stack. A retired site has nothing else: it is what destroys the rest, under the same constraint. */
export function addProvider(stack: TerraformStack, site: GoogleSiteSpec, build: SiteBuild): GoogleProvider {
  const provider = new GoogleProvider(stack, "google", {
    project: site.project,
    region: site.region,
    ...(site.impersonate === undefined ? {} : { impersonateServiceAccount: site.impersonate }),
    ...(site.quotaProject === undefined ? {} : { billingProject: site.quotaProject, userProjectOverride: true }),
  });
  // As an override: the framework writes every key in a provider's configuration in its own way, those of labels, too.
  provider.addOverride("default_labels", labelsOf(site, build));
  stack.addOverride("terraform.required_providers.google", GOOGLE_PROVIDER);
  return provider;
}

/** Fills a stack from the checked document of its site. */
export function buildGoogleStack(
  stack: TerraformStack,
  site: GoogleSiteSpec,
  plan: StackPlan,
  build: SiteBuild,
): GoogleResources {
  const provider = addProvider(stack, site, build);
  const ground = layGround(stack, site, plan);
  const network = needsNetwork(site, plan)
    ? new GoogleNetworkResources(stack, "network", plan.name, site, plan.clusters, ground)
    : undefined;
  const encryption =
    site.encryption === undefined || (plan.clusters.length === 0 && plan.buckets.length === 0)
      ? undefined
      : new GoogleEncryptionResources(stack, "encryption", site, plan, ground);
  const clusters = plan.clusters.map((spec) => {
    const labels = { ...labelsOf(site, build), cluster: spec.name };
    return [spec.name, buildCluster(stack, { site, spec, network, encryption, stack: ground, labels }, build)] as const;
  });
  const buckets = plan.buckets.map((spec) => [spec.name, addBucket(stack, site, spec, encryption, ground)] as const);
  return {
    provider,
    network,
    encryption,
    clusters: Object.fromEntries(clusters),
    buckets: Object.fromEntries(buckets),
  };
}

/** The one stack of a site has its VPC also before its first cluster comes. */
const needsNetwork = (site: GoogleSiteSpec, plan: StackPlan): boolean =>
  plan.clusters.some(({ network }) => network.existing === undefined) ||
  (plan.clusters.length === 0 && site.stacks === "single");

function buildCluster(stack: TerraformStack, ground: ClusterGround, build: SiteBuild): GoogleClusterStack {
  const { site, spec, labels, encryption } = ground;
  const room = new GoogleClusterResources(stack, `cluster-${spec.name}`, ground);
  const { cluster, subnetwork, serviceAccount, account, systemPool } = room;
  const gpuNetworks = new GoogleGpuNetworks(room, "gpu-networks", site, spec, ground.stack);
  const storage = new GoogleClusterStorage(room, "storage", ground, room.standsIn);
  const poolGround: PoolGround = {
    site,
    spec,
    cluster,
    account,
    key: encryption?.key,
    labels,
    gpuNetworks,
    stack: ground.stack,
  };
  const pools = spec.pools.map((pool) => [pool.name, buildPool(room, poolGround, pool, build)] as const);
  return { cluster, subnetwork, serviceAccount, systemPool, pools: Object.fromEntries(pools), gpuNetworks, storage };
}

function buildPool(
  scope: Construct,
  ground: PoolGround,
  pool: GooglePool,
  build: SiteBuild,
): readonly ContainerNodePool[] {
  const machine = build.machine(pool.machine);
  const size = sizePool(pool, machine);
  if (size === undefined) throw new Error(`the rules let the pool ${pool.name} pass without a size`);
  const Pool = machine.tpu === undefined ? GoogleGpuPool : GoogleTpuPool;
  return new Pool(scope, `pool-${pool.name}`, ground, pool, machine, size).nodePools;
}

/** Labels of everything: the site's own, and where it belongs. */
const labelsOf = (site: GoogleSiteSpec, build: SiteBuild): Record<string, string> => ({
  ...site.labels,
  fleet: build.fleet.metadata.name,
  site: site.name,
});
