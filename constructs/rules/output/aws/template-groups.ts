import type { OutputRule } from "../output-rule";
import { isGiven } from "../stack-output";
import { templatedGroups } from "./node-groups";

export const templateGroups: OutputRule = {
  id: "AWS-LT-03",
  title: "the security groups of a launch template stand at its interfaces, where it has any",
  severity: "error",
  source:
    "Amazon EC2 API reference, RequestLaunchTemplateData: network interfaces and security group ids exclude each other",
  *check(stack) {
    for (const { template, interfaces } of templatedGroups(stack)) {
      if (interfaces.length === 0) continue;
      if (isGiven(template.values["vpc_security_group_ids"])) {
        yield {
          path: `${template.path}.vpc_security_group_ids`,
          message: "EC2 refuses security groups beside interfaces",
          hint: "write them as security_groups of each interface",
        };
      }
      for (const [index, each] of interfaces.entries()) {
        if (isGiven(each["security_groups"])) continue;
        yield {
          path: `${template.path}.network_interfaces[${index}].security_groups`,
          message: "an interface without security groups gets the default group of its VPC, which lets nothing pass",
          hint: "give it those of the other interfaces",
        };
      }
    }
  },
};
