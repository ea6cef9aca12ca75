import type { ComputeSubnetwork } from "@cdktf/provider-google/lib/compute-subnetwork";
import type { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import type { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import type { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import type { Construct } from "constructs";
import { sizePool } from "../catalog";
import type { TerraformStack } from "../core/cdktf";
import type { SiteBuild } from "../fleet/site";
import type { GoogleCluster, GooglePool, GoogleSiteSpec } from "../model";
import { GoogleClusterResources } from "./cluster";
import { GoogleGpuPool } from "./gpu-pool";
import type { StackPlan } from "./names";
import { GoogleNetworkResources } from "./network";
import type { PoolGround } from "./node-config";
import { GoogleTpuPool } from "./tpu-pool";

/** What a stack of a Google Cloud site holds. */
export interface GoogleResources {
  readonly provider: GoogleProvider;
  /** The VPC that the stack's clusters share. */
  readonly network: GoogleNetworkResources;
  /** By cluster name. */
  readonly clusters: Readonly<Record<string, GoogleClusterStack>>;
}

/** One cluster with what it stands in and what stands in it. */
export interface GoogleClusterStack {
  readonly cluster: ContainerCluster;
  readonly subnetwork: ComputeSubnetwork;
  /** The account of the nodes. */
  readonly serviceAccount: ServiceAccount;
  /** Nodes for what runs beside the accelerators. */
  readonly systemPool: ContainerNodePool;
  /** By pool name: one node pool a TPU slice of several hosts, one an NVLink domain, or just one. */
  readonly pools: Readonly<Record<string, readonly ContainerNodePool[]>>;
}

/** The bindings know provider 6.50 and pin it exactly. Users may run any later one of this range, which accepts what is written. */
export const GOOGLE_PROVIDER = { source: "hashicorp/google", version: ">= 6.50, < 7" } as const;

/** The provider of a stack. A retired site has nothing else: it is what destroys the rest, under the same constraint. */
export function addProvider(stack: TerraformStack, site: GoogleSiteSpec, build: SiteBuild): GoogleProvider {
  const provider = new GoogleProvider(stack, "google", {
    project: site.project,
    region: site.region,
    defaultLabels: labelsOf(site, build),
  });
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
  const network = new GoogleNetworkResources(stack, "network", plan.name, site);
  const clusters = plan.clusters.map((spec) => [spec.name, buildCluster(stack, site, spec, network, build)] as const);
  return { provider, network, clusters: Object.fromEntries(clusters) };
}

function buildCluster(
  stack: TerraformStack,
  site: GoogleSiteSpec,
  spec: GoogleCluster,
  network: GoogleNetworkResources,
  build: SiteBuild,
): GoogleClusterStack {
  const labels = { ...labelsOf(site, build), cluster: spec.name };
  const room = new GoogleClusterResources(stack, `cluster-${spec.name}`, site, spec, network, labels);
  const { cluster, subnetwork, serviceAccount, roles, systemPool } = room;
  const ground: PoolGround = { site, spec, cluster, serviceAccount, roles, labels };
  const pools = spec.pools.map((pool) => [pool.name, buildPool(room, ground, pool, build)] as const);
  return { cluster, subnetwork, serviceAccount, systemPool, pools: Object.fromEntries(pools) };
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

/** Labels take lower-case letters, digits and hyphens, as names do. */
const labelsOf = (site: GoogleSiteSpec, build: SiteBuild): Record<string, string> => ({
  fleet: build.fleet.metadata.name,
  site: site.name,
});
