import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { TerraformStack } from "../core/cdktf";
import type { SiteBuild } from "../fleet/site";
import { planAddresses, sharingClusters, zoneOf, zonesUsed } from "../ledger";
import { quotasOf } from "../ledger/aws-node-groups";
import { siteTags } from "../ledger/aws-tags";
import { type AwsCluster, type AwsNetwork, type AwsSiteSpec, isExisting } from "../model";
import type { AwsBucketResources } from "./bucket";
import { AwsClusterResources } from "./cluster";
import { AwsExistingNetworkInputs } from "./existing-network";
import { AwsFoundationNetwork } from "./foundation-network";
import type { AwsLustreResources } from "./lustre";
import { type AwsStackPlan, clusterName, launchTemplateName } from "./names";
import { AwsNetworkResources } from "./network";
import type { AwsNetworkInputs } from "./network-inputs";
import { AwsPoolResources } from "./pool";
import { addAwsProvider } from "./provider";
import { addBuckets, addFileSystems } from "./storage";

/** What a stack of an AWS site holds. */
export interface AwsResources {
  readonly provider: AwsProvider;
  /**
   * The VPC that clusters without their own share, where this stack makes it: absent where every cluster has its own, where the VPC
   * exists, and in the stack of a cluster whose site has a foundation.
   */
  readonly network?: AwsNetworkResources;
  /** Buckets, by their names at the site: in its one stack, or in its foundation. */
  readonly buckets: Readonly<Record<string, AwsBucketResources>>;
  /** By cluster name. */
  readonly clusters: Readonly<Record<string, AwsClusterStack>>;
}

/** One cluster with what it stands in and what stands in it. */
export interface AwsClusterStack {
  readonly network: AwsNetworkInputs;
  readonly cluster: AwsClusterResources;
  /** By pool name. */
  readonly pools: Readonly<Record<string, AwsPoolResources>>;
  /** File systems, by name. */
  readonly storage: Readonly<Record<string, AwsLustreResources>>;
}

interface Work {
  readonly stack: TerraformStack;
  readonly site: AwsSiteSpec;
  readonly plan: AwsStackPlan;
  readonly build: SiteBuild;
  readonly tags: Readonly<Record<string, string>>;
}

/** Fills a stack from the checked document of its site. A retired site's stack stays empty, and so destroys what it held. */
export function buildAwsStack(
  stack: TerraformStack,
  site: AwsSiteSpec,
  plan: AwsStackPlan,
  build: SiteBuild,
): AwsResources {
  const tags = siteTags(build.fleet.metadata.name, site);
  const work = { stack, site, plan, build, tags };
  const provider = addAwsProvider(stack, site, plan.clusters, tags);
  if (site.retired) return { provider, buckets: {}, clusters: {} };

  const buckets = plan.part === "cluster" ? {} : addBuckets(stack, build.fleet.metadata.name, site);
  const shared = sharedNetwork(work);
  const clusters = Object.fromEntries(
    plan.clusters.map((spec) => {
      const network = spec.network === undefined ? shared : ownNetwork(work, spec, spec.network);
      if (network === undefined) throw new Error(`the rules let the cluster ${spec.name} pass without a network`);
      return [spec.name, buildCluster(work, spec, network, buckets)];
    }),
  );
  return { provider, ...(shared instanceof AwsNetworkResources ? { network: shared } : {}), buckets, clusters };
}

/** What the clusters of this stack share: made here, found where the foundation made it, or given. */
function sharedNetwork({ stack, site, plan, tags }: Work): AwsNetworkInputs | undefined {
  const { network } = site;
  const sharing = plan.clusters.filter((cluster) => cluster.network === undefined);
  if (network === undefined || (plan.part !== "foundation" && sharing.length === 0)) return undefined;
  const zones = zonesUsed(site, network, sharing);
  if (isExisting(network)) {
    return plan.part === "foundation" ? undefined : new AwsExistingNetworkInputs(stack, "network", network, zones);
  }
  const { name } = site;
  if (plan.part === "cluster") {
    const found = planAddresses(site, network, sharing);
    return new AwsFoundationNetwork(stack, "network", { name, tags, plan: found, zones });
  }
  const addresses = planAddresses(site, network, plan.part === "foundation" ? sharingClusters(site) : sharing);
  return new AwsNetworkResources(stack, "network", { site, network, name, plan: addresses });
}

function ownNetwork({ stack, site }: Work, spec: AwsCluster, network: AwsNetwork): AwsNetworkInputs {
  const id = `network-${spec.name}`;
  if (isExisting(network)) {
    return new AwsExistingNetworkInputs(stack, id, network, zonesUsed(site, network, [spec]));
  }
  const plan = planAddresses(site, network, [spec]);
  return new AwsNetworkResources(stack, id, { site, network, name: clusterName(site, spec), plan });
}

function buildCluster(
  { stack, site, build, tags }: Work,
  spec: AwsCluster,
  network: AwsNetworkInputs,
  buckets: AwsResources["buckets"],
): AwsClusterStack {
  const cluster = new AwsClusterResources(stack, `cluster-${spec.name}`, { site, spec, network, tags });
  const addresses = spec.network ?? site.network;
  const pools = spec.pools.map((pool) => {
    const zoneId = addresses === undefined ? "" : zoneOf(site, addresses, pool);
    const ground = {
      cluster,
      name: launchTemplateName(site, spec, pool),
      subnetId: network.acceleratorSubnetId(zoneId),
      tags,
      protect: site.protect,
      nodesPerGroup: quotasOf(site, spec).nodesPerGroup,
    };
    return [
      pool.name,
      new AwsPoolResources(cluster, `pool-${pool.name}`, pool, build.machine(pool.machine), ground),
    ] as const;
  });
  const storage = addFileSystems(cluster, build.fleet.metadata.name, site, spec, network, buckets);
  return { network, cluster, pools: Object.fromEntries(pools), storage };
}
