import type { OutputRule } from "../output-rule";
import { block, isGiven } from "../stack-output";
import { nodePools } from "./node-pools";

export const dranet: OutputRule = {
  id: "GCP-GPU-02",
  title: "a pool whose further interfaces GKE's DRANET sees to has no further networks of its own",
  severity: "error",
  source: "Cluster Toolkit, module gke-node-pool: managed DRANET and additional networks exclude each other",
  *check(stack, context) {
    for (const { pool } of nodePools(stack, context)) {
      const network = block(pool.values["network_config"]);
      if (!isGiven(network["accelerator_network_profile"])) continue;
      if (!isGiven(network["additional_node_network_configs"])) continue;
      yield {
        path: `${pool.path}.network_config.additional_node_network_configs`,
        observed: String(network["accelerator_network_profile"]),
        message: "accelerator_network_profile has GKE make the further networks, which exclude those listed here",
        hint: "leave one of them",
      };
    }
  },
};
