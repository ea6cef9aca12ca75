import type { IConstruct } from "constructs";
import type { Fleet } from "./fleet";

/**
 * Whether a program adds Terraform of its own: hooks, stacks, aspects. What the library makes alone keeps the rules about Terraform by
 * construction, so that checking such a fleet needs no synthesis.
 */
export const changesTerraform = (fleet: Fleet): boolean =>
  fleet.stacksOfItsOwn.length > 0 ||
  [...fleet.sites, ...fleet.stateStores].some(({ isHooked }) => isHooked) ||
  fleet.node.findAll().some(hasAspects);

/** The framework keeps aspects under a symbol that only it has; asking it would load it. */
const hasAspects = (construct: IConstruct): boolean =>
  Object.getOwnPropertySymbols(construct).some(({ description = "" }) => description.endsWith("-aspects"));
