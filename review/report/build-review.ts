import { type Counters, NOTHING, sumOf } from "../plan/action";
import type { PlanJson } from "../plan/read-plan";
import { resourceChanges } from "../plan/resource-change";
import { type Redactor, redactorOf } from "../redact/redactor";
import type { Comparison } from "../spec/compare";
import { blockedChanges, changesOf, countersOfPlan } from "./changes";
import { driftOf, failedChecks, outputsOf } from "./drift";
import { isUnchanged } from "./is-unchanged";
import { naturally } from "./natural";
import { inOrder } from "./order";
import { type FoundReview, redactReview } from "./redact-review";
import type { Review, ReviewedStack, Verdict } from "./schema";
import { type StackInput, whyPartial } from "./stack-input";

/** What a review is told beside plans. */
export interface ReviewContext {
  /** What must be known of the whole of it. */
  readonly notes?: readonly string[];
  /** Of the specs of base and head, where both are at hand. */
  readonly comparison?: Comparison | undefined;
  /** No cloud was asked. @default false */
  readonly isSimulated?: boolean;
  /** What takes secrets out of it. @default - of the plans */
  readonly redactor?: Redactor;
}

/**
 * Puts the plans of many stacks into one review. Every stack that base or head has is in it, planned or not; what failed or is missing
 * makes it INCOMPLETE. No secret that any of the plans marks is in it, wherever it stood.
 */
export function buildReview(
  inputs: readonly StackInput[],
  { notes = [], comparison, isSimulated = false, redactor = redactorOfPlans(inputs) }: ReviewContext = {},
): Review {
  const stacks = [...inputs].sort((a, b) => naturally(a.name, b.name));
  const whole = stacks.flatMap((input) =>
    input.plan !== undefined && whyPartial(input) === undefined ? [{ input, plan: input.plan }] : [],
  );
  const partial = stacks.filter((input) => whyPartial(input) !== undefined);
  const reviewed = stacks.map(reviewedStack);
  // What is not known is shown, and counts for nothing: of its stack no number is a fact.
  const counters = sumOf(whole.flatMap(({ plan }) => (unknownIn(plan) === 0 ? [countersOfPlan(plan)] : [])));
  const changes = [
    ...partial.flatMap((input) => blockedChanges(input, input.plan)),
    ...whole.flatMap(({ input, plan }) => changesOf(input, plan)),
  ];
  const outputs = whole.flatMap(({ input, plan }) => outputsOf(input, plan));
  const imports = changes.filter(({ change }) => change.importing !== undefined).length;
  const isChanged = imports > 0 || outputs.length > 0;
  const review: FoundReview = {
    apiVersion: "siteform.dev/v1alpha1",
    kind: "Review",
    verdict: isSimulated ? atBest(verdictOf(reviewed, counters, isChanged)) : verdictOf(reviewed, counters, isChanged),
    ...(isSimulated ? { simulated: true } : {}),
    counters,
    imports,
    notes: [...notes],
    stacks: reviewed,
    changes: inOrder(changes),
    outputs,
    drift: whole.flatMap(({ input, plan }) => driftOf(input, plan)),
    checks: whole.flatMap(({ input, plan }) => failedChecks(input, plan)),
    ...comparison,
  };
  return redactReview(review, redactor);
}

/** Takes out of texts what any of some plans marks as a secret. */
export const redactorOfPlans = (inputs: readonly StackInput[]): Redactor =>
  redactorOf(inputs.flatMap(({ plan }) => (plan === undefined ? [] : [...plan.secrets])));

function verdictOf(stacks: readonly ReviewedStack[], counters: Counters, isChanged: boolean): Verdict {
  if (stacks.some(({ state }) => isUntold(state))) return "INCOMPLETE";
  if (counters.destroy > 0) return "DESTROYS";
  // What a removed stack has made stays, and nobody manages it any more.
  if (counters.forget > 0 || stacks.some(({ state }) => state === "removed")) return "FORGETS";
  if (counters.create + counters.update > 0 || isChanged) return "CHANGES";
  return counters.move > 0 ? "MOVES" : "NONE";
}

/** Whether a review does not know what becomes of a stack. */
const isUntold = (state: ReviewedStack["state"]): boolean =>
  state === "failed" || state === "missing" || state === "notSimulated";

/** How many changes of a plan are of a kind that is not known here. */
const unknownIn = (plan: PlanJson): number => resourceChanges(plan).filter(({ action }) => action === "unknown").length;

/** That a simulation finds nothing does not mean that there is nothing. */
const atBest = (verdict: Verdict): Verdict => (verdict === "NONE" ? "NONE_FOUND" : verdict);

function reviewedStack(input: StackInput): ReviewedStack {
  const { name, site, plan, unplanned, diagnostics = [], basis = "plan", notSimulated, note: noted } = input;
  const common = {
    name,
    ...(site === undefined ? {} : { site }),
    ...(noted === undefined ? {} : { note: noted }),
    diagnostics: [...diagnostics],
    basis,
  };
  if (notSimulated !== undefined) return { ...common, state: "notSimulated", note: notSimulated };
  if (unplanned === "removed") {
    const note = "no longer in the program: what it made stays, and nobody manages it; destroy it first, or forget it";
    return { ...common, state: "removed", note };
  }
  const why = whyPartial(input);
  if (why !== undefined) return { ...common, state: "failed", note: why };
  if (unplanned === "unchanged") return { ...common, state: "unchanged", counters: NOTHING, isSameAsBase: true };
  if (plan === undefined) return { ...common, state: "missing", note: "it has no plan" };
  const unknown = unknownIn(plan);
  if (unknown > 0) {
    const many = unknown === 1 ? "1 change" : `${unknown} changes`;
    return { ...common, state: "failed", note: `its plan has ${many} of a kind that is not known here` };
  }
  const counters = countersOfPlan(plan);
  const state = isUnchanged(plan) ? ("unchanged" as const) : ("planned" as const);
  return { ...common, state, counters, ...(input.planDigest === undefined ? {} : { planDigest: input.planDigest }) };
}
