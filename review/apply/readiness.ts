import { identityOf, type PlanFailure } from "../run/plan-stack";
import type { Prepare } from "../run/prepare";
import { currentState, isSameVersion } from "../run/state-version";
import type { Terraform } from "../run/terraform";
import type { ReviewedPlan } from "./admission";
import type { Journal } from "./journal";

/** Whether what a plan was made with and on is still there. */
export type Readiness =
  /** `isMoved`: a run before this one began to apply the plan, and its state is another one since. */
  | { readonly is: "ready"; readonly isMoved: boolean }
  | { readonly is: "left"; readonly why: string }
  | ({ readonly is: "failed" } & PlanFailure);

export interface ReadinessOptions {
  readonly terraform: Terraform;
  readonly prepare: Prepare;
  readonly journal: Journal;
}

/** Prepares a stack, and compares the locks of its providers and its state with those that it was planned with. */
export async function readinessOf(
  { stack, result, planDigest }: ReviewedPlan,
  { terraform, prepare, journal }: ReadinessOptions,
): Promise<Readiness> {
  const failure = await prepare(stack);
  if (failure !== undefined) return { is: "failed", ...failure };
  if (identityOf(stack).lockDigest !== result.lockDigest) {
    return { is: "left", why: "its providers are not locked as they were when it was planned: plan and review again" };
  }
  const state = await currentState(terraform, stack);
  if ("failure" in state) return { is: "failed", failure: state.failure, diagnostics: [] };
  if (isSameVersion(state.version, result.basedOn)) return { is: "ready", isMoved: false };
  if (journal.of(stack.name, planDigest) !== undefined) return { is: "ready", isMoved: true };
  return { is: "left", why: "its state moved on since it was planned: plan and review again" };
}
