import type { OutputRule } from "../output-rule";
import { block, isExpression, texts } from "../stack-output";
import { subnetsOf } from "./node-groups";

export const blockStart: OutputRule = {
  id: "AWS-CB-03",
  title: "a node group on a capacity block stands in one zone, and asks for no machine before the block begins",
  severity: "error",
  formula: "min_size = 0; desired_size = 0, which then is ignored; zones of its subnets = 1",
  source:
    "Amazon EKS user guide, managed node groups with Capacity Blocks for ML: machines asked for before the start fail to launch",
  *check(stack) {
    for (const group of stack.resources("aws_eks_node_group")) {
      if (group.values["capacity_type"] !== "CAPACITY_BLOCK") continue;
      const sizes = block(group.values["scaling_config"]);
      for (const size of ["min_size", "desired_size"] as const) {
        const value = sizes[size];
        if (typeof value !== "number" || value === 0) continue;
        yield {
          path: `${group.path}.scaling_config.${size}`,
          observed: value,
          limit: 0,
          unit: "machines",
          message: `${value} machines are asked for whether or not the block has begun`,
          hint: "leave it 0: the schedule or the autoscaler of the pool starts them within the block",
        };
      }
      const zones = new Set(
        subnetsOf(stack, group)
          .flatMap(({ values }) => texts(values["availability_zone_id"] ?? values["availability_zone"]))
          .filter((zone) => !isExpression(zone)),
      );
      if (zones.size > 1) {
        yield {
          path: `${group.path}.subnet_ids`,
          observed: [...zones].join(", "),
          message: `its subnets lie in ${zones.size} zones, and a block in one`,
        };
      }
    }
  },
};
