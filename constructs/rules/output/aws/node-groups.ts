import { block, blocks, type Resource, type StackOutput, texts, type Values } from "../stack-output";

/** A managed node group and its launch template, where both stand in the stack. */
export interface TemplatedGroup {
  readonly group: Resource;
  readonly template: Resource;
  readonly interfaces: readonly Values[];
}

/** Every managed node group of a stack with its launch template. */
export function* templatedGroups(stack: StackOutput): Generator<TemplatedGroup> {
  for (const group of stack.resources("aws_eks_node_group")) {
    const { id, name } = block(group.values["launch_template"]);
    const template = stack.referred(id ?? name, "aws_launch_template");
    if (template === undefined) continue;
    yield { group, template, interfaces: blocks(template.values["network_interfaces"]) };
  }
}

/** The subnets of a node group that the stack makes. */
export const subnetsOf = (stack: StackOutput, group: Resource): readonly Resource[] =>
  texts(group.values["subnet_ids"]).flatMap((id) => stack.referred(id, "aws_subnet") ?? []);

/** Whether an interface is for EFA. */
export const isEfa = (each: Values): boolean =>
  each["interface_type"] === "efa" || each["interface_type"] === "efa-only";

/** The card and the place on it of an interface, both 0 where they are not stated. */
export const placeOf = (each: Values): string => `${each["network_card_index"] ?? 0}.${each["device_index"] ?? 0}`;
