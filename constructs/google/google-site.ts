import type { Construct } from "constructs";
import type { DefinedMachine, GoogleGpuMachineType, GoogleTpuMachineType } from "../catalog";
import { type CloudClusterProps, type CloudPoolProps, CloudSite, type CloudSiteProps } from "../fleet/cloud-site";
import type { SiteBuild } from "../fleet/site";
import type { GoogleClusterNetworkInput, KubernetesScheduler, SiteSpec } from "../model";
import type { GoogleContract } from "./capacity";
import { stacksOf } from "./names";
import type { GoogleResources } from "./stack";

/** Chips of a slice by dimension, two for v5e and v6e, three for v4, v5p and TPU7x: `4x4x8` is 128 chips. */
export type TpuTopology = `${number}x${number}` | `${number}x${number}x${number}`;

/** TPU slices of one machine type and topology. */
export interface GoogleTpuPoolProps extends CloudPoolProps {
  readonly machine: GoogleTpuMachineType | DefinedMachine<"google">;
  /** Chips of one slice by dimension. It decides how many machines a slice has. */
  readonly topology: TpuTopology;
  /**
   * Slices of that topology.
   * @default 1
   */
  readonly slices?: number;
  readonly count?: never;
  /** `onDemand({...})`, `spot({...})`, `reservation({...})` or `flexStart({...})` of `siteform/google`. */
  readonly capacity: GoogleContract;
}

/** GPU machines of one type, by count. */
export interface GoogleGpuPoolProps extends CloudPoolProps {
  readonly machine: GoogleGpuMachineType | DefinedMachine<"google">;
  readonly count: number;
  readonly topology?: never;
  readonly slices?: never;
  /** `onDemand({...})`, `spot({...})`, `reservation({...})` or `flexStart({...})` of `siteform/google`. */
  readonly capacity: GoogleContract;
}

/** TPU slices by topology, or GPU machines by count. */
export type GooglePoolProps = GoogleTpuPoolProps | GoogleGpuPoolProps;

/** A regional GKE cluster. */
export interface GoogleClusterProps extends CloudClusterProps {
  /** @default kubernetes() - the version of GKE's regular channel */
  readonly scheduler?: KubernetesScheduler;
  /** The ranges of the cluster's nodes, pods, services and control plane, the last a /28. None overlaps another. */
  readonly network: GoogleClusterNetworkInput;
  readonly pools: readonly GooglePoolProps[];
}

export interface GoogleSiteProps extends CloudSiteProps {
  /** The project's id, e.g. `atlas-research`. Its Compute Engine and Kubernetes Engine APIs are enabled. */
  readonly project: string;
  /** The region, e.g. `us-central1`. */
  readonly region: string;
  /**
   * One stack for the site, or one a cluster, each with a VPC of its own. Choose before the first deploy: moving resources
   * between stacks is manual work.
   * @default "single"
   */
  readonly stacks?: "single" | "perCluster";
}

/**
 * Compute in one region of one Google Cloud project.
 *
 * Clusters are protected against deletion. To delete one, and before `retire()`, deploy once with its `deletionProtection`
 * set to false in a `terraform` hook.
 *
 * @example
 * const columbus = new GoogleSite(fleet, "columbus", {
 *   project: "atlas-research",
 *   region: "us-east5",
 *   location: { country: "US", subdivision: "US-OH" },
 * });
 * columbus.addCluster("train", {
 *   purpose: "training",
 *   network: { nodes: "10.32.0.0/20", pods: "10.36.0.0/14", services: "10.40.0.0/20", controlPlane: "10.40.16.0/28" },
 *   pools: [
 *     { machine: "ct5p-hightpu-4t", topology: "4x4x8", slices: 3, capacity: reservation({ reservation: "v5p", zone: "us-east5-a" }) },
 *   ],
 * });
 */
export class GoogleSite extends CloudSite<GoogleClusterProps, GoogleResources> {
  constructor(scope: Construct, name: string, props: GoogleSiteProps) {
    super(scope, name, props, "google");
  }

  override get packages(): readonly string[] {
    return ["@cdktf/provider-google"];
  }

  override build(spec: SiteSpec, build: SiteBuild): void {
    if (spec.tenure !== "cloud" || spec.provider !== "google") {
      throw new Error(`${this.name} was recorded as a Google Cloud site`);
    }
    // Loaded when there is something to build: checking a fleet needs neither the framework nor a provider.
    const { addProvider, buildGoogleStack } = require("./stack") as typeof import("./stack");
    for (const plan of stacksOf(spec)) {
      const stack = build.stack(plan.name);
      if (spec.retired) {
        addProvider(stack, spec, build);
        continue;
      }
      const resources = buildGoogleStack(stack, spec, plan, build);
      for (const hook of this.hooks) hook(stack, resources);
    }
  }
}
