import { AutoscalingGroupTagA as AutoscalingGroupTag } from "@cdktf/provider-aws/lib/autoscaling-group-tag";
import { AutoscalingSchedule } from "@cdktf/provider-aws/lib/autoscaling-schedule";
import type { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import type { Construct } from "constructs";
import type { Machine } from "../catalog";
import { blockSchedule } from "../ledger/aws-block-schedule";
import { extendedResources } from "../ledger/extended-resources";
import { awsLabels, awsTaints } from "../ledger/node-marks";
import type { AwsCapacityBlock, AwsPool } from "../model";

/** Brings the machines of a capacity block into its group within the window, and out of it in time. */
export function scaleBlock(
  scope: Construct,
  pool: AwsPool,
  block: AwsCapacityBlock,
  machine: Machine,
  group: EksNodeGroup,
): void {
  const autoscalingGroupName = group.resources.get(0).autoscalingGroups.get(0).name;
  if (block.scaling === "autoscaler") {
    hintAutoscaler(scope, pool, machine, autoscalingGroupName);
    return;
  }
  const { up, down } = blockSchedule(block, machine);
  const action = (name: string, recurrence: string, desiredCapacity: number) =>
    new AutoscalingSchedule(scope, name, {
      scheduledActionName: `siteform-${name}`,
      autoscalingGroupName,
      recurrence,
      timeZone: "Etc/UTC",
      desiredCapacity,
      // -1 leaves what the node group says.
      minSize: -1,
      maxSize: -1,
    });
  for (const [index, recurrence] of up.entries()) action(`up-${index + 1}`, recurrence, pool.count);
  action("down", down, 0);
}

/**
 * Tells the Cluster Autoscaler what a machine of a group would have that has none. EKS tags the group so that the autoscaler finds it;
 * of what the machines hold it knows GPUs by itself, and nothing of Neuron and EFA. Source: kubernetes/autoscaler, AWS, scaling a
 * node group from 0.
 */
function hintAutoscaler(scope: Construct, pool: AwsPool, machine: Machine, autoscalingGroupName: string): void {
  const template = "k8s.io/cluster-autoscaler/node-template";
  const hints = [
    ...extendedResources(machine).map(({ name, perMachine }) => [`resources/${name}`, String(perMachine)] as const),
    ...Object.entries(awsLabels(pool)).map(([key, value]) => [`label/${key}`, value] as const),
    ...awsTaints(pool, machine).map(({ key, value, effect }) => [`taint/${key}`, `${value}:${effect}`] as const),
  ];
  for (const [key, value] of hints) {
    new AutoscalingGroupTag(scope, `hint-${key.replace(/[^A-Za-z0-9]+/g, "-")}`, {
      autoscalingGroupName,
      tag: { key: `${template}/${key}`, value, propagateAtLaunch: false },
    });
  }
}
