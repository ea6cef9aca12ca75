import type { Report } from "../../rule";
import type { OutputRule } from "../output-rule";
import { block, isGiven } from "../stack-output";
import { templatedGroups } from "./node-groups";

export const blockTemplate: OutputRule = {
  id: "AWS-CB-02",
  title: "the launch template of a node group on a capacity block names the machine, the market and the block",
  severity: "error",
  source: "Amazon EKS user guide, managed node groups with Capacity Blocks for ML",
  *check(stack) {
    for (const { group, template } of templatedGroups(stack)) {
      if (group.values["capacity_type"] !== "CAPACITY_BLOCK") continue;
      const lacks = (argument: string, what: string): Report => ({
        path: `${template.path}.${argument}`,
        message: `${what} is missing, without which EKS starts no machine of a capacity block`,
      });
      const { values } = template;
      const target = block(block(values["capacity_reservation_specification"])["capacity_reservation_target"]);
      if (!isGiven(values["instance_type"])) yield lacks("instance_type", "the machine");
      if (block(values["instance_market_options"])["market_type"] !== "capacity-block") {
        yield lacks("instance_market_options.market_type", '"capacity-block"');
      }
      if (!isGiven(target["capacity_reservation_id"]) && !isGiven(target["capacity_reservation_resource_group_arn"])) {
        yield lacks("capacity_reservation_specification", "the block");
      }
      if (isGiven(group.values["instance_types"])) {
        yield {
          path: `${group.path}.instance_types`,
          message: "a node group on a capacity block has its machine in its launch template alone",
          hint: "remove it",
        };
      }
    }
  },
};
