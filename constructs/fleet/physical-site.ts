import type { TerraformStack } from "../core/cdktf";
import type { SiteSpec } from "../model";
import type { PhysicalResources } from "../owned/terraform/stack";
import type { HardwareClusterProps } from "./hardware";
import { recordCluster } from "./pools";
import { runHooks } from "./run-hooks";
import { Site, type SiteBuild } from "./site";

/** Called with a site's stack and what stands in it. */
export type TerraformHook<Resources> = (stack: TerraformStack, resources: Resources) => void;

/** A site with a spec of its own instead of a cloud's resources. */
export abstract class PhysicalSite<Capacity> extends Site {
  private readonly clusters: { name: string; props: HardwareClusterProps<Capacity> }[] = [];
  private readonly hooks: TerraformHook<PhysicalResources>[] = [];

  /** Adds a cluster of the machines that stand here. */
  addCluster(name: string, props: HardwareClusterProps<Capacity>): this {
    this.clusters.push({ name, props });
    return this;
  }

  /** The way out: called with the stack and its resources once the fleet has passed its rules. */
  terraform(hook: TerraformHook<PhysicalResources>): this {
    this.hooks.push(hook);
    return this;
  }

  override get isHooked(): boolean {
    return this.hooks.length > 0;
  }

  override build(spec: SiteSpec, build: SiteBuild): void {
    if (spec.tenure === "cloud") throw new Error(`${this.name} was recorded as a site that is not a cloud's`);
    const stack = build.stack(spec.name);
    if (spec.retired) return;
    // Loaded when there is something to build: see fleet/synth.ts.
    const { buildPhysicalSite } = require("../owned/terraform/stack") as typeof import("../owned/terraform/stack");
    const resources = buildPhysicalSite(stack, spec, build);
    runHooks(this.hooks, `the site ${this.name}`, stack, resources);
  }

  protected recordClusters(): object[] {
    const fleet = this.recorder();
    return this.clusters.map(({ name, props }) => recordCluster(fleet, name, props));
  }
}
