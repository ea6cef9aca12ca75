import type { Construct } from "constructs";
import type { AwsMachineType, DefinedMachine } from "../catalog";
import { type CloudClusterProps, type CloudPoolProps, CloudSite, type CloudSiteProps } from "../fleet/cloud-site";
import { runHooks } from "../fleet/run-hooks";
import type { SiteBuild } from "../fleet/site";
import type {
  AccessEntryInput,
  AddonInput,
  AssumeRoleInput,
  AwsDisk,
  AwsImage,
  AwsLifecycle,
  AwsLustreInput,
  AwsNetworkInput,
  AwsQuotas,
  AwsSiteQuotas,
  AwsTaint,
  AwsUpdates,
  ClusterKeysInput,
  ClusterRolesInput,
  KubernetesScheduler,
  PodIdentityInput,
  SiteSpec,
  SystemNodesInput,
} from "../model";
import type { AwsContract } from "./capacity";
import { stacksOf } from "./names";
import type { AwsResources } from "./stack";

/** Machines of one instance type, by count. */
export interface AwsPoolProps extends CloudPoolProps {
  readonly machine: AwsMachineType | DefinedMachine<"aws">;
  readonly count: number;
  /** `onDemand()`, `spot()`, `onDemandReservation({...})`, `capacityBlock({...})` or `buyCapacityBlock({...})` of `siteform/aws`. */
  readonly capacity: AwsContract;
  /**
   * What the machines start from: `al2023()`, `bottlerocket()` or `customImage({...})` of `siteform/aws`.
   * @default al2023() - the newest release when the node group is made
   */
  readonly image?: AwsImage;
  /**
   * The root disk, an encrypted gp3 volume.
   * @default - 500 GiB with the IOPS and throughput that gp3 has without a price, and the account's key for EBS
   */
  readonly disk?: AwsDisk;
  /**
   * What becomes of the machine's own NVMe disks: one volume for containers and pods, or nothing.
   * @default "raid0" - where the catalogue knows of such disks
   */
  readonly localStorage?: "raid0" | "none";
  /** @default - `siteform.dev/pool` alone */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Taints instead of the one that keeps off what asks for no accelerator; none with an empty list.
   * @default - the accelerator's resource name, `present`, `NO_SCHEDULE`
   */
  readonly taints?: readonly AwsTaint[];
  /**
   * How many machines of a node group an update takes at once.
   * @default - 10 percent
   */
  readonly updates?: AwsUpdates;
  /**
   * Whether EKS replaces machines that it finds unhealthy. It needs the add-on eks-node-monitoring-agent to see chips.
   * @default - what EKS does by default: false
   */
  readonly repair?: boolean;
}

