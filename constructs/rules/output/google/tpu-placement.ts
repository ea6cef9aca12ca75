import type { OutputRule } from "../output-rule";
import { block, isExpression, isGiven, type Resource, type StackOutput, texts } from "../stack-output";
import { nodePools } from "./node-pools";

export const tpuPlacement: OutputRule = {
  id: "GCP-TPU-02",
  title: "a slice of several hosts has a placement that says its topology, and a host that is its own slice has none",
  severity: "error",
  formula: "placement_policy only where chips of the topology > chips of the machine",
  source: "GKE documentation, plan TPUs in GKE: single-host and multi-host slices",
  *check(stack, context) {
    for (const { pool, machine } of nodePools(stack, context)) {
      if (machine?.tpu === undefined) continue;
      if (!isGiven(pool.values["placement_policy"])) {
        const shape = topologyOf(stack, pool);
        if (shape === undefined || chipsOf(shape) <= machine.accelerators.value) continue;
        yield {
          path: `${pool.path}.placement_policy`,
          observed: shape,
          message: `is missing, and GKE then makes single hosts of what is to be a slice of ${shape}`,
          hint: "leave the placement of the pool",
        };
        continue;
      }
      const { tpu_topology: topology, policy_name: policy } = block(pool.values["placement_policy"]);
      const path = `${pool.path}.placement_policy`;
      if (!isGiven(topology) && !isGiven(policy)) {
        yield {
          path,
          message: "says neither a topology nor a workload policy, and GKE then joins no hosts to a slice",
          hint: "write tpu_topology, or the policy_name of a workload policy",
        };
        continue;
      }
      if (typeof topology !== "string" || isExpression(topology)) continue;
      const chips = chipsOf(topology);
      if (chips > machine.accelerators.value) continue;
      yield {
        path: `${path}.tpu_topology`,
        observed: topology,
        message: `${topology} is ${chips} chips, which one ${machine.type} has: GKE refuses a placement for it`,
        hint: "remove placement_policy",
      };
    }
  },
};

const chipsOf = (topology: string): number =>
  topology.split("x").reduce((product, length) => product * Number(length), 1);

/** The topology that a pool was made for: the library notes it beside the pool, since a change of it is to replace the pool. */
function topologyOf(stack: StackOutput, pool: Resource): string | undefined {
  const causes = texts(block(pool.values["lifecycle"])["replace_triggered_by"]);
  const [shape] = stack.resources("terraform_data").filter(({ name }) => causes.includes(`terraform_data.${name}`));
  return texts(block(shape?.values["input"])["topology"])[0];
}
