import type { TerraformStack } from "../core/cdktf";
import type { TerraformHook } from "./physical-site";

/** Calls the hooks of a site, or of what creates the place of the state. One that throws is said to be of that site and stack. */
export function runHooks<R>(
  hooks: readonly TerraformHook<R>[],
  owner: string,
  stack: TerraformStack,
  resources: R,
): void {
  for (const hook of hooks) {
    try {
      hook(stack, resources);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`the hook of ${owner} failed on the stack ${stack.node.id}: ${why}`, { cause: error });
    }
  }
}
