import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { OutputStack } from "../inputs/output";
import { estimated } from "./estimates";
import { initStack, type PlanFailure, planStack } from "./plan-stack";
import { inParallel } from "./pool";
import { requiredProviders } from "./required-providers";
import { type PlanResult, type PlanResults, RESULTS } from "./results";
import type { Terraform } from "./terraform";

export interface PlanAllOptions {
  readonly terraform: Terraform;
  /** Folder for plans and results. */
  readonly plans: string;
  readonly parallelism: number;
  /** Stacks that are not even prepared, with the reason. @default none */
  readonly refused?: ReadonlyMap<string, PlanFailure>;
  /** Called as each stack is done, so that somebody who waits sees it go on. */
  readonly onDone?: (result: PlanResult, done: number, of: number) => void;
}

/**
 * Plans stacks side by side and writes what came of them into the folder of the plans. Providers are fetched into one cache before
 * stacks are prepared at once: Terraform's cache does not bear two that write the same provider.
 */
export async function planAll(stacks: readonly OutputStack[], options: PlanAllOptions): Promise<PlanResults> {
  const { terraform, plans, parallelism, refused = new Map<string, PlanFailure>(), onDone } = options;
  mkdirSync(plans, { recursive: true, mode: 0o700 });
  chmodSync(plans, 0o700);
  forget(plans);
  const cache = terraform.env["TF_PLUGIN_CACHE_DIR"];
  if (cache !== undefined) mkdirSync(resolve(cache), { recursive: true });
  const failures = new Map<string, PlanFailure | undefined>(refused);
  const admitted = stacks.filter(({ name }) => !refused.has(name));
  const { first, others } = byProviders(admitted);
  for (const stack of first) failures.set(stack.name, await initStack(terraform, stack));
  let done = 0;
  const planned = await inParallel(stacks, parallelism, async (stack) => {
    if (others.has(stack)) failures.set(stack.name, await initStack(terraform, stack));
    const failure = failures.get(stack.name);
    const result: PlanResult =
      failure === undefined
        ? await planStack(terraform, stack, plans)
        : {
            stack: stack.name,
            state: "failed",
            ...failure,
            basis: "plan",
            outputDigest: stack.digest,
            seconds: 0,
          };
    done += 1;
    onDone?.(result, done, stacks.length);
    return result;
  });
  // Nothing runs in what was refused, and so it is not planned as an estimate either.
  const results = await estimated(admitted, planned, options);
  const all: PlanResults = { apiVersion: "siteform.dev/v1alpha1", kind: "Plans", terraform: terraform.binary, results };
  writeFileSync(join(plans, RESULTS), `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  return all;
}

/** Takes away what an earlier run left: its plans would be reviewed as if they were of this one. */
function forget(plans: string): void {
  if (!existsSync(join(plans, RESULTS))) return;
  for (const entry of readdirSync(plans)) {
    if (existsSync(join(plans, entry, "plan.json")) || existsSync(join(plans, entry, "plan"))) {
      rmSync(join(plans, entry), { recursive: true, force: true });
    }
  }
  rmSync(join(plans, RESULTS));
}

/** One stack for each set of providers, which fetches them, and the others, which find them. */
function byProviders(stacks: readonly OutputStack[]): { first: OutputStack[]; others: ReadonlySet<OutputStack> } {
  const known = new Set<string>();
  const first = stacks.filter((stack) => {
    const key = requiredProviders(stack);
    const isNew = key !== "" && !known.has(key);
    known.add(key);
    return isNew;
  });
  return { first, others: new Set(stacks.filter((stack) => !first.includes(stack))) };
}
