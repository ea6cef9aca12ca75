import { EventEmitter } from "node:events";
import { resolve } from "node:path";
import { type Admission, admissionOf } from "../review/apply/admission";
import { applyAll, type Outcome } from "../review/apply/apply-all";
import { circleOf } from "../review/apply/in-dependency-order";
import { Journal, JournalError } from "../review/apply/journal";
import { readinessOf } from "../review/apply/readiness";
import type { Output, OutputStack } from "../review/inputs/output";
import { PlansError, readResults } from "../review/inputs/plans";
import { many, visible } from "../review/markdown/text";
import { ReviewError, readReview } from "../review/post/read-review";
import type { Review } from "../review/report/schema";
import { defaultParallelism, inParallel } from "../review/run/pool";
import { type Prepare, preparation } from "../review/run/prepare";
import type { PlanResult } from "../review/run/results";
import { type Terraform, terraformOf } from "../review/run/terraform";
import { withUpstream } from "../review/run/upstream";
import { OWN_FOLDER } from "./choices";
import { commandIn } from "./options";
import { chosenStacks, outputAt } from "./output";
import { diagnosticLines } from "./plan";
import { say } from "./say";
import { UsageError } from "./usage-error";

export interface ApplyCommandOptions {
  readonly cwd: string;
  readonly output: string;
  readonly plans: string;
  /** What `siteform review --format json` wrote. */
  readonly review: string;
  readonly parallelism?: number;
  readonly terraform?: string;
}

/** How often it is told how far a stack is, in milliseconds. */
const PROGRESS = 10_000;

/**
 * `siteform apply`: exit 0 where all that was reviewed is done, 2 where something is left that must be planned and reviewed first, 1 where
 * something failed, or where nothing was begun since something is not as it was reviewed.
 */
export async function apply(names: readonly string[], options: ApplyCommandOptions): Promise<void> {
  const output = outputAt(resolve(options.cwd, options.output));
  const plans = resolve(options.cwd, options.plans);
  const review = reviewAt(resolve(options.cwd, options.review));
  const stacks = withoutCircle(chosenStacks(output, names));
  const admissions = admitted(stacks, review, resultsAt(plans), plans);
  const journal = journalAt(plans);
  const terraform = terraformOf(
    commandIn(options.cwd, options.terraform),
    process.env,
    resolve(options.cwd, OWN_FOLDER, "providers"),
  );
  const parallelism = options.parallelism ?? defaultParallelism();
  const work = toApply(admissions);
  say(`${many(work.length, "stack")} to apply, ${parallelism} at once`);
  const prepare = await preparation(terraform, withUpstream(work, output.stacks));
  await refuseMoved(admissions, { terraform, prepare, journal }, parallelism);
  const outcomes = await withInterrupts((interrupts) =>
    applyAll(admissions, {
      terraform,
      prepare,
      all: output.stacks,
      plans,
      parallelism,
      journal,
      interrupts,
      onDone: (stack, outcome) => {
        const line = lineOf(outcome);
        if (line !== undefined) say(`${visible(stack)}: ${line}`);
      },
      onObject: progress(admissions),
    }),
  );
  conclude(outcomes, output);
}

/** Stacks of which each can come after those that it depends on. */
function withoutCircle(stacks: readonly OutputStack[]): readonly OutputStack[] {
  const circle = circleOf(stacks);
  if (circle.length === 0) return stacks;
  throw new UsageError(
    `nothing is applied: stacks depend on each other in a circle: ${circle.join(", ")}; in the program, let one of them come first, then synthesize, plan and review again`,
  );
}

/** Compares every stack with its review, and begins nothing where one of them is not as it was reviewed. */
function admitted(
  stacks: readonly OutputStack[],
  review: Review,
  results: readonly PlanResult[],
  plans: string,
): Map<OutputStack, Admission> {
  const admissions = new Map(stacks.map((stack) => [stack, admissionOf(stack, review, results, plans)]));
  const refused = [...admissions].flatMap(([{ name }, each]) =>
    each.is === "refused" ? [[name, each.why] as const] : [],
  );
  refuse(refused, refused.length < stacks.length ? ["to apply the others without them, name those"] : []);
  return admissions;
}

/** The stacks whose plans change something. */
const toApply = (admissions: ReadonlyMap<OutputStack, Admission>): OutputStack[] =>
  [...admissions].flatMap(([stack, admission]) =>
    admission.is === "admitted" && admission.plan.result.state === "planned" ? [stack] : [],
  );

