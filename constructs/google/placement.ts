import { ComputeResourcePolicy } from "@cdktf/provider-google/lib/compute-resource-policy";
import type { ContainerNodePoolConfig } from "@cdktf/provider-google/lib/container-node-pool";
import type { Construct } from "constructs";
import type { TerraformResource } from "../core/cdktf";
import type { GooglePool } from "../model";
import { waits } from "./ground";
import { workloadPolicyName } from "./names";
import type { PoolGround } from "./node-config";

/** How the nodes of a node pool stand to each other, and what of that Terraform must not compare. */
export interface Placement {
  readonly placementPolicy?: NonNullable<ContainerNodePoolConfig["placementPolicy"]>;
  readonly lifecycle?: {
    readonly ignoreChanges?: string[];
    readonly replaceTriggeredBy?: string[];
  };
}

/** A resource by its address: the framework would write it as an interpolation, which Terraform refuses among triggers. */
export const addressOf = (resource: TerraformResource): string =>
  `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;

/** Nodes near each other; for a TPU slice of several hosts, wired as the topology says. */
export const compact = (tpuTopology?: string): Placement => ({
  placementPolicy: { type: "COMPACT", ...(tpuTopology === undefined ? {} : { tpuTopology }) },
});

/**
 * A workload policy: what TPU7x and A4X need in place of compact placement, which GKE refuses for them. One policy serves all
 * node pools of the pool, as each has the same topology.
 *
 * The provider wants a type, GKE stores none for such a pool, and the argument is one whose change replaces the pool:
 * whatever is written, every later plan would replace every slice. So the placement is not compared; what may really change,
 * the topology, replaces the policy and through it the pool.
 */
export function byWorkloadPolicy(
  scope: Construct,
  ground: PoolGround,
  pool: GooglePool,
  acceleratorTopology: string,
): Placement {
  const policy = new ComputeResourcePolicy(scope, "workload-policy", {
    name: workloadPolicyName(ground.site, ground.spec, pool),
    region: ground.site.region,
    workloadPolicy: { type: "HIGH_THROUGHPUT", acceleratorTopology },
    ...waits(ground.stack.after("compute")),
  });
  return {
    placementPolicy: { type: "", policyName: policy.name },
    lifecycle: {
      ignoreChanges: ["placement_policy"],
      replaceTriggeredBy: [addressOf(policy)],
    },
  };
}
