import type { OutputRule } from "../output-rule";
import { isGiven, isTrue } from "../stack-output";
import { templatedGroups } from "./node-groups";

const ADDRESSES = [
  "ipv4_address_count",
  "ipv4_addresses",
  "ipv4_prefix_count",
  "ipv4_prefixes",
  "ipv6_address_count",
  "ipv6_addresses",
  "ipv6_prefix_count",
  "ipv6_prefixes",
  "private_ip_address",
];

export const efaOnly: OutputRule = {
  id: "AWS-EFA-04",
  title: "an EFA-only interface has no address",
  severity: "error",
  source:
    "Amazon EC2 user guide, EFA on accelerated computing instances: EC2 refuses an address of an EFA-only interface",
  *check(stack) {
    for (const { template, interfaces } of templatedGroups(stack)) {
      for (const [index, each] of interfaces.entries()) {
        if (each["interface_type"] !== "efa-only") continue;
        const given = ADDRESSES.filter((argument) => isGiven(each[argument]));
        if (isTrue(each["associate_public_ip_address"])) given.push("associate_public_ip_address");
        for (const argument of given) {
          yield {
            path: `${template.path}.network_interfaces[${index}].${argument}`,
            message: "an EFA-only interface takes no address",
            hint: 'remove it, or make the interface "efa"',
          };
        }
      }
    }
  },
};
