import { resolve } from "node:path";
import type { PageInput } from "../review/html/page";
import type { Output } from "../review/inputs/output";
import { PlansError, readPlans } from "../review/inputs/plans";
import { behind, type Commit } from "../review/inputs/revision";
import { writtenJson } from "../review/inputs/stack-json";
import { stackInputs } from "../review/inputs/stacks";
import { renderMarkdown } from "../review/markdown/render";
import { rooms } from "../review/markdown/rooms";
import { many } from "../review/markdown/text";
import { buildReview, redactorOfPlans } from "../review/report/build-review";
import { type Gate, shutGates } from "../review/report/gate";
import type { Review } from "../review/report/schema";
import type { Comparison, WrittenStack } from "../review/spec/compare";
import type { Place, ReviewFormat } from "./choices";
import { keepYoungSpaceSmall } from "./heap";
import { type Written, writeAll } from "./options";
import { outputOf } from "./output";
import type { LoggedFleet } from "./sarif";
import { jsonForLog, say } from "./say";
import { UsageError } from "./usage-error";

export interface ReviewOptions {
  readonly cwd: string;
  readonly plans: string;
  readonly head?: string;
  readonly base?: string;
  /** The day that rules are asked about, of base and head alike. @default - today, UTC */
  readonly asOf?: string;
  readonly format: ReviewFormat;
  readonly place: Place;
  readonly failOn: readonly Gate[];
  /** Plans are made up here, with simulated providers, instead of read. */
  readonly simulate?: boolean;
  readonly terraform?: string;
  /** Where the page with pictures goes, beside what the format says. */
  readonly html?: string;
  /** Where it goes. @default - to standard output */
  readonly output?: string;
}

/** `siteform review`: exit 1 where the review is incomplete or does not pass a gate. */
export async function review(options: ReviewOptions): Promise<void> {
  const { cwd, plans, failOn, simulate: isSimulated = false } = options;
  keepYoungSpaceSmall();
  const planned = isSimulated ? [] : plansAt(resolve(cwd, plans));
  const [now, before] = [options.head, options.base].map((given) =>
    given === undefined ? undefined : outputOf(cwd, given),
  );
  const comparison = comparisonOf(before?.output, now?.output, options.asOf);
  const notes = [
    ...(before?.commit === undefined ? [] : divergence(cwd, before.commit, now?.commit)),
    ...(comparison === undefined ? lacking(before?.output, now?.output) : []),
  ];
  const { inputs, notes: more } = isSimulated
    ? await loadSimulation().simulated(before?.output, now?.output, options)
    : { inputs: stackInputs(planned, now?.output, before?.output), notes: [] };
  const redactor = redactorOfPlans(inputs);
  const made = buildReview(inputs, { notes: [...notes, ...more], comparison, isSimulated, redactor });
  // What a pipeline waits for is told whatever becomes of the files.
  process.exitCode = exitCode(made, failOn, before !== undefined);
  const files: Written[] = [{ text: written(made, options), file: options.output }];
  if (options.html !== undefined) {
    const fleets = { base: before?.output.fleet, head: now?.output.fleet, hasBase: before !== undefined };
    const page = pageOf({ ...fleets, review: made, redact: redactor.text }, options.asOf);
    files.push({ text: page, file: options.html });
  }
  writeAll(cwd, files);
}

/** What serves providers is loaded only where they are simulated. */
const loadSimulation = () => require("./simulation") as typeof import("./simulation");

/** The page is loaded when it is asked for: most reviews draw nothing. */
function pageOf(input: Omit<PageInput, "asOf">, asOf: string | undefined): string {
  const { renderPage } = require("../review/html/page") as typeof import("../review/html/page");
  const { todayUtc } = require("../constructs/model") as typeof import("../constructs/model");
  return renderPage({ ...input, asOf: asOf ?? todayUtc() });
}

