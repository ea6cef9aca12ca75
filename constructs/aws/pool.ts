import { EksNodeGroup, type EksNodeGroupConfig } from "@cdktf/provider-aws/lib/eks-node-group";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { Construct } from "constructs";
import type { Machine } from "../catalog";
import { Token } from "../core/cdktf";
import { amiTypeOf } from "../ledger/aws-images";
import { type NodeGroup, nodeGroupsOf } from "../ledger/aws-node-groups";
import { awsLabels, awsTaints } from "../ledger/node-marks";
import { type AwsCapacity, type AwsPool, isCapacityBlock } from "../model";
import { scaleBlock } from "./block-scaling";
import type { AwsClusterResources } from "./cluster";
import { launchTemplate } from "./launch-template";
import { nodeGroupPrefix } from "./names";
import { type PoolCapacity, poolCapacity } from "./pool-capacity";

/** What a pool stands on. */
export interface AwsPoolGround {
  readonly cluster: AwsClusterResources;
  /** The name of the launch template, and of the machines. */
  readonly name: string;
  readonly subnetId: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Whether Terraform refuses to cancel a reservation that it made. */
  readonly protect: boolean;
  /** The most machines of a node group. */
  readonly nodesPerGroup: number;
}

/**
 * A pool: one managed node group, or several where one does not take all its machines, with a launch template that has every
 * EFA interface, encrypted disks, IMDSv2 and the capacity contract.
 */
export class AwsPoolResources extends Construct {
  /** The template of the first group, which the others share unless each has a reservation of its own. */
  readonly launchTemplate: LaunchTemplate;
  /** The first group. */
  readonly nodeGroup: EksNodeGroup;
  /** All groups, in the order in which they are filled. */
  readonly nodeGroups: readonly EksNodeGroup[];
  readonly capacity: PoolCapacity;

  constructor(scope: Construct, id: string, pool: AwsPool, machine: Machine, ground: AwsPoolGround) {
    super(scope, id);
    const groups = nodeGroupsOf(pool, ground);
    this.capacity = poolCapacity(this, pool, machine, { ...ground, groups });
    const template = (group: NodeGroup) =>
      new LaunchTemplate(
        this,
        `template${group.suffix}`,
        launchTemplate(pool, machine, {
          name: `${ground.name}${group.suffix}`,
          tags: ground.tags,
          securityGroups: securityGroups(ground.cluster),
          source: this.capacity.sourceOf(group),
          volumeKeyArn: ground.cluster.volumeKeyArn,
        }),
      );
    const [first, ...others] = groups;
    if (first === undefined) throw new Error(`the rules let the pool ${pool.name} pass without a machine`);
    this.launchTemplate = template(first);
    this.nodeGroup = this.group(pool, machine, ground, first, this.launchTemplate);
    this.nodeGroups = [
      this.nodeGroup,
      ...others.map((group) =>
        this.group(pool, machine, ground, group, this.capacity.perGroup ? template(group) : this.launchTemplate),
      ),
    ];
    if (isCapacityBlock(pool.capacity)) scaleBlock(this, pool, pool.capacity, machine, this.nodeGroup);
  }

  private group(
    pool: AwsPool,
    machine: Machine,
    { cluster, subnetId }: AwsPoolGround,
    group: NodeGroup,
    template: LaunchTemplate,
  ): EksNodeGroup {
    const block = isCapacityBlock(pool.capacity);
    return new EksNodeGroup(this, `nodes${group.suffix}`, {
      clusterName: cluster.cluster.name,
      nodeGroupNamePrefix: nodeGroupPrefix(group),
      nodeRoleArn: cluster.nodeRoleArn,
      subnetIds: [subnetId],
      ...image(pool, machine, cluster),
      capacityType: capacityType(pool.capacity),
      ...(block ? {} : { instanceTypes: [machine.type] }),
      launchTemplate: { id: template.id, version: Token.asString(template.latestVersion) },
      // Before its window a capacity block has no machines, and a group that wants some fails: its size is never Terraform's.
      scalingConfig: { desiredSize: block ? 0 : group.machines, minSize: 0, maxSize: group.machines },
      updateConfig:
        pool.updates?.by === "count"
          ? { maxUnavailable: pool.updates.maxUnavailable }
          : { maxUnavailablePercentage: pool.updates?.maxUnavailable ?? 10 },
      ...(pool.repair === undefined ? {} : { nodeRepairConfig: { enabled: pool.repair } }),
      labels: { ...awsLabels(pool) },
      taint: awsTaints(pool, machine).map(({ key, value, effect }) => ({ key, value, effect: EKS_EFFECTS[effect] })),
      // An update waits until the pods of each machine are gone, machine after machine.
      timeouts: { create: "2h", update: "12h", delete: "2h" },
      dependsOn: [...cluster.beforeMachines],
      lifecycle: { createBeforeDestroy: true, ignoreChanges: block ? ["scaling_config[0].desired_size"] : [] },
    });
  }
}

const EKS_EFFECTS = {
  NoSchedule: "NO_SCHEDULE",
  NoExecute: "NO_EXECUTE",
  PreferNoSchedule: "PREFER_NO_SCHEDULE",
} as const;

/** With security groups in the template EKS does not add its own: without it no machine joins. */
const securityGroups = (cluster: AwsClusterResources): readonly string[] => [
  cluster.cluster.vpcConfig.clusterSecurityGroupId,
  cluster.acceleratorSecurityGroup.id,
];

/** The image and the version, which follows the cluster's. With an image of one's own EKS takes neither. */
function image(pool: AwsPool, machine: Machine, cluster: AwsClusterResources): Partial<EksNodeGroupConfig> {
  if (pool.image?.kind === "custom") return { amiType: "CUSTOM" };
  const amiType = amiTypeOf(machine, pool.image?.kind);
  if (amiType === undefined) throw new Error(`the rules let ${machine.type} pass without an image`);
  const releaseVersion = pool.image?.releaseVersion;
  return {
    amiType,
    version: cluster.cluster.version,
    ...(releaseVersion === undefined ? {} : { releaseVersion }),
  };
}

function capacityType(capacity: AwsCapacity): string {
  if (isCapacityBlock(capacity)) return "CAPACITY_BLOCK";
  return capacity.kind === "spot" ? "SPOT" : "ON_DEMAND";
}
