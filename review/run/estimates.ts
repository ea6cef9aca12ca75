import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputStack } from "../inputs/output";
import { stackJson } from "../inputs/stack-json";
import { PlanError, readPlan } from "../plan/read-plan";
import { type ResourceChange, resourceChanges } from "../plan/resource-change";
import { countersOfPlan } from "../report/changes";
import { unappliedData, withStandIns } from "./estimate";
import type { PlanAllOptions } from "./plan-all";
import { planCopy } from "./plan-copy";
import { planFolder } from "./plan-stack";
import type { PlanResult } from "./results";

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
        : await estimateOf(stack, result, created.get(stack.site ?? "") ?? [], options);
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

async function estimateOf(
  stack: OutputStack,
  result: PlanResult,
  created: readonly ResourceChange[],
  { terraform, plans }: PlanAllOptions,
): Promise<PlanResult | undefined> {
  const json = stackJson(stack);
  const unapplied = unappliedData(json, result.diagnostics, created);
  if (unapplied === undefined) return undefined;
  const shown = await planCopy(terraform, stack, withStandIns(json, unapplied));
  if (shown === undefined) return undefined;
  try {
    const counters = countersOfPlan(readPlan(shown));
    const folder = planFolder(plans, stack.name);
    rmSync(join(folder, "plan"), { force: true });
    writeFileSync(join(folder, "plan.json"), shown, { mode: 0o600 });
    const { failure: _, ...rest } = result;
    const warnings = result.diagnostics.filter(({ severity }) => severity === "warning");
    return { ...rest, state: "planned", counters, diagnostics: warnings, basis: "estimate" };
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}
