import type { OutputStack } from "../inputs/output";
import { stackJson } from "../inputs/stack-json";
import { objectAt } from "../plan/json";

/** The providers that a stack needs with their versions, as JSON: equal for stacks that need the same. Empty where it needs none. */
export function requiredProviders(stack: OutputStack): string {
  const providers = objectAt(objectAt(stackJson(stack), "terraform"), "required_providers");
  return Object.keys(providers).length === 0 ? "" : JSON.stringify(providers);
}
