import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { LaunchTemplate, type LaunchTemplateConfig } from "@cdktf/provider-aws/lib/launch-template";
import { Construct } from "constructs";
import type { Machine } from "../catalog";
import { Token } from "../core/cdktf";
import { awsTaints, isNeuron, POOL_LABEL } from "../ledger/node-marks";
import type { AwsCapacity, AwsPool } from "../model";
import type { AwsClusterResources } from "./cluster";
import { networkInterfaces } from "./efa";
import { nodeGroupPrefix } from "./names";

/** What a pool stands on. */
export interface AwsPoolGround {
  readonly cluster: AwsClusterResources;
  /** The name of the launch template, and of the machines. */
  readonly name: string;
  readonly subnetId: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** One managed node group with its launch template: every EFA interface, encrypted disks, IMDSv2, and the capacity contract. */
export class AwsPoolResources extends Construct {
  readonly launchTemplate: LaunchTemplate;
  readonly nodeGroup: EksNodeGroup;

  constructor(scope: Construct, id: string, pool: AwsPool, machine: Machine, ground: AwsPoolGround) {
    super(scope, id);
    const { cluster, name, tags } = ground;
    const capacityBlock = pool.capacity.kind === "capacityBlock";
    const clusterSecurityGroup = cluster.cluster.vpcConfig.clusterSecurityGroupId;
    this.launchTemplate = new LaunchTemplate(this, "template", {
      name,
      updateDefaultVersion: true,
      // A capacity block wants the type here; then the node group must not name it again.
      ...(capacityBlock ? { instanceType: machine.type } : {}),
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: { volumeType: "gp3", volumeSize: 500, encrypted: "true", deleteOnTermination: "true" },
        },
      ],
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 2 },
      networkInterfaces: networkInterfaces(machine, [clusterSecurityGroup, cluster.acceleratorSecurityGroup.id]),
      // Tags of a node group reach neither its machines nor their disks and interfaces.
      tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
        resourceType,
        tags: { ...tags, Name: name },
      })),
      ...market(pool.capacity),
    });
    this.nodeGroup = new EksNodeGroup(this, "nodes", {
      clusterName: cluster.cluster.name,
      nodeGroupNamePrefix: nodeGroupPrefix(pool),
      nodeRoleArn: cluster.nodeRole.arn,
      subnetIds: [ground.subnetId],
      amiType: amiType(machine),
      capacityType: capacityType(pool.capacity),
      ...(capacityBlock ? {} : { instanceTypes: [machine.type] }),
      launchTemplate: { id: this.launchTemplate.id, version: Token.asString(this.launchTemplate.latestVersion) },
      // Before its window a capacity block has no machines: a group that wants some fails. Whoever schedules it scales it.
      scalingConfig: capacityBlock
        ? { desiredSize: 0, minSize: 0, maxSize: pool.count }
        : { desiredSize: pool.count, minSize: 0, maxSize: pool.count },
      updateConfig: { maxUnavailablePercentage: 10 },
      labels: { [POOL_LABEL]: pool.name },
      taint: awsTaints(pool, machine).map(({ key, value }) => ({ key, value, effect: "NO_SCHEDULE" })),
      dependsOn: [...cluster.nodePolicies],
      lifecycle: { createBeforeDestroy: true, ignoreChanges: capacityBlock ? ["scaling_config[0].desired_size"] : [] },
    });
  }
}

function market(capacity: AwsCapacity): Partial<LaunchTemplateConfig> {
  switch (capacity.kind) {
    case "capacityBlock":
      return {
        instanceMarketOptions: { marketType: "capacity-block" },
        capacityReservationSpecification: {
          capacityReservationTarget: { capacityReservationId: capacity.reservationId },
        },
      };
    case "onDemandReservation":
      return {
        capacityReservationSpecification:
          capacity.reservationId === undefined
            ? { capacityReservationPreference: "open" }
            : { capacityReservationTarget: { capacityReservationId: capacity.reservationId } },
      };
    default:
      return {};
  }
}

function capacityType(capacity: AwsCapacity): string {
  if (capacity.kind === "capacityBlock") return "CAPACITY_BLOCK";
  return capacity.kind === "spot" ? "SPOT" : "ON_DEMAND";
}

/** The image with the driver of the chip, for the architecture of the host. */
export function amiType(machine: Machine): string {
  if (isNeuron(machine)) return "AL2023_x86_64_NEURON";
  return machine.architecture === "arm64" ? "AL2023_ARM_64_NVIDIA" : "AL2023_x86_64_NVIDIA";
}
