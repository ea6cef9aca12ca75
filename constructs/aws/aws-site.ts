import type { Construct } from "constructs";
import type { AwsMachineType, DefinedMachine } from "../catalog";
import { type CloudClusterProps, type CloudPoolProps, CloudSite, type CloudSiteProps } from "../fleet/cloud-site";
import type { SiteBuild } from "../fleet/site";
import type { AwsNetworkInput, KubernetesScheduler, SiteSpec } from "../model";
import type { AwsContract } from "./capacity";
import { stacksOf } from "./names";
import type { AwsResources } from "./stack";

/** Machines of one instance type, by count. */
export interface AwsPoolProps extends CloudPoolProps {
  readonly machine: AwsMachineType | DefinedMachine<"aws">;
  readonly count: number;
  /** `onDemand()`, `spot()`, `onDemandReservation({...})` or `capacityBlock({...})` of `siteform/aws`. */
  readonly capacity: AwsContract;
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