/** An EKS cluster. */
export interface AwsClusterProps extends CloudClusterProps {
  /** @default kubernetes() - the version EKS gives by default */
  readonly scheduler?: KubernetesScheduler;
  /**
   * A VPC of the cluster's own, or one that exists: `existingVpc({...})`.
   * @default - the site's
   */
  readonly network?: AwsNetworkInput;
  /**
   * Quotas of EKS that AWS raised, where they differ from the site's. See there.
   * @default - the site's
   */
  readonly quotas?: AwsQuotas;
  /**
   * IPv4 ranges from which the Kubernetes API is reached over the internet, at most 40.
   * @default - none: the API has a private endpoint alone
   */
  readonly publicAccessCidrs?: readonly string[];
  /**
   * Who may use the Kubernetes API: a principal with a policy of EKS, in all namespaces or some, or with groups of Kubernetes.
   * @default - nobody beside whoever creates the cluster
   */
  readonly access?: readonly AccessEntryInput[];
  /**
   * Whether the identity that creates the cluster administers it. EKS decides this at creation: a change replaces the cluster. It
   * is on by default, since a cluster whose first deploy fails after its control plane could otherwise be entered by nobody.
   * @default true
   */
  readonly creatorIsAdmin?: boolean;
  /**
   * Add-ons of EKS by name, with a version, a configuration, or switched off: `{ "coredns": { version: "v1.12.1-eksbuild.2" } }`. A
   * name beside the defaults adds that add-on; `aws-fsx-csi-driver` gets a role of its own.
   * @default - eks-pod-identity-agent, vpc-cni, kube-proxy, coredns, aws-ebs-csi-driver, eks-node-monitoring-agent, each in the
   * version that EKS takes by default
   */
  readonly addons?: Readonly<Record<string, AddonInput>>;
  /**
   * Roles for the pods of service accounts: one that exists, or one made with the policies given.
   * @default - none
   */
  readonly podIdentities?: readonly PodIdentityInput[];
  /**
   * Addresses that each machine keeps for its pods. What a subnet must hold follows from it.
   * @default 15
   */
  readonly podAddressesPerNode?: number;
  /**
   * Whether machines take addresses for pods in blocks of sixteen: more pods a machine, fewer calls to EC2, more addresses.
   * @default false
   */
  readonly prefixDelegation?: boolean;
  /**
   * Machines for what runs beside the accelerators: instance types, least and most machines, disk in GiB, and how many hops the
   * metadata service answers over (1 keeps pods off the machine's credentials).
   * @default - three to six m6i.2xlarge with 100 GiB and one hop
   */
  readonly systemNodes?: SystemNodesInput;
  /**
   * Keys of your own, by ARN, for secrets, for logs, and for the volumes of machines and pods. The policy of a key for logs must let
   * CloudWatch Logs use it; that of a key for volumes, the role AWSServiceRoleForAutoScaling: machines do not start otherwise. The EBS
   * driver's role is given the right to use it.
   * @default - a key made for secrets and logs; the account's key for volumes
   */
  readonly keys?: ClusterKeysInput;
  /**
   * Roles of your own, by ARN, for the control plane and for the machines. They need the policies that EKS asks for.
   * @default - roles made with AmazonEKSClusterPolicy; AmazonEKSWorkerNodePolicy and AmazonEC2ContainerRegistryPullOnly
   */
  readonly roles?: ClusterRolesInput;
  /**
   * Days that the logs of the control plane are kept.
   * @default 90
   */
  readonly logRetentionDays?: number;
  /**
   * What happens when standard support of the Kubernetes version ends: an upgrade, or extended support, which costs more.
   * @default - extended, which is EKS's own
   */
  readonly support?: "standard" | "extended";
  /**
   * A control plane that is provisioned ahead for many machines. Needs version 6.23.0 of the provider, which this stack then asks for.
   * @default - none: EKS scales the control plane
   */
  readonly controlPlaneTier?: "standard" | "tier-xl" | "tier-2xl" | "tier-4xl";
  /**
   * Whether EKS itself refuses to delete the cluster. Needs version 6.9.0 of the provider, which this stack then asks for. Deploy
   * once with `false` before you retire such a cluster.
   * @default - not set: `protect` of the site guards in Terraform
   */
  readonly deletionProtection?: boolean;
  /**
   * Whether Application Recovery Controller may shift the cluster's traffic away from a zone that fails.
   * @default - not set
   */
  readonly zonalShift?: boolean;
  readonly pools: readonly AwsPoolProps[];
  /**
   * File systems: `lustre({...})`, `scratchLustre({...})` and `tieredLustre({...})` of `siteform/aws`.
   * @default - none
   */
  readonly storage?: readonly AwsLustreInput[];
}

/** An S3 bucket of a site. */
export interface AwsBucketProps {
  /**
   * The name that S3 sees, unique in the world. It cannot be changed later.
   * @default - `<fleet>-<site>-<name>-<account>-<region>`
   */
  readonly bucketName?: string;
  /**
   * Whether replaced and deleted objects are kept as versions.
   * @default true
   */
  readonly versioning?: boolean;
  /**
   * The KMS key of the objects.
   * @default - a key of the bucket's own, rotated each year, which FSx may use for links
   */
  readonly kmsKeyArn?: string;
  /**
   * What becomes of objects with time.
   * @default - uploads that nobody finished end after 7 days
   */
  readonly lifecycle?: AwsLifecycle;
  /**
   * Takes the bucket out of service: the next deploy destroys it. S3 destroys none that holds an object.
   * @default false
   */
  readonly retired?: boolean;
}

