import type { Construct } from "constructs";
import type { AwsMachineType, DefinedMachine } from "../catalog";
import { type CloudClusterProps, type CloudPoolProps, CloudSite, type CloudSiteProps } from "../fleet/cloud-site";
import type { SiteBuild } from "../fleet/site";
import type {
  AwsDisk,
  AwsImage,
  AwsNetworkInput,
  AwsQuotas,
  AwsTaint,
  AwsUpdates,
  KubernetesScheduler,
  SiteSpec,
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
   * A VPC of the cluster's own.
   * @default - the site's
   */
  readonly network?: AwsNetworkInput;
  /**
   * Quotas of EKS that AWS raised, where they differ from the site's. See there.
   * @default - the site's
   */
  readonly quotas?: AwsQuotas;
  readonly pools: readonly AwsPoolProps[];
}

export interface AwsSiteProps extends CloudSiteProps {
  /** The account, as twelve digits. The provider refuses to work in any other. */
  readonly account: string;
  /** The region, e.g. `us-east-2`. */
  readonly region: string;
  /**
   * The VPC of the site's clusters.
   * @default - none: every cluster has its own
   */
  readonly network?: AwsNetworkInput;
  /**
   * Quotas of EKS that AWS raised for the account in the region. A pool of more machines than a node group takes becomes several.
   * A raised `nodesPerGroup` fills the first groups further and takes the last away: raise it before a pool needs the second.
   * @default - 450 nodes a group, 30 groups a cluster
   */
  readonly quotas?: AwsQuotas;
  /**
   * One stack for the site, or one a cluster. Choose before the first deploy: moving resources between stacks is manual work.
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
  constructor(scope: Construct, name: string, props: AwsSiteProps) {
    super(scope, name, props, "aws");
  }

  override get packages(): readonly string[] {
    return ["@cdktf/provider-aws"];
  }

  override build(spec: SiteSpec, build: SiteBuild): void {
    if (spec.tenure !== "cloud" || spec.provider !== "aws") throw new Error(`${this.name} was recorded as an AWS site`);
    // Loaded when there is something to build: checking a fleet needs neither the framework nor a provider.
    const { buildAwsStack } = require("./stack") as typeof import("./stack");
    for (const plan of stacksOf(spec)) {
      const stack = build.stack(plan.name);
      const resources = buildAwsStack(stack, spec, plan, build);
      if (!spec.retired) for (const hook of this.hooks) hook(stack, resources);
    }
  }
}
