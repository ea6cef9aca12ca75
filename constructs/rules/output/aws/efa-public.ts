import type { OutputRule } from "../output-rule";
import { isTrue } from "../stack-output";
import { subnetsOf, templatedGroups } from "./node-groups";

export const efaPublic: OutputRule = {
  id: "AWS-EFA-05",
  title: "a machine with several interfaces gets no public address",
  severity: "error",
  source:
    "Amazon EC2 API reference, RunInstances: a public address only where one interface is made; Amazon VPC user guide, IP addressing",
  *check(stack) {
    for (const { group, template, interfaces } of templatedGroups(stack)) {
      if (interfaces.length < 2) continue;
      for (const [index, each] of interfaces.entries()) {
        if (!isTrue(each["associate_public_ip_address"])) continue;
        yield {
          path: `${template.path}.network_interfaces[${index}].associate_public_ip_address`,
          message: `EC2 refuses a public address for a machine with ${interfaces.length} interfaces`,
          hint: "remove it: machines reach the internet through NAT",
        };
      }
      for (const subnet of subnetsOf(stack, group)) {
        if (!isTrue(subnet.values["map_public_ip_on_launch"])) continue;
        yield {
          path: `${subnet.path}.map_public_ip_on_launch`,
          message: `gives public addresses, which EC2 refuses for machines with ${interfaces.length} interfaces`,
          hint: "leave it false in subnets of accelerators",
        };
      }
    }
  },
};