/** Compares states and locks of all that is to be applied before any of it is. */
async function refuseMoved(
  admissions: ReadonlyMap<OutputStack, Admission>,
  options: { readonly terraform: Terraform; readonly prepare: Prepare; readonly journal: Journal },
  parallelism: number,
): Promise<void> {
  const plans = [...admissions.values()].flatMap((each) =>
    each.is === "admitted" && each.plan.result.state === "planned" ? [each.plan] : [],
  );
  const moved = await inParallel(plans, parallelism, async (plan): Promise<[string, string][]> => {
    const { name } = plan.stack;
    if (options.journal.of(name, plan.planDigest) === "applied") return [];
    const readiness = await readinessOf(plan, options);
    if (readiness.is === "ready") return [];
    const { is } = readiness;
    return [[name, is === "left" ? readiness.why : readiness.failure + diagnosticLines(readiness.diagnostics)]];
  });
  refuse(moved.flat());
}

function refuse(reasons: readonly (readonly [stack: string, why: string])[], hints: readonly string[] = []): void {
  if (reasons.length === 0) return;
  const lines = reasons.map(([stack, why]) => `  ${visible(stack)}: ${why}`);
  throw new UsageError(["nothing is applied:", ...lines, ...hints].join("\n"));
}

/** Hands on what is sent to this program, instead of ending it: an application that is cut off leaves a half-written state. */
async function withInterrupts<T>(work: (interrupts: EventEmitter) => Promise<T>): Promise<T> {
  const interrupts = new EventEmitter();
  const hand = () => {
    say("stopping: what Terraform has begun is ended first; interrupt again to break it off");
    interrupts.emit("interrupt");
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, hand);
  try {
    return await work(interrupts);
  } finally {
    for (const signal of signals) process.off(signal, hand);
  }
}

/** Says how far a stack is, now and then. */
function progress(admissions: ReadonlyMap<OutputStack, Admission>): (stack: string, done: number) => void {
  const totals = new Map(
    [...admissions].map(([{ name }, admission]): [string, number] => {
      const counters = admission.is === "admitted" ? admission.plan.result.counters : undefined;
      return [name, (counters?.create ?? 0) + (counters?.update ?? 0) + (counters?.destroy ?? 0)];
    }),
  );
  const told = new Map<string, number>();
  return (stack, done) => {
    const now = performance.now();
    if (now - (told.get(stack) ?? Number.NEGATIVE_INFINITY) < PROGRESS) return;
    told.set(stack, now);
    say(`${visible(stack)}: ${done} of ${totals.get(stack) ?? "?"} done`);
  };
}

function lineOf(outcome: Outcome): string | undefined {
  switch (outcome.is) {
    case "applied":
      return outcome.before === true ? "was applied before" : "applied";
    case "unchanged":
      return undefined;
    case "left": {
      const differences = (outcome.differences ?? []).map((each) => `\n    ${visible(each)}`);
      return `NOT APPLIED: ${outcome.why}${differences.join("")}`;
    }
    case "failed":
      return `FAILED: ${visible(outcome.failure)}${diagnosticLines(outcome.diagnostics)}`;
  }
}

function conclude(outcomes: ReadonlyMap<string, Outcome>, output: Output): void {
  const count = (is: Outcome["is"]): number => [...outcomes.values()].filter((each) => each.is === is).length;
  const [done, failed, rest] = [count("applied"), count("failed"), count("left")];
  say(`${many(done, "stack")} applied, ${count("unchanged")} without a change, ${rest} left, ${failed} failed`);
  const notChosen = output.stacks.filter(
    ({ name, dependencies }) =>
      !outcomes.has(name) && dependencies.some((each) => outcomes.get(each)?.is === "applied"),
  );
  if (notChosen.length > 0) {
    say(`not looked at, though they depend on what was applied: ${notChosen.map(({ name }) => name).join(", ")}`);
  }
  if (failed > 0) say("to go on once the cause is gone: run the same command again; what is done is not done twice");
  process.exitCode = failed > 0 ? 1 : rest > 0 ? 2 : 0;
}

function reviewAt(file: string): Review {
  try {
    return readReview(file);
  } catch (error) {
    if (!(error instanceof ReviewError)) throw error;
    throw new UsageError(
      `${file} is no review: ${error.message}\nwrite one with \`siteform review --format json -o ${file}\``,
    );
  }
}

function resultsAt(plans: string): PlanResult[] {
  try {
    return readResults(plans);
  } catch (error) {
    if (error instanceof PlansError) throw new UsageError(error.message);
    throw error;
  }
}

function journalAt(plans: string): Journal {
  try {
    return new Journal(plans);
  } catch (error) {
    if (error instanceof JournalError) throw new UsageError(error.message);
    throw error;
  }
}
