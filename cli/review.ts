import { join, resolve } from "node:path";
import { PlansError, readPlans } from "../review/inputs/plans";
import { behind, type Commit } from "../review/inputs/revision";
import { stackInputs } from "../review/inputs/stacks";
import { renderMarkdown, rooms } from "../review/markdown/render";
import { many } from "../review/markdown/text";
import { buildReview } from "../review/report/build-review";
import { type Gate, shutGates } from "../review/report/gate";
import type { Review } from "../review/report/schema";
import { outputOf } from "./output";
import { jsonForLog, say } from "./say";
import { UsageError } from "./usage-error";

export type Place = keyof typeof rooms;
export const places = Object.keys(rooms);

export interface ReviewOptions {
  readonly cwd: string;
  readonly plans: string;
  readonly head?: string;
  readonly base?: string;
  readonly format: "markdown" | "json";
  readonly place: Place;
  readonly failOn: readonly Gate[];
  readonly write: (text: string) => void;
}

/** `siteform review`: exit 1 where the review is incomplete or does not pass a gate. */
export function review(options: ReviewOptions): void {
  const { cwd, plans, head, base, format, place, failOn } = options;
  const planned = plansAt(join(cwd, plans));
  const [now, before] = [head, base].map((given) => (given === undefined ? undefined : outputOf(cwd, given)));
  const notes = before?.commit === undefined ? [] : divergence(cwd, before.commit, now?.commit);
  const made = buildReview(stackInputs(planned, now?.output, before?.output), notes);
  options.write(format === "json" ? jsonForLog(made) : renderMarkdown(made, rooms[place]).text);
  process.exitCode = exitCode(made, failOn);
}

/** A head that lacks commits of base would seem to undo them. */
function divergence(cwd: string, base: Commit, head: Commit | undefined): string[] {
  const missing = behind(resolve(cwd), base, head?.sha ?? "HEAD") ?? 0;
  if (missing === 0) return [];
  return [
    `head lacks ${many(missing, "commit")} of ${base.name}: what they changed looks as if it were undone; review the result of the merge`,
  ];
}

function exitCode(made: Review, failOn: readonly Gate[]): number {
  const shut = shutGates(made, failOn);
  if (made.verdict === "INCOMPLETE") say("siteform: the review is incomplete");
  if (shut.length > 0) say(`siteform: the review does not pass --fail-on ${shut.join(",")}`);
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
