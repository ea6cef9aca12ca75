import { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import { Construct } from "constructs";
import type { Machine, PoolSize } from "../catalog";
import { TerraformData } from "../core/terraform-data";
import type { GooglePool } from "../model";
import { nodePools } from "./names";
import { acceleratorPool, MAX_PODS, type PoolGround, scaling } from "./node-config";
import { addressOf, byWorkloadPolicy, compact, type Placement } from "./placement";

/**
 * TPU slices. A slice of several hosts is one node pool, created and replaced as a whole; slices of one host are nodes of one
 * pool, independent of each other and without a placement. No accelerator is declared: the machine type has it. Pods select
 * by the labels that GKE sets. Source: GKE documentation, plan TPUs in GKE.
 */
export class GoogleTpuPool extends Construct {
  readonly nodePools: readonly ContainerNodePool[];

  constructor(scope: Construct, id: string, ground: PoolGround, pool: GooglePool, machine: Machine, size: PoolSize) {
    super(scope, id);
    const common = acceleratorPool(ground, pool, machine);
    const { lifecycle, ...placement } = this.placement(ground, pool, machine, size);
    // Another machine or topology is another slice. The provider would try both in place: it asks GKE for another machine type,
    // and says nothing to it of another topology (terraform-provider-google 6.50, container_node_pool: no ForceNew on either).
    const shape = new TerraformData(this, "shape", { machine: machine.type, topology: pool.topology });
    const replaceTriggeredBy = [addressOf(shape), ...(lifecycle?.replaceTriggeredBy ?? [])];
    this.nodePools = nodePools(pool, size).map(
      ({ name, nodes }) =>
        new ContainerNodePool(this, name, {
          ...common,
          name,
          maxPodsPerNode: pool.maxPods ?? MAX_PODS.tpu,
          ...scaling(pool.capacity, nodes, "tpu"),
          ...placement,
          lifecycle: { ...lifecycle, replaceTriggeredBy },
        }),
    );
  }

  private placement(ground: PoolGround, pool: GooglePool, machine: Machine, size: PoolSize): Placement {
    const { topology } = pool;
    if (size.slices === undefined || topology === undefined) {
      throw new Error(`the rules let the TPU pool ${pool.name} pass without a topology of its machine`);
    }
    if (!size.slices.multiHost) return {};
    return machine.tpu?.generation === "tpu7x" ? byWorkloadPolicy(this, ground, pool, topology) : compact(topology);
  }
}
