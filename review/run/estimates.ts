import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputStack } from "../inputs/output";
import { stackJson } from "../inputs/stack-json";
import { PlanError, type PlanJson, readPlan } from "../plan/read-plan";
import { type ResourceChange, resourceChanges } from "../plan/resource-change";
import { countersOfPlan } from "../report/changes";
import { unappliedData, withStandIns } from "./estimate";
import type { PlanAllOptions } from "./plan-all";
import { planCopy } from "./plan-copy";
import { planFolder } from "./plan-stack";
import type { PlanResult } from "./results";
import { isOfState, type WithStates, withUnappliedStates } from "./unapplied-states";

/**
 * Plans again what failed only since it looks for objects that another stack of the run is yet to create: in a copy that has stand-ins
 * for them. Such a plan is an estimate, says so, and cannot be applied. Every other failure stays one.
 */
export async function estimated(
  stacks: readonly OutputStack[],
  results: readonly PlanResult[],
  options: PlanAllOptions,
): Promise<PlanResult[]> {
  if (!results.some(({ state }) => state === "failed")) return [...results];
  const created = createdBySite(stacks, results, options.plans);
  const found: PlanResult[] = [];
  for (const result of results) {
    const stack = stacks.find(({ name }) => name === result.stack);
    const estimate =
      result.state !== "failed" || stack === undefined
        ? undefined
        : await estimateOf(stack, result, options, {
            stacks,
            created: created.get(stack.site ?? "") ?? [],
            planOf: (name) => plannedOf(name, [...found, ...results], options.plans),
          });
    found.push(estimate ?? result);
  }
  return found;
}

/** What the plans of a run create, by the site of the stack. */
function createdBySite(
  stacks: readonly OutputStack[],
  results: readonly PlanResult[],
  plans: string,
): Map<string, ResourceChange[]> {
  const created = new Map<string, ResourceChange[]>();
  for (const { name, site } of stacks) {
    const file = join(planFolder(plans, name), "plan.json");
    const isPlanned = results.some(({ stack, state }) => stack === name && state === "planned");
    if (site === undefined || !isPlanned || !existsSync(file)) continue;
    const known = created.get(site) ?? [];
    created.set(site, known);
    known.push(...resourceChanges(readPlan(readFileSync(file))).filter(({ action }) => action === "create"));
  }
  return created;
}

/** What the rest of a run says of what is not applied yet. */
interface Rest {
  readonly stacks: readonly OutputStack[];
  /** What other stacks of the same site are to create. */
  readonly created: readonly ResourceChange[];
  readonly planOf: (stack: string) => PlanJson | undefined;
}

/** The plan of a stack that was planned, or estimated, before. */
function plannedOf(name: string, results: readonly PlanResult[], plans: string): PlanJson | undefined {
  const file = join(planFolder(plans, name), "plan.json");
  const isPlanned = results.some(({ stack, state }) => stack === name && state !== "failed");
  return isPlanned && existsSync(file) ? readPlan(readFileSync(file)) : undefined;
}

/** What is planned in place of a stack whose foundation is not there; nothing where it fails for any other reason. */
function copyOf(
  stack: OutputStack,
  { diagnostics }: PlanResult,
  { stacks, created, planOf }: Rest,
): WithStates | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const [ofStates, others] = [errors.filter(isOfState), errors.filter((each) => !isOfState(each))];
  if (errors.length === 0) return undefined;
  const read =
    ofStates.length === 0
      ? { json: stackJson(stack), files: new Map<string, string>() }
      : withUnappliedStates(stack, ofStates, stacks, planOf);
  if (read === undefined || others.length === 0) return read;
  const unapplied = unappliedData(read.json, others, created);
  return unapplied === undefined ? undefined : { ...read, json: withStandIns(read.json, unapplied) };
}

async function estimateOf(
  stack: OutputStack,
  result: PlanResult,
  { terraform, plans }: PlanAllOptions,
  rest: Rest,
): Promise<PlanResult | undefined> {
  const copy = copyOf(stack, result, rest);
  if (copy === undefined) return undefined;
  const shown = await planCopy(terraform, stack, copy.json, copy.files);
  if (shown === undefined) return undefined;
  try {
    const counters = countersOfPlan(readPlan(shown));
    const folder = planFolder(plans, stack.name);
    rmSync(join(folder, "plan"), { force: true });
    writeFileSync(join(folder, "plan.json"), shown, { mode: 0o600 });
    const { failure: _, ...told } = result;
    const warnings = result.diagnostics.filter(({ severity }) => severity === "warning");
    return { ...told, state: "planned", counters, diagnostics: warnings, basis: "estimate" };
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}
