import { closeSync, existsSync, lstatSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PlanError, type PlanJson, readPlan } from "../plan/read-plan";
import { sourceOfFile } from "../plan/source";
import type { Diagnostic, ReviewedStack } from "../report/schema";
import { RESULTS } from "../run/files";
import type { PlanResults } from "../run/results";

/** What a folder of plans holds of one stack. */
export interface PlannedStack {
  readonly name: string;
  readonly plan?: PlanJson;
  readonly failure?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly basis: ReviewedStack["basis"];
  /** Of the plan file, where one was left. */
  readonly planDigest?: string;
  /** Of the output that was planned, where somebody says it. */
  readonly outputDigest?: string;
}

/** A folder that holds no plans, or one that cannot be read. */
export class PlansError extends Error {}

/**
 * Reads a folder of plans: what `siteform plan` left, or files that somebody made with `terraform show -json`, as `<stack>.json` or
 * `<stack>/plan.json`. A file that cannot be read is a stack that failed, and not an error of the whole.
 *
 * @throws PlansError where the folder is not there, or its results are of another form
 */
export function readPlans(folder: string): PlannedStack[] {
  let entries: string[];
  try {
    entries = readdirSync(folder).sort();
  } catch {
    throw new PlansError(`there is no folder ${folder}: run \`siteform plan\` first, or name the folder of the plans`);
  }
  const results = new Map(readResults(folder).map((result) => [result.stack, result]));
  const files = new Map(
    entries.flatMap((entry): [string, string][] => {
      const nested = join(folder, entry, "plan.json");
      if (isThere(nested)) return [[entry, nested]];
      return entry.endsWith(".json") && entry !== RESULTS
        ? [[entry.slice(0, -".json".length), join(folder, entry)]]
        : [];
    }),
  );
  return [...new Set([...files.keys(), ...results.keys()])].map((name) => {
    const result = results.get(name);
    const file = files.get(name);
    const read = file === undefined ? {} : planAt(file);
    return {
      name,
      ...read,
      ...(result?.state === "failed" && result.failure !== undefined ? { failure: result.failure } : {}),
      diagnostics: result?.diagnostics ?? [],
      basis: result?.basis ?? "plan",
      ...(result?.planDigest === undefined ? {} : { planDigest: result.planDigest }),
      ...(result === undefined ? {} : { outputDigest: result.outputDigest }),
    };
  });
}

function planAt(file: string): Pick<PlannedStack, "plan" | "failure"> {
  let opened: number | undefined;
  try {
    opened = openSync(file, "r");
    return { plan: readPlan(sourceOfFile(opened)) };
  } catch (error) {
    return { failure: `its plan cannot be read: ${whyUnread(error)}` };
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/** Why a file is not read: a folder and a link to nothing are none, and what it says must be in words that are no path of the machine. */
function whyUnread(error: unknown): string {
  if (error instanceof PlanError) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return code === "EISDIR"
    ? "it is a folder and no file"
    : code === "ENOENT"
      ? "it is a link that leads nowhere"
      : `the system says ${code}`;
}

/** Whether something lies at a path, be it a link that leads nowhere. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * What the run that left a folder of plans says of each; nothing where they are somebody else's.
 *
 * @throws PlansError where it is of another form
 */
export function readResults(folder: string): PlanResults["results"] {
  const path = join(folder, RESULTS);
  if (!existsSync(path)) return [];
  const { PlanResults } = require("../run/results") as typeof import("../run/results");
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new PlansError(`${path} is no JSON`);
  }
  const read = PlanResults.safeParse(json);
  if (!read.success) throw new PlansError(`${path} was not written by this version of \`siteform plan\`: plan again`);
  return read.data.results;
}
