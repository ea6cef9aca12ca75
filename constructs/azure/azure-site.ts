import type { Construct } from "constructs";
import { findMachine } from "../catalog";
import { CloudSite } from "../fleet/cloud-site";
import { recordCluster } from "../fleet/pools";
import type { Recorder } from "../fleet/recorder";
import { runHooks } from "../fleet/run-hooks";
import type { SiteBuild } from "../fleet/site";
import type { AzureStorageAccountInput, SiteSpec } from "../model";
import { poolNameOf, stacksOf } from "./names";
import type { AzureClusterProps, AzurePoolProps, AzureSiteProps } from "./props";
import type { AzureResources } from "./stack";

/** A storage account, without its name. */
export type AzureStorageAccountProps = Omit<AzureStorageAccountInput, "name">;

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
  private readonly accounts: { readonly name: string; readonly props: AzureStorageAccountProps }[] = [];

  constructor(scope: Construct, name: string, props: AzureSiteProps) {
    super(scope, name, props, "azure");
  }

  /**
   * Adds a storage account: 3 to 24 lower-case letters and digits, unique in all of Azure. Private addresses alone reach it, so that
   * the site's network needs a subnet for endpoints.
   */
  addStorageAccount(name: string, props: AzureStorageAccountProps = {}): this {
    this.accounts.push({ name, props });
    return this;
  }

  override get packages(): readonly string[] {
    return ["@cdktf/provider-azurerm"];
  }

  protected override recordOne(fleet: Recorder, name: string, props: AzureClusterProps): object {
    return recordCluster(fleet, name, props, named);
  }

  protected override recordMore(): object {
    return { storageAccounts: this.accounts.map(({ name, props }) => ({ ...props, name })) };
  }

  override build(spec: SiteSpec, build: SiteBuild): void {
    if (spec.tenure !== "cloud" || spec.provider !== "azure") {
      throw new Error(`${this.name} was recorded as an Azure site`);
    }
    // Loaded when there is something to build: checking a fleet needs neither the framework nor a provider.
    const { buildAzureStack } = require("./stack") as typeof import("./stack");
    const built = stacksOf(spec).map((plan) => {
      const stack = build.stack(plan.name);
      const resources = buildAzureStack(stack, spec, plan, build);
      if (resources !== undefined) runHooks(this.hooks, `the site ${this.name}`, stack, resources);
      return { plan, stack };
    });
    // The order of a deploy of several stacks: what is shared comes first, and goes last.
    const foundation = built.find(({ plan }) => plan.part === "foundation")?.stack;
    for (const { plan, stack } of built) {
      if (foundation === undefined || stack === foundation) continue;
      if (spec.retired || plan.clusters.length === 0) foundation.addDependency(stack);
      else stack.addDependency(foundation);
    }
  }
}

/** A pool without a name gets one that AKS takes: after its accelerator, or after a size that nobody knows, which the rules refuse. */
function named(pool: AzurePoolProps): AzurePoolProps {
  if (pool.name !== undefined) return pool;
  // A program without types may give no machine at all: the schema says so.
  const machine: unknown = pool.machine;
  const known = typeof pool.machine === "string" ? findMachine(pool.machine) : pool.machine;
  const name = poolNameOf(
    known?.accelerator ?? (typeof machine === "string" ? machine.replace(/^standard_/i, "") : ""),
  );
  return /^[a-z]/.test(name) ? { ...pool, name } : pool;
}