export interface AwsSiteProps extends CloudSiteProps {
  /** The account, as twelve digits. The provider refuses to work in any other. */
  readonly account: string;
  /** The region, e.g. `us-east-2`. */
  readonly region: string;
  /**
   * Tags of everything that is made, at most 46.
   * @default - none beside the fleet's and the site's names
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * The role that Terraform takes on in the account, for instance in continuous integration.
   * @default - none: Terraform works with the credentials it finds
   */
  readonly assumeRole?: AssumeRoleInput;
  /**
   * The VPC of the site's clusters, or one that exists: `existingVpc({...})`.
   * @default - none: every cluster has its own
   */
  readonly network?: AwsNetworkInput;
  /**
   * Quotas of EKS that AWS raised for the account in the region. A pool of more machines than a node group takes becomes several.
   * A raised `nodesPerGroup` fills the first groups further and takes the last away: raise it before a pool needs the second.
   * `vpcs`, `elasticIps`, `natGatewaysPerZone` and, for each VPC, `networkAddressUnits` silence the warnings about networks.
   * @default - 450 nodes a group, 30 groups a cluster; 5 VPCs, elastic addresses, and NAT gateways a zone; 64,000 address units a VPC
   */
  readonly quotas?: AwsSiteQuotas;
  /**
   * One stack for the site, or one a cluster, after a foundation stack of the site's name for the VPC that they share. Choose before
   * the first deploy: moving resources between stacks is manual work.
   * @default "single"
   */
  readonly stacks?: "single" | "perCluster";
}

/**
 * Compute in one region of one AWS account.
 *
 * @example
 * const rainier = new AwsSite(fleet, "rainier", {
 *   account: "111122223333",
 *   region: "us-east-2",
 *   location: { country: "US", subdivision: "US-IN" },
 *   network: { cidrs: ["10.16.0.0/16"] },
 * });
 * rainier.addCluster("train", {
 *   purpose: "training",
 *   pools: [{ machine: "trn2.48xlarge", count: 256, capacity: onDemandReservation({ zoneId: "use2-az1" }) }],
 * });
 */
export class AwsSite extends CloudSite<AwsClusterProps, AwsResources> {
  private readonly buckets: object[] = [];

  constructor(scope: Construct, name: string, props: AwsSiteProps) {
    super(scope, name, props, "aws");
  }

  /** Adds an S3 bucket: it keeps versions, encrypts with a key, and lets nobody in from outside or without TLS. */
  addBucket(name: string, props: AwsBucketProps = {}): this {
    this.buckets.push({ name, ...props });
    return this;
  }

  protected override recordMore(): object {
    return this.buckets.length === 0 ? {} : { buckets: this.buckets };
  }

  override get packages(): readonly string[] {
    return ["@cdktf/provider-aws"];
  }

  override build(spec: SiteSpec, build: SiteBuild): void {
    if (spec.tenure !== "cloud" || spec.provider !== "aws") throw new Error(`${this.name} was recorded as an AWS site`);
    // Loaded when there is something to build: checking a fleet needs neither the framework nor a provider.
    const { buildAwsStack } = require("./stack") as typeof import("./stack");
    const built = stacksOf(spec).map((plan) => {
      const stack = build.stack(plan.name);
      const resources = buildAwsStack(stack, spec, plan, build);
      if (!spec.retired) runHooks(this.hooks, `the site ${this.name}`, stack, resources);
      return { plan, stack };
    });
    // The order of a deploy of several stacks: what is shared comes first, and goes last.
    const foundation = built.find(({ plan }) => plan.part === "foundation")?.stack;
    for (const { stack } of built) {
      if (foundation === undefined || stack === foundation) continue;
      if (spec.retired) foundation.addDependency(stack);
      else stack.addDependency(foundation);
    }
  }
}
