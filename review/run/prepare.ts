import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { OutputStack } from "../inputs/output";
import { initStack, type PlanFailure } from "./plan-stack";
import { requiredProviders } from "./required-providers";
import type { Terraform } from "./terraform";

/** Prepares a stack's folder the first time it is asked to, and then knows what came of it: what went wrong, or nothing. */
export type Prepare = (stack: OutputStack) => Promise<PlanFailure | undefined>;

/**
 * Fetches the providers of stacks into one cache, each set of them once, and returns what prepares the stacks themselves at any number at
 * once: Terraform's cache does not bear two that write the same provider.
 */
export async function preparation(terraform: Terraform, stacks: readonly OutputStack[]): Promise<Prepare> {
  const cache = terraform.env["TF_PLUGIN_CACHE_DIR"];
  if (cache !== undefined && cache !== "") mkdirSync(resolve(cache), { recursive: true });
  const prepared = new Map<string, Promise<PlanFailure | undefined>>();
  const prepare: Prepare = (stack) => {
    const begun = prepared.get(stack.name) ?? initStack(terraform, stack);
    prepared.set(stack.name, begun);
    return begun;
  };
  const known = new Set<string>();
  for (const stack of stacks) {
    const providers = requiredProviders(stack);
    if (providers === "" || known.has(providers)) continue;
    known.add(providers);
    await prepare(stack);
  }
  return prepare;
}