/** A head that lacks commits of base would seem to undo them. */
function divergence(cwd: string, base: Commit, head: Commit | undefined): string[] {
  const missing = behind(resolve(cwd), base, head?.sha ?? "HEAD") ?? 0;
  if (missing === 0) return [];
  if (missing === "shallow") {
    return [
      `whether head lacks commits of ${base.name} is not known, nor whether it seems to undo them: the clone is shallow, and git fetch --unshallow gets the rest of its history`,
    ];
  }
  return [
    `head lacks ${many(missing, "commit")} of ${base.name}: what they changed looks as if it were undone; review the result of the merge`,
  ];
}

/** The specs of base and head compared, where both wrote one that this version reads. */
function comparisonOf(
  base: Output | undefined,
  head: Output | undefined,
  asOf: string | undefined,
): Comparison | undefined {
  if (base?.fleet === undefined || head?.fleet === undefined) return undefined;
  // Every rule comes with it, and so it is loaded only where there is something to compare.
  const { compareFleets } = require("../review/spec/compare") as typeof import("../review/spec/compare");
  const { todayUtc } = require("../constructs/model") as typeof import("../constructs/model");
  const stacks = { base: writtenStacks(base), head: writtenStacks(head) };
  return compareFleets(base.fleet, head.fleet, asOf ?? todayUtc(), stacks);
}

const writtenStacks = ({ stacks }: Output): WrittenStack[] =>
  stacks.map((stack) => ({ name: stack.name, json: writtenJson(stack) }));

/** Why two outputs are not compared by their specs. */
function lacking(base: Output | undefined, head: Output | undefined): string[] {
  if (base === undefined || head === undefined) return [];
  const without = [...(base.fleet === undefined ? ["base"] : []), ...(head.fleet === undefined ? ["head"] : [])];
  return [`the specs are not compared: ${without.join(" and ")} wrote no fleet.json that this version reads`];
}

function written(made: Review, { format, place }: ReviewOptions): string {
  switch (format) {
    case "markdown":
      return renderMarkdown(made, rooms[place]).text;
    case "json":
      return jsonForLog(made);
    case "sarif": {
      const { sarif } = require("./sarif") as typeof import("./sarif");
      return jsonForLog(sarif([loggedFleet(made)]));
    }
  }
}

/** The findings of head, each with whether base has it too. What is fixed is not among them: a log tells what is there. */
function loggedFleet({ findings }: Review): LoggedFleet {
  if (findings === undefined) {
    throw new UsageError("findings are of the specs of base and head: name the output folder of the base with --base");
  }
  const { fleet, new: fresh, unchanged, waived } = findings;
  return {
    name: fleet,
    findings: [
      ...fresh.map((each) => ({ ...each, baselineState: "new" as const })),
      ...unchanged.list.map((each) => ({ ...each, baselineState: "unchanged" as const })),
      ...waived,
    ],
  };
}

function exitCode(made: Review, failOn: readonly Gate[], hasBase: boolean): number {
  const shut = shutGates(made, failOn);
  if (made.verdict === "INCOMPLETE") say("siteform: the review is incomplete");
  if (shut.length > 0) say(`siteform: the review does not pass --fail-on ${shut.join(",")}`);
  const untold = made.findings === undefined ? shut.filter((gate) => gate === "error" || gate === "finding") : [];
  if (untold.length > 0) {
    const why = hasBase
      ? "base or head wrote no fleet.json that this version reads"
      : "name the base, an output folder or a git revision, with --base";
    say(`siteform: ${untold.join(",")}: nobody knows which findings are new, since the specs are not compared: ${why}`);
  }
  return made.verdict === "INCOMPLETE" || shut.length > 0 ? 1 : 0;
}

function plansAt(folder: string): ReturnType<typeof readPlans> {
  try {
    return readPlans(folder);
  } catch (error) {
    if (error instanceof PlansError) throw new UsageError(error.message);
    throw error;
  }
}
