import type { OutputRule } from "../output-rule";
import { isGiven } from "../stack-output";
import { templatedGroups } from "./node-groups";

const forbidden: Readonly<Record<string, string>> = {
  iam_instance_profile: "EKS gives the machines the role of the node group",
  instance_initiated_shutdown_behavior: "EKS decides what becomes of a machine that shuts down",
  hibernation_options: "machines of EKS do not hibernate",
};

export const templateForbidden: OutputRule = {
  id: "AWS-LT-01",
  title: "the launch template of a managed node group leaves to EKS what EKS decides",
  severity: "error",
  source: "Amazon EKS user guide, customize managed nodes with launch templates",
  *check(stack) {
    for (const { template, interfaces } of templatedGroups(stack)) {
      for (const [argument, why] of Object.entries(forbidden)) {
        if (!isGiven(template.values[argument])) continue;
        yield { path: `${template.path}.${argument}`, message: `EKS refuses it: ${why}`, hint: "remove it" };
      }
      for (const [index, each] of interfaces.entries()) {
        if (!isGiven(each["subnet_id"])) continue;
        yield {
          path: `${template.path}.network_interfaces[${index}].subnet_id`,
          message: "EKS refuses it: the subnets are those of the node group",
          hint: "remove it",
        };
      }
    }
  },
};
