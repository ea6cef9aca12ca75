import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { partitionOf } from "../catalog";
import type { AwsCluster, AwsSiteSpec } from "../model";
import { clusterName, roleName } from "./names";
import type { AwsNetworkResources } from "./network";

/** Add-ons that need no machine to become active come with the cluster; CoreDNS waits for the system machines. */
const EARLY_ADDONS = ["vpc-cni", "kube-proxy", "eks-pod-identity-agent"] as const;

/** An EKS cluster with a private endpoint, encrypted secrets, its logs, and machines for what runs beside the accelerators. */
export class AwsClusterResources extends Construct {
  readonly cluster: EksCluster;
  readonly nodeRole: IamRole;
  readonly systemNodes: EksNodeGroup;
  /** Lets accelerators talk to each other, and to nothing else but the way out. */
  readonly acceleratorSecurityGroup: SecurityGroup;
  /** Policies that must be attached before a machine joins and stay until it is gone. */
  readonly nodePolicies: readonly IamRolePolicyAttachment[];

  constructor(scope: Construct, id: string, site: AwsSiteSpec, spec: AwsCluster, network: AwsNetworkResources) {
    super(scope, id);
    const name = clusterName(site, spec);
    const { version } = spec.scheduler;
    const subnetIds = Object.values(network.systemSubnets).map((subnet) => subnet.id);

    const clusterRole = this.role("cluster-role", roleName(site, spec, "cluster"), "eks.amazonaws.com");
    const clusterPolicies = this.attach(site, clusterRole, "cluster", ["AmazonEKSClusterPolicy"]);
    this.nodeRole = this.role("node-role", roleName(site, spec, "nodes"), "ec2.amazonaws.com");
    this.nodePolicies = this.attach(site, this.nodeRole, "node", [
      "AmazonEKSWorkerNodePolicy",
      "AmazonEC2ContainerRegistryPullOnly",
      "AmazonEKS_CNI_Policy",
    ]);

    const key = new KmsKey(this, "secrets-key", {
      description: `Secrets of the EKS cluster ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
    });
    // EKS makes the group itself when it does not find one, and Terraform then cannot.
    const logs = new CloudwatchLogGroup(this, "logs", { name: `/aws/eks/${name}/cluster`, retentionInDays: 90 });
    this.cluster = new EksCluster(this, "cluster", {
      name,
      roleArn: clusterRole.arn,
      ...(version === undefined ? {} : { version }),
      accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: true },
      enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
      encryptionConfig: { provider: { keyArn: key.arn }, resources: ["secrets"] },
      kubernetesNetworkConfig: { ipFamily: "ipv4", ...serviceRange(site, spec) },
      vpcConfig: { subnetIds, endpointPrivateAccess: true, endpointPublicAccess: false },
      dependsOn: [logs, ...clusterPolicies],
    });

    const early = EARLY_ADDONS.map((addon) => this.addon(addon, []));
    this.systemNodes = new EksNodeGroup(this, "system", {
      clusterName: this.cluster.name,
      nodeGroupNamePrefix: "system-",
      nodeRoleArn: this.nodeRole.arn,
      subnetIds,
      amiType: "AL2023_x86_64_STANDARD",
      instanceTypes: ["m6i.2xlarge"],
      scalingConfig: { desiredSize: 3, minSize: 3, maxSize: 6 },
      updateConfig: { maxUnavailable: 1 },
      dependsOn: [...this.nodePolicies, ...early],
      lifecycle: { createBeforeDestroy: true, ignoreChanges: ["scaling_config[0].desired_size"] },
    });
    this.addon("coredns", [this.systemNodes]);
    this.acceleratorSecurityGroup = this.selfOnly(`${name}-accelerators`, network);
  }

  /** EFA passes only where a group allows all traffic to and from itself, by id, in both directions; egress to anywhere is not that. */
  private selfOnly(name: string, network: AwsNetworkResources): SecurityGroup {
    const group = new SecurityGroup(this, "accelerators", {
      name,
      description: `${name}: accelerators among themselves`,
      vpcId: network.vpc.id,
      tags: { Name: name },
    });
    const self = { securityGroupId: group.id, referencedSecurityGroupId: group.id, ipProtocol: "-1" };
    new VpcSecurityGroupIngressRule(this, "accelerators-in", self);
    new VpcSecurityGroupEgressRule(this, "accelerators-out", self);
    new VpcSecurityGroupEgressRule(this, "accelerators-internet", {
      securityGroupId: group.id,
      cidrIpv4: "0.0.0.0/0",
      ipProtocol: "-1",
    });
    return group;
  }

  private role(id: string, name: string, service: string): IamRole {
    const policy = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
    };
    return new IamRole(this, id, { name, assumeRolePolicy: JSON.stringify(policy) });
  }

  private attach(
    site: AwsSiteSpec,
    role: IamRole,
    use: string,
    policies: readonly string[],
  ): IamRolePolicyAttachment[] {
    return policies.map(
      (policy) =>
        new IamRolePolicyAttachment(this, `${use}-${policy}`, {
          role: role.name,
          policyArn: `arn:${partitionOf(site.region)}:iam::aws:policy/${policy}`,
        }),
    );
  }

  private addon(addonName: string, dependsOn: EksNodeGroup[]): EksAddon {
    return new EksAddon(this, `addon-${addonName}`, {
      clusterName: this.cluster.name,
      addonName,
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "PRESERVE",
      dependsOn,
    });
  }
}

function serviceRange(site: AwsSiteSpec, cluster: AwsCluster): { serviceIpv4Cidr?: string } {
  const services = (cluster.network ?? site.network)?.services;
  return services === undefined ? {} : { serviceIpv4Cidr: services };
}
