import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import type { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Construct } from "constructs";
import type { AwsCluster, AwsSiteSpec } from "../model";
import { acceleratorGroup } from "./accelerator-group";
import { AwsAccess } from "./access";
import { AwsAddons } from "./addons";
import { type AwsClusterKey, clusterKeys } from "./cluster-key";
import { machinePrincipal } from "./iam";
import { clusterLogGroup, clusterName, roleName } from "./names";
import type { AwsNetworkInputs } from "./network-inputs";
import { AwsPodIdentities } from "./pod-identities";
import { serviceRole } from "./service-role";
import { AwsSystemNodes } from "./system-nodes";

/** What a cluster is made from. */
export interface AwsClusterOptions {
  readonly site: AwsSiteSpec;
  readonly spec: AwsCluster;
  readonly network: AwsNetworkInputs;
  /** Tags that everything of the site has. */
  readonly tags: Readonly<Record<string, string>>;
}

const LOGS = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

/** An EKS cluster: its control plane, its roles and keys, who may use it, its add-ons, and machines for what runs beside the accelerators. */
export class AwsClusterResources extends Construct {
  readonly cluster: EksCluster;
  /** The role of every machine of the cluster. */
  readonly nodeRoleArn: string;
  /** That role, where it is made here. */
  readonly nodeRole?: IamRole;
  /** Policies and add-ons that must be there before a machine joins and stay until it is gone. */
  readonly beforeMachines: readonly (IamRolePolicyAttachment | EksAddon)[];
  /** What encrypts secrets and logs, where the user gives no keys for them. */
  readonly key?: AwsClusterKey;
  /** The user's key for volumes; without it they have the account's. */
  readonly volumeKeyArn?: string;
  readonly addons: AwsAddons;
  readonly systemNodes: EksNodeGroup;
  /** Lets accelerators talk to each other, and to nothing else but the way out. */
  readonly acceleratorSecurityGroup: SecurityGroup;

  constructor(scope: Construct, id: string, options: AwsClusterOptions) {
    super(scope, id);
    const { site, spec, network, tags } = options;
    const name = clusterName(site, spec);
    const subnetIds = Object.values(network.systemSubnetIds);

    const clusterRole = serviceRole(this, "cluster", spec.roles?.cluster, {
      site,
      name: roleName(site, spec, "cluster"),
      service: "eks.amazonaws.com",
      policies: ["AmazonEKSClusterPolicy"],
    });
    const nodeRole = serviceRole(this, "node", spec.roles?.nodes, {
      site,
      name: roleName(site, spec, "nodes"),
      service: machinePrincipal(site),
      // What the network plug-in may do is for its own role: a pod that gets at the machine's credentials cannot move interfaces.
      policies: ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"],
    });
    this.nodeRoleArn = nodeRole.arn;
    if (nodeRole.role !== undefined) this.nodeRole = nodeRole.role;
    if (spec.keys?.volumes !== undefined) this.volumeKeyArn = spec.keys.volumes;

    const keys = clusterKeys(this, { site, name, logGroup: clusterLogGroup(name) }, spec.keys);
    if (keys.made !== undefined) this.key = keys.made;
    // EKS makes the group itself when it does not find one, and Terraform then cannot.
    const logGroup = new CloudwatchLogGroup(this, "logs", {
      name: clusterLogGroup(name),
      retentionInDays: spec.logRetentionDays ?? 90,
      kmsKeyId: keys.logs,
    });
    this.cluster = new EksCluster(this, "cluster", {
      name,
      roleArn: clusterRole.arn,
      ...controlPlane(spec),
      accessConfig: {
        authenticationMode: "API",
        bootstrapClusterCreatorAdminPermissions: spec.creatorIsAdmin ?? true,
      },
      // Every add-on is one of EKS: none is there before Terraform makes it.
      bootstrapSelfManagedAddons: false,
      enabledClusterLogTypes: LOGS,
      encryptionConfig: { provider: { keyArn: keys.secrets }, resources: ["secrets"] },
      kubernetesNetworkConfig: { ipFamily: "ipv4", ...serviceRange(site, spec) },
      vpcConfig: { subnetIds, endpointPrivateAccess: true, ...publicEndpoint(spec) },
      dependsOn: [logGroup, ...clusterRole.policies],
      lifecycle: { preventDestroy: site.protect },
    });

    new AwsAccess(this, "access", site, spec, this.cluster);
    this.addons = new AwsAddons(this, "addons", { site, spec, cluster: this.cluster, wayOut: network.wayOut });
    this.beforeMachines = [...nodeRole.policies, ...this.addons.early];
    const system = new AwsSystemNodes(this, "system", {
      spec,
      name: `${name}-system`,
      cluster: this.cluster,
      roleArn: nodeRole.arn,
      subnetIds,
      tags,
      dependsOn: this.beforeMachines,
    });
    this.systemNodes = system.nodeGroup;
    this.addons.addLate([this.systemNodes]);
    new AwsPodIdentities(this, "pods", { site, spec, cluster: this.cluster, dependsOn: this.addons.early });
    this.acceleratorSecurityGroup = acceleratorGroup(this, `${name}-accelerators`, network.vpcId);
  }
}

/** Arguments of the control plane that are there only when they are asked for: some need a later provider than others. */
function controlPlane({ scheduler, support, controlPlaneTier, deletionProtection, zonalShift }: AwsCluster) {
  return {
    ...(scheduler.version === undefined ? {} : { version: scheduler.version }),
    ...(support === undefined ? {} : { upgradePolicy: { supportType: support.toUpperCase() } }),
    ...(controlPlaneTier === undefined ? {} : { controlPlaneScalingConfig: { tier: controlPlaneTier } }),
    ...(deletionProtection === undefined ? {} : { deletionProtection }),
    ...(zonalShift === undefined ? {} : { zonalShiftConfig: { enabled: zonalShift } }),
  };
}

function publicEndpoint({ publicAccessCidrs }: AwsCluster) {
  return publicAccessCidrs === undefined
    ? { endpointPublicAccess: false }
    : { endpointPublicAccess: true, publicAccessCidrs: [...publicAccessCidrs] };
}

function serviceRange(site: AwsSiteSpec, cluster: AwsCluster): { serviceIpv4Cidr?: string } {
  const services = (cluster.network ?? site.network)?.services;
  return services === undefined ? {} : { serviceIpv4Cidr: services };
}
