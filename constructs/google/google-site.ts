import type { Construct } from "constructs";
import type { DefinedMachine, GoogleGpuMachineType, GoogleTpuMachineType } from "../catalog";
import { type CloudClusterProps, type CloudPoolProps, CloudSite, type CloudSiteProps } from "../fleet/cloud-site";
import { runHooks } from "../fleet/run-hooks";
import type { SiteBuild } from "../fleet/site";
import type {
  GoogleAccessInput,
  GoogleBucketInput,
  GoogleClusterNetworkInput,
  GoogleMaintenanceInput,
  GoogleNetworkInput,
  KubernetesScheduler,
  SiteSpec,
} from "../model";
import type { GoogleContract } from "./capacity";
import type { GoogleFileSystem } from "./file-systems";
import type { GoogleEncryptionProps } from "./keys";
import { stacksOf } from "./names";
import type { GoogleResources } from "./stack";

/** Chips of a slice by dimension, two for v5e and v6e, three for v4, v5p and TPU7x: `4x4x8` is 128 chips. */
export type TpuTopology = `${number}x${number}` | `${number}x${number}x${number}`;

/** What pools of TPUs and of GPUs have in common. */
export interface GoogleAnyPoolProps extends CloudPoolProps {
  /** `onDemand({...})`, `spot({...})`, `reservation({...})`, `flexStart({...})` or `queued({...})` of `siteform/google`. */
  readonly capacity: GoogleContract;
  /**
   * Pods a node has addresses for, 8 to 256: a node takes the power of two from twice as many of the pod range. Another number
   * replaces the node pools.
   * @default - 15 on TPU hosts, 110 on others
   */
  readonly maxPods?: number;
  /**
   * Boot disk in GiB.
   * @default - GKE's, 100
   */
  readonly bootDiskGiB?: number;
  /**
   * How nodes are replaced in an upgrade: how many more may be there, and how many less.
   * @default - none more and one less: where accelerators are reserved there is nothing to surge into
   */
  readonly upgrade?: { readonly surge: number; readonly unavailable: number };
}

/** TPU slices of one machine type and topology. */
export interface GoogleTpuPoolProps extends GoogleAnyPoolProps {
  readonly machine: GoogleTpuMachineType | DefinedMachine<"google">;
  /** Chips of one slice by dimension. It decides how many machines a slice has. */
  readonly topology: TpuTopology;
  /**
   * Slices of that topology.
   * @default 1
   */
  readonly slices?: number;
  readonly count?: never;
  readonly gpuDriver?: never;
  readonly localSsd?: never;
}

/** GPU machines of one type, by count. */
export interface GoogleGpuPoolProps extends GoogleAnyPoolProps {
  readonly machine: GoogleGpuMachineType | DefinedMachine<"google">;
  readonly count: number;
  readonly topology?: never;
  readonly slices?: never;
  /**
   * The GPU driver that GKE installs; `disabled` where an operator in the cluster does.
   * @default "default"
   */
  readonly gpuDriver?: "default" | "latest" | "disabled";
  /**
   * What the local SSDs are for: the file system of pods, or block devices.
   * @default - GKE's choice, the file system of pods
   */
  readonly localSsd?: "ephemeral" | "block";
}

/** TPU slices by topology, or GPU machines by count. */
export type GooglePoolProps = GoogleTpuPoolProps | GoogleGpuPoolProps;

