import type { Construct } from "constructs";
import { type AzureMachineType, type DefinedMachine, findMachine } from "../catalog";
import { type CloudClusterProps, type CloudPoolProps, CloudSite, type CloudSiteProps } from "../fleet/cloud-site";
import { recordCluster } from "../fleet/pools";
import type { Recorder } from "../fleet/recorder";
import type { SiteBuild } from "../fleet/site";
import type { AzureClusterNetworkInput, KubernetesScheduler, SiteSpec } from "../model";
import type { AzureContract } from "./capacity";
import { poolNameOf } from "./names";
import type { AzureResources } from "./stack";

/** Machines of one VM size, by count. */
export interface AzurePoolProps extends CloudPoolProps {
  /**
   * The pool's name: 1 to 12 lower-case letters and digits, a letter first. Name the pools of a cluster that has two of one
   * accelerator.
   * @default - the accelerator's name, e.g. `h100`
   */
  readonly name?: string;
  readonly machine: AzureMachineType | DefinedMachine<"azure">;
  /** Number of machines, at most 1,000 in a pool. */
  readonly count: number;
  /** `onDemand()`, `spot()` or `capacityReservation({...})` of `siteform/azure`. */
  readonly capacity: AzureContract;
}

/** An AKS cluster. */
export interface AzureClusterProps extends CloudClusterProps {
  /** @default kubernetes() - the version AKS gives by default, which it does not raise by itself but for patches */
  readonly scheduler?: KubernetesScheduler;
  /**
   * `nodes`: the cluster's subnet in the site's network. `pods`: an overlay of which each machine takes a /24, so that a /16
   * holds 256 machines. `services`: an overlay too, at least a /28. Neither overlay may overlap the site's network.
   */
  readonly network: AzureClusterNetworkInput;
  readonly pools: readonly AzurePoolProps[];
}

export interface AzureSiteProps extends CloudSiteProps {
  /** The subscription's id, a UUID. */
  readonly subscription: string;
  /** The region, e.g. `eastus2`. */
  readonly region: string;
  /** The virtual network of the site's clusters: IPv4 ranges. */
  readonly network: { readonly cidrs: readonly string[] };
}

/**
 * Compute in one region of one Azure subscription.
 *
 * @example
 * const boydton = new AzureSite(fleet, "boydton", {
 *   subscription: "11111111-2222-4333-8444-555555555555",
 *   region: "eastus2",
 *   location: { country: "US", subdivision: "US-VA" },
 *   network: { cidrs: ["10.48.0.0/16"] },
 * });
 * boydton.addCluster("serve", {
 *   purpose: "inference",
 *   network: { nodes: "10.48.0.0/20", pods: "10.64.0.0/14", services: "10.68.0.0/20" },
 *   pools: [{ machine: "Standard_ND96isr_H100_v5", count: 64, capacity: onDemand({ zone: "1" }) }],
 * });
 */
export class AzureSite extends CloudSite<AzureClusterProps, AzureResources> {
  constructor(scope: Construct, name: string, props: AzureSiteProps) {
    super(scope, name, props, "azure");
  }

  override get packages(): readonly string[] {
    return ["@cdktf/provider-azurerm"];
  }

  protected override recordOne(fleet: Recorder, name: string, props: AzureClusterProps): object {
    return recordCluster(fleet, name, props, named);
  }

  override build(spec: SiteSpec, build: SiteBuild): void {
    if (spec.tenure !== "cloud" || spec.provider !== "azure") {
      throw new Error(`${this.name} was recorded as an Azure site`);
    }
    const stack = build.stack(spec.name);
    // Loaded when there is something to build: checking a fleet needs neither the framework nor a provider.
    const { buildAzureStack } = require("./stack") as typeof import("./stack");
    const resources = buildAzureStack(stack, spec, build);
    if (resources !== undefined) for (const hook of this.hooks) hook(stack, resources);
  }
}

/** A pool without a name gets one that AKS takes. A machine that nobody knows keeps the fleet's default: the rules refuse it. */
function named(pool: AzurePoolProps): AzurePoolProps {
  if (pool.name !== undefined) return pool;
  const machine = typeof pool.machine === "string" ? findMachine(pool.machine) : pool.machine;
  // A program without types may give no machine at all: the schema says so.
  return machine?.accelerator === undefined ? pool : { ...pool, name: poolNameOf(machine.accelerator) };
}
