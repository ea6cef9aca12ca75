import type { OutputRule } from "../output-rule";
import { blocks, isTrue, type Resource, type StackOutput, texts } from "../stack-output";
import { isEfa, templatedGroups } from "./node-groups";

const directions = [
  { way: "from", rule: "aws_vpc_security_group_ingress_rule", inline: "ingress" },
  { way: "to", rule: "aws_vpc_security_group_egress_rule", inline: "egress" },
] as const;
type Direction = (typeof directions)[number];

export const efaGroup: OutputRule = {
  id: "AWS-EFA-06",
  title: "EFA interfaces have a security group that lets everything pass from itself and to itself",
  severity: "error",
  source: "Amazon EC2 user guide, EFA: an EFA-enabled security group; a rule for 0.0.0.0/0 does not let EFA pass",
  *check(stack) {
    for (const { template, interfaces } of templatedGroups(stack)) {
      for (const [index, each] of interfaces.entries()) {
        if (!isEfa(each)) continue;
        const given = texts(each["security_groups"]);
        const groups = given.flatMap((id) => stack.referred(id, "aws_security_group") ?? []);
        // Of groups that stand elsewhere nothing is known.
        const allKnown = given.every((id) => /\.(cluster_security_group_id|id)\}$/.test(id));
        if (given.length === 0 || !allKnown) continue;
        const lacks = directions.filter((each) => !groups.some((group) => opensToItself(stack, group, each)));
        if (lacks.length === 0) continue;
        yield {
          path: `${template.path}.network_interfaces[${index}].security_groups`,
          message: `no security group of this EFA interface lets everything pass ${lacks.map(({ way }) => `${way} itself`).join(" and ")}`,
          hint: 'add a rule with ip_protocol "-1" whose referenced_security_group_id is the group itself',
        };
        // The interfaces of a template have the same groups.
        break;
      }
    }
  },
};

/** By a rule that is a resource of its own, of either kind, or by one within the group. */
function opensToItself(stack: StackOutput, group: Resource, { rule, inline }: Direction): boolean {
  const is = (id: unknown): boolean => stack.referred(id, "aws_security_group") === group;
  return (
    stack
      .resources(rule)
      .some(
        ({ values }) =>
          isEverything(values["ip_protocol"]) &&
          is(values["security_group_id"]) &&
          is(values["referenced_security_group_id"]),
      ) ||
    stack
      .resources("aws_security_group_rule")
      .some(
        ({ values }) =>
          values["type"] === inline &&
          isEverything(values["protocol"]) &&
          is(values["security_group_id"]) &&
          (isTrue(values["self"]) || is(values["source_security_group_id"])),
      ) ||
    blocks(group.values[inline]).some((each) => isEverything(each["protocol"]) && isTrue(each["self"]))
  );
}

const isEverything = (protocol: unknown): boolean => protocol === "-1" || protocol === -1 || protocol === "all";
