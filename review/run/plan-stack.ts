import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { TERRAFORM_LOCK } from "../../constructs/fleet/provider-locks";
import type { StackFolder } from "../inputs/output";
import { stackJson } from "../inputs/stack-json";
import { PlanError, type PlanJson, readPlan } from "../plan/read-plan";
import { countersOfPlan, GUARDED } from "../report/changes";
import { isUnchanged } from "../report/is-unchanged";
import type { Diagnostic } from "../report/schema";
import { declaredSecrets, withoutSecrets } from "./declared-secrets";
import { diagnosticsOf } from "./diagnostics";
import { planCopy } from "./plan-copy";
import { stateOf } from "./plan-file";
import type { PlanResult } from "./results";
import { type Ran, run, type Terraform } from "./terraform";
import { withoutGuards } from "./unguarded";

/** Where the plans of a run lie: outside of the output, which the framework clears, and readable by their owner alone. */
export const planFolder = (plans: string, stack: string): string => join(resolve(plans), stack);

/** Prepares a stack's folder: its backend and its providers, as they are locked. What went wrong, or nothing. */
export async function initStack(terraform: Terraform, stack: StackFolder): Promise<PlanFailure | undefined> {
  // Terraform takes nothing from its cache that no lock names, unless it is told that the lock it then writes may know this platform alone.
  const isLocked = existsSync(join(stack.folder, TERRAFORM_LOCK));
  const env = isLocked ? terraform.env : { ...terraform.env, TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "true" };
  const ran = await run({ ...terraform, env }, stack.folder, ["init", "-input=false", "-no-color", "-json"]);
  return ran.status === 0 ? undefined : failureOf(ran, "init", declaredSecrets(stack, terraform.env));
}

/** Why a stack could not be planned. */
export interface PlanFailure {
  readonly failure: string;
  readonly diagnostics: Diagnostic[];
}

/**
 * Plans one stack whose folder is prepared, without a lock of its state: a review must not stop somebody who applies. The plan and its
 * JSON, which hold secrets, are left in the folder of the plans.
 *
 * @param upstream versions of the states that it reads, taken before
 */
export async function planStack(
  terraform: Terraform,
  stack: StackFolder,
  plans: string,
  upstream: PlanResult["upstream"],
): Promise<PlanResult> {
  const began = performance.now();
  const folder = planFolder(plans, stack.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "plan");
  const args = ["plan", "-input=false", "-no-color", "-lock=false", "-detailed-exitcode", "-json", `-out=${file}`];
  const planned = await run(terraform, stack.folder, args);
  const said = diagnosticsOf(planned.stdout.toString("utf8"));
  const shown = existsSync(file) ? await showPlan(terraform, stack, folder) : undefined;
  const secrets = [
    ...declaredSecrets(stack, terraform.env),
    ...(shown !== undefined && "plan" in shown ? shown.plan.secrets : []),
  ];
  const diagnostics = withoutSecrets(said, secrets);
  const common = { ...identityOf(stack), upstream, diagnostics, basis: "plan" as const };
  const seconds = () => Number(((performance.now() - began) / 1000).toFixed(1));
  if (planned.status !== 0 && planned.status !== 2) {
    rmSync(file, { force: true });
    if (diagnostics.some(({ summary }) => summary === GUARDED)) await explain(terraform, stack, folder);
    return { ...common, state: "failed", ...failureOf(planned, "plan", secrets), seconds: seconds() };
  }
  if (shown === undefined || "failure" in shown) {
    const failure = shown?.failure ?? "terraform wrote no plan";
    return { ...common, state: "failed", failure, seconds: seconds() };
  }
  return {
    ...common,
    state: isUnchanged(shown.plan) ? "unchanged" : "planned",
    counters: countersOfPlan(shown.plan),
    ...fingerprintsOf(file),
    seconds: seconds(),
  };
}

/** Leaves what would be done without guards in place of the part of a plan that a guard has left. */
async function explain(terraform: Terraform, stack: StackFolder, folder: string): Promise<void> {
  const json = await planCopy(terraform, stack, withoutGuards(stackJson(stack)));
  if (json !== undefined) writeFileSync(join(folder, "plan.json"), json, { mode: 0o600 });
}

/** What identifies the stack that is planned, once it is prepared. */
export function identityOf(stack: StackFolder): Pick<PlanResult, "stack" | "outputDigest" | "lockDigest"> {
  const lock = join(stack.folder, TERRAFORM_LOCK);
  return {
    stack: stack.name,
    outputDigest: stack.digest,
    ...(existsSync(lock) ? { lockDigest: sha256(readFileSync(lock)) } : {}),
  };
}

function fingerprintsOf(file: string): Pick<PlanResult, "planDigest" | "basedOn"> {
  const bytes = readFileSync(file);
  const basedOn = stateOf(bytes);
  return { planDigest: sha256(bytes), ...(basedOn === undefined ? {} : { basedOn }) };
}

async function showPlan(
  terraform: Terraform,
  stack: StackFolder,
  folder: string,
): Promise<{ readonly plan: PlanJson } | { readonly failure: string }> {
  const file = join(folder, "plan");
  chmodSync(file, 0o600);
  const shown = await run(terraform, stack.folder, ["show", "-json", "-no-color", file]);
  if (shown.status !== 0) return { failure: "terraform cannot show the plan that it wrote" };
  writeFileSync(join(folder, "plan.json"), shown.stdout, { mode: 0o600 });
  try {
    return { plan: readPlan(shown.stdout) };
  } catch (error) {
    if (error instanceof PlanError) return { failure: error.message };
    throw error;
  }
}

/**
 * A failure in one line, and what Terraform says of it. What it prints beside its diagnostics may hold anything, and is not repeated.
 *
 * @param secrets what must not stand in it
 */
export function failureOf({ status, problem, stdout }: Ran, command: string, secrets: Iterable<string>): PlanFailure {
  const ended = status === undefined ? "was ended" : `ended with ${status}`;
  return {
    failure: problem === undefined ? `terraform ${command} ${ended}` : `terraform cannot be started: ${problem}`,
    diagnostics: withoutSecrets(diagnosticsOf(stdout.toString("utf8")), secrets),
  };
}

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
