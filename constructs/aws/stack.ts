import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { TerraformStack } from "../core/cdktf";
import type { SiteBuild } from "../fleet/site";
import { planAddresses, zoneOf } from "../ledger";
import { quotasOf } from "../ledger/aws-node-groups";
import type { AwsCluster, AwsNetwork, AwsSiteSpec } from "../model";
import { AwsClusterResources } from "./cluster";
import { clusterName, launchTemplateName, type StackPlan } from "./names";
import { AwsNetworkResources } from "./network";
import { AwsPoolResources } from "./pool";

/** What a stack of an AWS site holds. */
export interface AwsResources {
  readonly provider: AwsProvider;
  /** The VPC that clusters without their own share; absent when every cluster has its own. */
  readonly network?: AwsNetworkResources;
  /** By cluster name. */
  readonly clusters: Readonly<Record<string, AwsClusterStack>>;
}

/** One cluster with what it stands in and what stands in it. */
export interface AwsClusterStack {
  readonly network: AwsNetworkResources;
  readonly cluster: AwsClusterResources;
  /** By pool name. */
  readonly pools: Readonly<Record<string, AwsPoolResources>>;
}

/** The bindings know provider 6.25; users run 5.100 and later. Only arguments that 5.100 knows are written. */
export const AWS_PROVIDER = { source: "hashicorp/aws", version: ">= 5.100, < 7" } as const;

/** Fills a stack from the checked document of its site. A retired site's stack stays empty, and so destroys what it held. */
export function buildAwsStack(
  stack: TerraformStack,
  site: AwsSiteSpec,
  plan: StackPlan,
  build: SiteBuild,
): AwsResources {
  const tags = { "siteform:fleet": build.fleet.metadata.name, "siteform:site": site.name };
  const provider = new AwsProvider(stack, "aws", {
    region: site.region,
    allowedAccountIds: [site.account],
    defaultTags: [{ tags }],
  });
  stack.addOverride("terraform.required_providers.aws", AWS_PROVIDER);
  if (site.retired) return { provider, clusters: {} };

  const sharing = plan.clusters.filter((cluster) => cluster.network === undefined);
  const shared =
    site.network === undefined || sharing.length === 0
      ? undefined
      : networkFor(stack, "network", site, site.network, sharing);
  const clusters = Object.fromEntries(
    plan.clusters.map((spec) => {
      const network =
        spec.network === undefined ? shared : networkFor(stack, `network-${spec.name}`, site, spec.network, [spec]);
      if (network === undefined) throw new Error(`the rules let the cluster ${spec.name} pass without a network`);
      return [spec.name, buildCluster(stack, site, spec, network, build, tags)];
    }),
  );
  return { provider, ...(shared === undefined ? {} : { network: shared }), clusters };
}

function networkFor(
  stack: TerraformStack,
  id: string,
  site: AwsSiteSpec,
  network: AwsNetwork,
  clusters: readonly AwsCluster[],
) {
  const [own] = clusters;
  const name = id === "network" || own === undefined ? site.name : clusterName(site, own);
  return new AwsNetworkResources(stack, id, name, planAddresses(site, network, clusters));
}

function buildCluster(
  stack: TerraformStack,
  site: AwsSiteSpec,
  spec: AwsCluster,
  network: AwsNetworkResources,
  build: SiteBuild,
  tags: Readonly<Record<string, string>>,
): AwsClusterStack {
  const cluster = new AwsClusterResources(stack, `cluster-${spec.name}`, site, spec, network);
  const addresses = spec.network ?? site.network;
  const pools = spec.pools.map((pool) => {
    const zoneId = addresses === undefined ? "" : zoneOf(site, addresses, pool);
    const subnet = network.acceleratorSubnets[zoneId];
    if (subnet === undefined) throw new Error(`the address plan has no accelerator subnet in ${zoneId}`);
    const ground = {
      cluster,
      name: launchTemplateName(site, spec, pool),
      subnetId: subnet.id,
      tags,
      protect: site.protect,
      nodesPerGroup: quotasOf(site, spec).nodesPerGroup,
    };
    return [
      pool.name,
      new AwsPoolResources(cluster, `pool-${pool.name}`, pool, build.machine(pool.machine), ground),
    ] as const;
  });
  return { network, cluster, pools: Object.fromEntries(pools) };
}
