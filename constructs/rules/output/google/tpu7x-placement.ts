import type { OutputRule } from "../output-rule";
import { block, ignoresChanges, isGiven } from "../stack-output";
import { nodePools } from "./node-pools";

export const tpu7xPlacement: OutputRule = {
  id: "GCP-TPU-04",
  title: "the placement of a TPU7x slice is not planned anew at each apply",
  severity: "warning",
  source:
    "vllm-project/ci-infra and GoogleCloudPlatform/cluster-toolkit, whose node pools of TPU7x differ in placement_policy.type: the API keeps none",
  *check(stack, context) {
    for (const { pool, machine } of nodePools(stack, context)) {
      if (machine?.tpu?.generation !== "tpu7x") continue;
      const { type } = block(pool.values["placement_policy"]);
      if (!isGiven(type) || type === "" || ignoresChanges(pool, "placement_policy")) continue;
      yield {
        path: `${pool.path}.placement_policy.type`,
        observed: String(type),
        message: "may be seen as a change at each plan, and a change replaces the slice",
        hint: 'write "", or lifecycle.ignore_changes = ["placement_policy"]',
      };
    }
  },
};
