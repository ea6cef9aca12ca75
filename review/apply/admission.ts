import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputStack } from "../inputs/output";
import type { Review, ReviewedStack } from "../report/schema";
import { planFolder, sha256 } from "../run/plan-stack";
import type { PlanResult } from "../run/results";

/** A stack, what was reviewed of it, and the plan that was. */
export interface ReviewedPlan {
  readonly stack: OutputStack;
  readonly result: PlanResult;
  /** Of the plan file; the same in the review, in the results and in the file itself. */
  readonly planDigest: string;
  readonly file: string;
}

/** What can be done with a stack. */
export type Admission =
  /** Its plan is the one that was reviewed. */
  | { readonly is: "admitted"; readonly plan: ReviewedPlan }
  /** It equals the base, and nobody planned it. */
  | { readonly is: "unplanned" }
  /** It was reviewed, and waits for a plan that can be applied. */
  | { readonly is: "left"; readonly why: string }
  | { readonly is: "refused"; readonly why: string };

/**
 * Compares a stack as it lies in the output with what was reviewed of it. Nothing is run.
 *
 * @param results what `siteform plan` left beside its plans
 */
export function admissionOf(
  stack: OutputStack,
  review: Review,
  results: readonly PlanResult[],
  plans: string,
): Admission {
  const refused = (why: string): Admission => ({ is: "refused", why });
  if (review.simulated === true) return refused("the review is a simulation, made without the cloud: plan and review");
  const reviewed = review.stacks.find(({ name }) => name === stack.name);
  if (reviewed === undefined) return refused("the review does not have it: plan and review again");
  const basis = basisOf(reviewed);
  if (basis !== undefined) return { is: "left", why: basis };
  if (reviewed.state !== "planned" && reviewed.state !== "unchanged") {
    return refused(`the review says that it is ${reviewed.state}: ${reviewed.note ?? "plan and review again"}`);
  }
  const result = results.find((each) => each.stack === stack.name);
  // A stack that equals the base needs no plan.
  if (result === undefined && reviewed.isSameAsBase === true) return { is: "unplanned" };
  const { planDigest } = reviewed;
  if (result?.planDigest === undefined || planDigest === undefined) {
    return refused("no plan file was left of what was reviewed: plan with `siteform plan`, and review again");
  }
  const file = join(planFolder(plans, stack.name), "plan");
  const digest = digestOf(file);
  if (digest === undefined) return refused(`its plan is not in ${file}`);
  if (digest !== planDigest || result.planDigest !== planDigest) {
    return refused("its plan is not the one that was reviewed: review it again");
  }
  if (stack.digest !== result.outputDigest) {
    return refused("what the program wrote is not what was planned: plan and review again");
  }
  return { is: "admitted", plan: { stack, result, planDigest, file } };
}

function basisOf({ basis, state }: ReviewedStack): string | undefined {
  if (state !== "planned" && state !== "unchanged") return undefined;
  if (basis === "estimate") {
    return "its plan is an estimate, made before its foundation was there: plan and review it again";
  }
  return basis === "simulation" ? "its plan is a simulation, made without the cloud: plan and review it" : undefined;
}

function digestOf(file: string): string | undefined {
  try {
    return sha256(readFileSync(file));
  } catch {
    return undefined;
  }
}
