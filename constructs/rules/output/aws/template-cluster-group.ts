import type { OutputRule } from "../output-rule";
import { isGiven, texts } from "../stack-output";
import { templatedGroups } from "./node-groups";

export const templateClusterGroup: OutputRule = {
  id: "AWS-LT-04",
  title: "machines have the security group of their cluster",
  severity: "error",
  source:
    "Amazon EKS user guide, customize managed nodes with launch templates: EKS adds the cluster's security group only where the template has none",
  *check(stack) {
    for (const { group, template, interfaces } of templatedGroups(stack)) {
      // The security group of a cluster in another stack is looked up, or an id that says nothing of what it is.
      if (stack.referred(group.values["cluster_name"], "aws_eks_cluster") === undefined) continue;
      const primary = interfaces.find(
        (each) => (each["device_index"] ?? 0) === 0 && (each["network_card_index"] ?? 0) === 0,
      );
      const given = primary?.["security_groups"] ?? template.values["vpc_security_group_ids"];
      if (!isGiven(given) || texts(given).some((id) => id.includes("cluster_security_group_id"))) continue;
      yield {
        path: `${template.path}.${primary === undefined ? "vpc_security_group_ids" : "network_interfaces[0].security_groups"}`,
        message: "lacks the security group of the cluster, without which no machine joins it",
        hint: "add vpc_config[0].cluster_security_group_id of the cluster",
      };
    }
  },
};
