import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputStack } from "../inputs/output";
import { estimated } from "./estimates";
import { JOURNAL, RESULTS } from "./files";
import { type PlanFailure, planStack } from "./plan-stack";
import { inParallel } from "./pool";
import { preparation } from "./prepare";
import type { PlanResult, PlanResults } from "./results";
import type { Terraform } from "./terraform";
import { upstreamVersions, withUpstream } from "./upstream";

export interface PlanAllOptions {
  readonly terraform: Terraform;
  /** Folder for plans and results. */
  readonly plans: string;
  readonly parallelism: number;
  /** All stacks of the output: those that the planned ones depend on may not be planned. @default - the planned ones */
  readonly all?: readonly OutputStack[];
  /** Stacks that are not even prepared, with the reason. @default none */
  readonly refused?: ReadonlyMap<string, PlanFailure>;
  /** Called as each stack is done, so that somebody who waits sees it go on. */
  readonly onDone?: (result: PlanResult, done: number, of: number) => void;
}

/** Plans stacks side by side and writes what came of them into the folder of the plans. */
export async function planAll(stacks: readonly OutputStack[], options: PlanAllOptions): Promise<PlanResults> {
  const { terraform, plans, parallelism, refused = new Map<string, PlanFailure>(), onDone } = options;
  mkdirSync(plans, { recursive: true, mode: 0o700 });
  chmodSync(plans, 0o700);
  forget(plans);
  const admitted = stacks.filter(({ name }) => !refused.has(name));
  const upstream = (options.all ?? stacks).filter(({ name }) => !refused.has(name));
  const prepare = await preparation(terraform, withUpstream(admitted, upstream));
  const versions = upstreamVersions(terraform, prepare, upstream);
  let done = 0;
  const planned = await inParallel(stacks, parallelism, async (stack) => {
    const failure = refused.get(stack.name) ?? (await prepare(stack));
    const result =
      failure === undefined
        ? await planStack(terraform, stack, plans, await versions(stack))
        : unprepared(stack, failure);
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

const unprepared = (stack: OutputStack, failure: PlanFailure): PlanResult => ({
  stack: stack.name,
  state: "failed",
  ...failure,
  basis: "plan",
  outputDigest: stack.digest,
  seconds: 0,
});

/** Takes away what an earlier run left: its plans would be reviewed as if they were of this one. */
function forget(plans: string): void {
  if (!existsSync(join(plans, RESULTS))) return;
  for (const entry of readdirSync(plans)) {
    if (existsSync(join(plans, entry, "plan.json")) || existsSync(join(plans, entry, "plan"))) {
      rmSync(join(plans, entry), { recursive: true, force: true });
    }
  }
  rmSync(join(plans, JOURNAL), { force: true });
  rmSync(join(plans, RESULTS));
}
