import type { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { Construct } from "constructs";
import { Token } from "../core/cdktf";
import { systemNodesOf } from "../ledger/aws-system-nodes";
import { SYSTEM_POOL } from "../ledger/cloud-names";
import type { AwsCluster } from "../model";
import { nodeGroupPrefix } from "./names";

export interface AwsSystemNodeOptions {
  readonly spec: AwsCluster;
  /** The name of the launch template, and of the machines. */
  readonly name: string;
  readonly cluster: EksCluster;
  readonly roleArn: string;
  readonly subnetIds: readonly string[];
  /** Tags that everything of the site has. */
  readonly tags: Readonly<Record<string, string>>;
  readonly dependsOn: readonly { readonly fqn: string }[];
}

/**
 * Machines without a taint, over the zones of the control plane: CoreDNS and other add-ons become active on them. Their template
 * names no security group, so that EKS gives them the cluster's own.
 */
export class AwsSystemNodes extends Construct {
  readonly launchTemplate: LaunchTemplate;
  readonly nodeGroup: EksNodeGroup;

  constructor(scope: Construct, id: string, options: AwsSystemNodeOptions) {
    super(scope, id);
    const { spec, name, tags } = options;
    const plan = systemNodesOf(spec);
    const key = spec.keys?.volumes;
    this.launchTemplate = new LaunchTemplate(this, "template", {
      name,
      updateDefaultVersion: true,
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: {
            volumeType: "gp3",
            volumeSize: plan.diskGiB,
            encrypted: "true",
            deleteOnTermination: "true",
            ...(key === undefined ? {} : { kmsKeyId: key }),
          },
        },
      ],
      metadataOptions: {
        httpEndpoint: "enabled",
        httpTokens: "required",
        httpPutResponseHopLimit: plan.metadataHopLimit,
      },
      // Tags of a node group reach neither its machines nor their disks and interfaces.
      tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
        resourceType,
        tags: { ...tags, Name: name },
      })),
    });
    this.nodeGroup = new EksNodeGroup(this, "nodes", {
      clusterName: options.cluster.name,
      nodeGroupNamePrefix: nodeGroupPrefix({ name: SYSTEM_POOL }),
      nodeRoleArn: options.roleArn,
      subnetIds: [...options.subnetIds],
      amiType: plan.architecture === "arm64" ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD",
      // As the pools', so that an upgrade of the cluster takes these machines along.
      version: options.cluster.version,
      instanceTypes: [...plan.machineTypes],
      launchTemplate: { id: this.launchTemplate.id, version: Token.asString(this.launchTemplate.latestVersion) },
      scalingConfig: { desiredSize: plan.min, minSize: plan.min, maxSize: plan.max },
      updateConfig: { maxUnavailable: 1 },
      labels: { "siteform.dev/pool": SYSTEM_POOL },
      dependsOn: [...options.dependsOn],
      lifecycle: { createBeforeDestroy: true, ignoreChanges: ["scaling_config[0].desired_size"] },
    });
  }
}