/** A regional GKE cluster. */
export interface GoogleClusterProps extends CloudClusterProps {
  /**
   * `kubernetes({ version })`: a minor version, `1.34`, of which GKE takes a late patch; a patch, `1.34.1`; or a version in full,
   * `1.34.1-gke.2037000`. It is the least: GKE upgrades from there.
   * @default kubernetes() - the version of the release channel
   */
  readonly scheduler?: KubernetesScheduler;
  /**
   * The ranges of the cluster's nodes, pods, services and control plane, the last a /28. None overlaps another. `gpu`, a /24 or
   * wider, is cut into 32 subnetworks for the further networks of GPU machines; `privateServices` is for Managed Lustre and Filestore; `existing`
   * names a VPC and subnetwork that have these ranges already.
   */
  readonly network: GoogleClusterNetworkInput;
  /**
   * Whether Terraform and GKE refuse to delete the cluster and its file systems. Deploy once without before you retire it.
   * @default - the site's
   */
  readonly protect?: boolean;
  /**
   * How soon GKE upgrades the cluster; `none` leaves its channels.
   * @default "regular"
   */
  readonly releaseChannel?: "none" | "rapid" | "regular" | "stable" | "extended";
  /**
   * Who reaches the control plane from outside the cluster's network.
   * @default - nobody
   */
  readonly access?: GoogleAccessInput;
  /**
   * When GKE may change the cluster on its own.
   * @default - at any time
   */
  readonly maintenance?: GoogleMaintenanceInput;
  /**
   * An account that exists, for the nodes, by its address. It has the roles that nodes need.
   * @default - made for the cluster, with the least roles
   */
  readonly nodeServiceAccount?: string;
  /**
   * File systems of the cluster: `lustre({...})`, `filestore({...})`.
   * @default - none
   */
  readonly storage?: readonly GoogleFileSystem[];
  readonly pools: readonly GooglePoolProps[];
}

export interface GoogleSiteProps extends CloudSiteProps {
  /** The project's id, e.g. `atlas-research`. Its APIs are enabled, unless `enableApis` has the site do so. */
  readonly project: string;
  /**
   * The project's number, which names Google's service agents: for `encryption`.
   * @default - read from the project
   */
  readonly projectNumber?: string;
  /** The region, e.g. `us-central1`. */
  readonly region: string;
  /**
   * One stack for the site, or one a cluster, each with a VPC of its own. Choose before the first deploy: moving resources
   * between stacks is manual work.
   * @default "single"
   */
  readonly stacks?: "single" | "perCluster";
  /**
   * What the site's VPCs have in common: packet size, routing, the way out, flow logs.
   * @default - packets of 8,896 bytes, regional routing, NAT, no flow logs
   */
  readonly network?: GoogleNetworkInput;
  /**
   * Keys of your own for control planes, disks, Filestore and buckets: `createdKey()` or `existingKey("projects/...")`. What exists
   * is replaced when this comes or goes.
   * @default - Google's keys
   */
  readonly encryption?: GoogleEncryptionProps;
  /**
   * Labels of all resources and machines, for the bill.
   * @default - the fleet, site, cluster and pool alone
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * The service account that Terraform acts as.
   * @default - whoever runs it
   */
  readonly impersonate?: string;
  /**
   * The project whose quota Terraform's calls count for.
   * @default - that of its credentials
   */
  readonly quotaProject?: string;
  /**
   * Whether the site enables the APIs that it needs. They stay enabled when it goes.
   * @default false
   */
  readonly enableApis?: boolean;
}

/** What a bucket takes. */
export type GoogleBucketProps = GoogleBucketInput;

/**
 * Compute in one region of one Google Cloud project.
 *
 * Clusters, file systems, keys and buckets are protected against deletion. To delete a cluster, and before `retire()`, deploy once
 * with `protect: false`.
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
  private readonly addedBuckets: object[] = [];

  constructor(scope: Construct, name: string, props: GoogleSiteProps) {
    super(scope, name, props, "google");
  }

  /** Adds a bucket of Cloud Storage, closed to the public. With `stacks: "perCluster"` all buckets have a stack of the site's name. */
  addBucket(name: string, props: GoogleBucketProps = {}): this {
    this.addedBuckets.push({ name, ...props });
    return this;
  }

  protected override recordMore(): object {
    return this.addedBuckets.length === 0 ? {} : { buckets: this.addedBuckets };
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
      runHooks(this.hooks, `the site ${this.name}`, stack, resources);
    }
  }
}
