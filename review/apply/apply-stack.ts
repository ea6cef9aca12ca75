import type { EventEmitter } from "node:events";
import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { OutputStack } from "../inputs/output";
import { PlanError, type PlanJson, readPlan } from "../plan/read-plan";
import { redactorOf } from "../redact/redactor";
import { declaredSecrets } from "../run/declared-secrets";
import { failureOf, type PlanFailure, planFolder } from "../run/plan-stack";
import { type Ran, run, type Terraform } from "../run/terraform";
import type { ReviewedPlan } from "./admission";
import { differences } from "./same-changes";

/** How long Terraform waits for somebody else who holds the lock of a state. */
const LOCK_TIMEOUT = "-lock-timeout=60s";

/** A plan as it would be now, set beside the one that was reviewed. */
export type Replanned =
  | { readonly is: "same"; readonly file: string; readonly isEmpty: boolean }
  | { readonly is: "other"; readonly differences: readonly string[] }
  | ({ readonly is: "failed" } & PlanFailure);

/**
 * Plans a stack again, and compares what would be done with what was reviewed.
 *
 * @param isResumed a part of what was reviewed is done
 */
export async function replan(
  terraform: Terraform,
  { stack, file }: ReviewedPlan,
  plans: string,
  isResumed: boolean,
): Promise<Replanned> {
  const fresh = join(planFolder(plans, stack.name), "plan.again");
  rmSync(fresh, { force: true });
  const args = ["plan", "-input=false", "-no-color", LOCK_TIMEOUT, "-json", `-out=${fresh}`];
  const planned = await run(terraform, stack.folder, args);
  const reviewed = await shown(terraform, stack.folder, file);
  if (planned.status !== 0) return { is: "failed", ...failed(terraform, stack, planned, "plan", reviewed) };
  chmodSync(fresh, 0o600);
  const now = await shown(terraform, stack.folder, fresh);
  if (reviewed === undefined || now === undefined) {
    return { is: "failed", failure: "terraform cannot show its plan", diagnostics: [] };
  }
  const found = differences(reviewed, now, isResumed);
  if (found.length === 0) return { is: "same", file: fresh, isEmpty: isNothing(now) };
  rmSync(fresh, { force: true });
  const { text } = redactorOf([...reviewed.secrets, ...now.secrets]);
  return { is: "other", differences: found.map(text) };
}

const isNothing = ({ json }: PlanJson): boolean => json["applyable"] === false;

async function shown(terraform: Terraform, folder: string, file: string): Promise<PlanJson | undefined> {
  const { status, stdout } = await run(terraform, folder, ["show", "-json", "-no-color", file]);
  if (status !== 0) return undefined;
  try {
    return readPlan(stdout);
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

export interface ApplyOptions {
  /** Called as objects are done, with their number. */
  readonly onObject?: (done: number) => void;
  /** Emits `interrupt` when somebody wants it to stop. */
  readonly interrupts: EventEmitter;
}

/** Applies a plan file. What went wrong, or nothing. */
export async function applyPlan(
  terraform: Terraform,
  { stack }: ReviewedPlan,
  file: string,
  { onObject, interrupts }: ApplyOptions,
): Promise<PlanFailure | undefined> {
  let done = 0;
  const onLine = (line: string): void => {
    if (!line.includes('"type":"apply_complete"')) return;
    done += 1;
    onObject?.(done);
  };
  const args = ["apply", "-input=false", "-no-color", "-json", LOCK_TIMEOUT, file];
  const applied = await run(terraform, stack.folder, args, { onLine, interrupts });
  if (applied.status === 0) return undefined;
  return failed(terraform, stack, applied, "apply", await shown(terraform, stack.folder, file));
}

/** What Terraform says of a failure, without what a plan of the stack marks as secret. */
function failed(
  terraform: Terraform,
  stack: OutputStack,
  ran: Ran,
  command: string,
  plan: PlanJson | undefined,
): PlanFailure {
  // Without the plan nobody knows what is secret.
  if (plan === undefined) return { ...failureOf(ran, command, []), diagnostics: [] };
  return failureOf(ran, command, [...declaredSecrets(stack, terraform.env), ...plan.secrets]);
}
