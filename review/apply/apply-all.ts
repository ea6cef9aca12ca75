import type { EventEmitter } from "node:events";
import { rmSync } from "node:fs";
import type { OutputStack } from "../inputs/output";
import type { PlanFailure } from "../run/plan-stack";
import type { Prepare } from "../run/prepare";
import { currentState, isSameVersion } from "../run/state-version";
import type { Terraform } from "../run/terraform";
import type { Admission, ReviewedPlan } from "./admission";
import { applyPlan, replan } from "./apply-stack";
import { inDependencyOrder } from "./in-dependency-order";
import type { Journal } from "./journal";
import { readinessOf } from "./readiness";

/** What became of a stack. */
export type Outcome =
  /** All that was reviewed is done; `before` where an earlier run did it. */
  | { readonly is: "applied"; readonly before?: true }
  /** There was nothing to do. */
  | { readonly is: "unchanged" }
  /** It was not begun, and needs a plan and a review of its own. */
  | { readonly is: "left"; readonly why: string; readonly differences?: readonly string[] }
  | ({ readonly is: "failed" } & PlanFailure);

export interface ApplyAllOptions {
  readonly terraform: Terraform;
  readonly prepare: Prepare;
  /** All stacks of the output. */
  readonly all: readonly OutputStack[];
  readonly plans: string;
  readonly parallelism: number;
  readonly journal: Journal;
  /** Emits `interrupt` when somebody wants it to stop: what runs ends what it has begun, and nothing more begins. */
  readonly interrupts: EventEmitter;
  readonly onDone?: (stack: string, outcome: Outcome) => void;
  readonly onObject?: (stack: string, done: number) => void;
}

/**
 * Applies what was reviewed, each stack after those that it depends on. Where the state of one of those moved on since the plan was made,
 * it is planned again, and goes on only with what was reviewed. What depends on a stack that failed or was left is not begun.
 */
export async function applyAll(
  admissions: ReadonlyMap<OutputStack, Admission>,
  options: ApplyAllOptions,
): Promise<Map<string, Outcome>> {
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  options.interrupts.once("interrupt", stop);
  const outcomes = new Map<string, Outcome>();
  await inDependencyOrder([...admissions.keys()], options.parallelism, async (stack) => {
    const admission = admissions.get(stack);
    const outcome =
      isStopped && hasChanges(admission)
        ? left("it was stopped before this one")
        : (waiting(stack, admission, outcomes) ?? (await outcomeOf(stack, admission, outcomes, options)));
    outcomes.set(stack.name, outcome);
    options.onDone?.(stack.name, outcome);
  });
  options.interrupts.off("interrupt", stop);
  return outcomes;
}

const hasChanges = (admission: Admission | undefined): boolean =>
  admission?.is === "left" || (admission?.is === "admitted" && admission.plan.result.state === "planned");

const left = (why: string): Outcome => ({ is: "left", why });

/** What a stack waits for that will not come. One that has nothing to do waits only for what was begun and failed. */
function waiting(
  { dependencies }: OutputStack,
  admission: Admission | undefined,
  outcomes: ReadonlyMap<string, Outcome>,
): Outcome | undefined {
  const missing = dependencies.filter((name) => {
    const is = outcomes.get(name)?.is;
    return is === "failed" || (is === "left" && hasChanges(admission));
  });
  return missing.length === 0 ? undefined : left(`it depends on ${missing.join(", ")}`);
}

async function outcomeOf(
  stack: OutputStack,
  admission: Admission | undefined,
  outcomes: ReadonlyMap<string, Outcome>,
  options: ApplyAllOptions,
): Promise<Outcome> {
  if (admission === undefined || admission.is === "refused") return left("it was not reviewed");
  if (admission.is === "left") return left(admission.why);
  const isTouched = stack.dependencies.some((name) => outcomes.get(name)?.is === "applied");
  if (admission.is === "unplanned") {
    return isTouched
      ? left("what it depends on was applied, and it was not planned: plan and review it")
      : { is: "unchanged" };
  }
  const { plan } = admission;
  const progress = options.journal.of(stack.name, plan.planDigest);
  if (progress === "applied") return { is: "applied", before: true };
  if (plan.result.state === "unchanged" && !isTouched) return { is: "unchanged" };
  const readiness = await readinessOf(plan, options);
  if (readiness.is !== "ready") return readiness;
  if (!readiness.isMoved && !(await upstreamMoved(plan, options))) return applied(plan, plan.file, options);
  const fresh = await replan(options.terraform, plan, options.plans, progress !== undefined);
  if (fresh.is === "failed") return fresh;
  if (fresh.is === "other") {
    const why = "what it would do now is not what was reviewed: plan and review again";
    return { is: "left", why, differences: fresh.differences };
  }
  try {
    if (!fresh.isEmpty) return await applied(plan, fresh.file, options);
    if (progress === undefined) return { is: "unchanged" };
    options.journal.put(stack.name, plan.planDigest, "applied");
    return { is: "applied", before: true };
  } finally {
    rmSync(fresh.file, { force: true });
  }
}

/** Whether a state that a plan was made on has another version now. One that is not known may have. */
async function upstreamMoved({ stack, result }: ReviewedPlan, options: ApplyAllOptions): Promise<boolean> {
  for (const name of stack.dependencies) {
    const known = result.upstream?.[name];
    const upstream = options.all.find((each) => each.name === name);
    if (known === undefined || upstream === undefined || (await options.prepare(upstream)) !== undefined) return true;
    const state = await currentState(options.terraform, upstream);
    if (!("version" in state) || !isSameVersion(state.version, known ?? undefined)) return true;
  }
  return false;
}

/** Applies, with the journal before and after: whatever ends this program in between, the next run knows that something was begun. */
async function applied(plan: ReviewedPlan, file: string, options: ApplyAllOptions): Promise<Outcome> {
  const { journal, interrupts, onObject, terraform } = options;
  const { stack, planDigest } = plan;
  journal.put(stack.name, planDigest, "begun");
  const failure = await applyPlan(terraform, plan, file, {
    interrupts,
    ...(onObject === undefined ? {} : { onObject: (done: number) => onObject(stack.name, done) }),
  });
  journal.put(stack.name, planDigest, failure === undefined ? "applied" : "failed");
  return failure === undefined ? { is: "applied" } : { is: "failed", ...failure };
}
