import { resolve } from "node:path";
import type { Output, OutputStack } from "../review/inputs/output";
import { isSameStack } from "../review/inputs/same-stack";
import { many, visible } from "../review/markdown/text";
import type { Counters } from "../review/plan/action";
import type { Diagnostic } from "../review/report/schema";
import { planAll } from "../review/run/plan-all";
import type { PlanFailure } from "../review/run/plan-stack";
import { defaultParallelism } from "../review/run/pool";
import type { PlanResult } from "../review/run/results";
import { terraformOf } from "../review/run/terraform";
import { OWN_FOLDER } from "./choices";
import { commandIn } from "./options";
import { chosenStacks, outputAt, outputOf } from "./output";
import { madePlansFolder } from "./plans-folder";
import { say } from "./say";
import { UsageError } from "./usage-error";

export interface PlanOptions {
  readonly cwd: string;
  readonly output: string;
  readonly plans: string;
  readonly base?: string;
  readonly changed?: boolean;
  readonly parallelism?: number;
  readonly terraform?: string;
  /** A file of an allow-list, or the base: its output folder, or its git revision. */
  readonly allowed?: string;
}

/** `siteform plan`: exit 0 where nothing changes, 2 where something does, 1 where a plan failed. */
export async function plan(names: readonly string[], options: PlanOptions): Promise<void> {
  const output = outputAt(resolve(options.cwd, options.output));
  const stacks = chosen(output, names, options);
  const plans = madePlansFolder(options.cwd, output.folder, options.plans);
  const parallelism = options.parallelism ?? defaultParallelism();
  const refused = options.allowed === undefined ? undefined : refusedBy(options.allowed, output, options.cwd);
  if (refused === undefined && isOfRequest(process.env)) {
    say("--allowed is not given: what these stacks make Terraform run or read is not checked before init");
  }
  say(`planning ${many(stacks.length, "stack")}, ${parallelism} at once`);
  const { results } = await planAll(stacks, {
    all: output.stacks,
    terraform: terraformOf(
      commandIn(options.cwd, options.terraform),
      process.env,
      resolve(options.cwd, OWN_FOLDER, "providers"),
    ),
    plans,
    parallelism,
    ...(refused === undefined ? {} : { refused }),
    onDone: (result, done, of) => say(`[${String(done).padStart(String(of).length)}/${of}] ${lineOf(result)}`),
  });
  const failed = results.filter(({ state }) => state === "failed").length;
  const planned = results.filter(({ state }) => state === "planned").length;
  say(`${many(planned, "stack")} to change, ${results.length - planned - failed} without a change, ${failed} failed`);
  if (results.some(({ stack }) => refused?.has(stack) === true)) say(howToAllow(options.allowed ?? ""));
  say(`plans and their JSON, which hold secrets: ${options.plans}`);
  process.exitCode = failed > 0 ? 1 : planned > 0 ? 2 : 0;
}

/** What is not allowed, loaded only where somebody asks. */
function refusedBy(allowed: string, { stacks }: Output, cwd: string): ReadonlyMap<string, PlanFailure> {
  const { refusals } = require("./refusals") as typeof import("./refusals");
  return refusals(stacks, cwd, allowed);
}

const howToAllow = (allowed: string): string =>
  `to allow what was refused, merge it first with a change of its own, which somebody who may reads as such; then it is in the base. Or add it to the list of ${allowed}, which \`siteform allow\` writes and which must come from the base`;

/** Whether a job is about a request to merge, whose author may be anybody. */
const isOfRequest = (env: NodeJS.ProcessEnv): boolean =>
  env["GITHUB_EVENT_NAME"]?.startsWith("pull_request") === true || env["CI_MERGE_REQUEST_IID"] !== undefined;

/** The stacks that are chosen, less those that are the same as in the base where that is asked for. */
function chosen(output: Output, names: readonly string[], { cwd, base, changed }: PlanOptions): OutputStack[] {
  if (changed === true && base === undefined) {
    throw new UsageError(
      "--changed needs --base, the output folder or the git revision that the stacks are compared with",
    );
  }
  if (changed !== true && base !== undefined) {
    throw new UsageError("--base is what --changed compares with: add --changed, or leave --base out");
  }
  const named = chosenStacks(output, names);
  if (changed !== true || base === undefined) return named;
  const before = new Map(outputOf(cwd, base).output.stacks.map((stack) => [stack.name, stack]));
  return named.filter((stack) => {
    const known = before.get(stack.name);
    return known === undefined || !isSameStack(stack, known);
  });
}

function lineOf({ stack, state, counters, diagnostics, failure, seconds }: PlanResult): string {
  const what =
    state === "failed"
      ? `FAILED: ${visible(failure ?? "no reason is known")}${diagnosticLines(diagnostics)}`
      : numbers(counters, state);
  return `${visible(stack)}: ${what}${seconds > 0 && state !== "failed" ? ` (${seconds.toFixed(1)} s)` : ""}`;
}

/** Errors, each on a line of its own below what failed. */
export const diagnosticLines = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ summary, address }) => `\n    ${visible(summary)}${address === undefined ? "" : ` (${visible(address)})`}`)
    .join("");

function numbers(counters: Counters | undefined, state: PlanResult["state"]): string {
  if (counters === undefined || state === "unchanged") return "no change";
  const said = Object.entries(counters).filter(([, count]) => count > 0);
  return said.length === 0 ? "outputs change" : said.map(([name, count]) => `${count} ${name}`).join(", ");
}
