import type { TerraformStack } from "../core/cdktf";

/** A resource as far as its address goes. */
export interface Addressed {
  readonly terraformResourceType: string;
  readonly friendlyUniqueId: string;
}

/** A resource that has another address than before. */
export interface Move {
  /** The address before: `aws_vpc.network_vpc_1A2B3C4D`. */
  readonly from: string;
  /** The resource that it is now, or its address. */
  readonly to: string | Addressed;
}

const moves = new WeakMap<TerraformStack, readonly object[]>();

/**
 * Writes `moved` blocks into a stack, so that Terraform takes the resource of a new address for that of the old one, instead of
 * destroying the one and creating the other. Keep them for as long as a state may know the old address.
 *
 * @example
 * site.terraform((stack, { network }) => moved(stack, { from: "aws_vpc.old", to: network.vpc }));
 */
export function moved(stack: TerraformStack, ...more: readonly Move[]): void {
  const blocks = more.map(({ from, to }) => ({ from, to: typeof to === "string" ? to : addressOf(to) }));
  const all = [...(moves.get(stack) ?? []), ...blocks];
  moves.set(stack, all);
  stack.addOverride("moved", all);
}

/** The address of a resource in its stack. */
export const addressOf = (resource: Addressed): string =>
  `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
