import type { OutputRule } from "../output-rule";
import { isGiven, isTrue } from "../stack-output";
import { nodePools } from "./node-pools";

export const tpuArguments: OutputRule = {
  id: "GCP-TPU-08",
  title: "TPU machines bring their chips: no accelerator is asked for beside them, nor the architecture of old",
  severity: "error",
  source:
    "GKE documentation, plan TPUs in GKE; GKE API reference, Cluster.enableTpu: the architecture of two VMs, which is gone",
  *check(stack, context) {
    for (const { pool, config, machine } of nodePools(stack, context)) {
      if (machine?.tpu === undefined || !isGiven(config["guest_accelerator"])) continue;
      yield {
        path: `${pool.path}.node_config.guest_accelerator`,
        message: `${machine.type} has its TPU chips, and GKE refuses another accelerator`,
        hint: "remove it",
      };
    }
    for (const { path, values } of stack.resources("google_container_cluster")) {
      if (!isTrue(values["enable_tpu"])) continue;
      yield {
        path: `${path}.enable_tpu`,
        message: "is for an architecture of TPUs that GKE no longer has",
        hint: "remove it: TPUs come with node pools",
      };
    }
  },
};
