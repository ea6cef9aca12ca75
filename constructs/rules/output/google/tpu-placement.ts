import type { OutputRule } from "../output-rule";
import { block, isExpression, isGiven } from "../stack-output";
import { nodePools } from "./node-pools";

export const tpuPlacement: OutputRule = {
  id: "GCP-TPU-02",
  title: "a slice of several hosts has a placement that says its topology, and a host that is its own slice has none",
  severity: "error",
  formula: "placement_policy only where chips of the topology > chips of the machine",
  source: "GKE documentation, plan TPUs in GKE: single-host and multi-host slices",
  *check(stack, context) {
    for (const { pool, machine } of nodePools(stack, context)) {
      if (machine?.tpu === undefined || !isGiven(pool.values["placement_policy"])) continue;
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
      const chips = topology.split("x").reduce((product, length) => product * Number(length), 1);
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
