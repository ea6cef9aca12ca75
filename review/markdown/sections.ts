import { grouped } from "../../constructs/model/grouped";
import type { Counters } from "../plan/action";
import { groupOf } from "../report/order";
import type { Review, ReviewedChange, ReviewedStack, Verdict } from "../report/schema";
import { attributeLines } from "./attributes";
import { changeDetails, changeLine, folded } from "./changes";
import { atMost, type Detail } from "./detail";
import { code, fenced, html, many, words } from "./text";

const meaning: Readonly<Record<Verdict, string>> = {
  INCOMPLETE: "not all stacks could be planned: what follows is a part",
  DESTROYS: "something that exists is destroyed",
  FORGETS: "something that exists is no longer managed",
  CHANGES: "something is made or changed, and nothing is destroyed",
  MOVES: "only names change",
  NONE: "nothing changes",
  NONE_FOUND: "no change found by simulation",
};

/** A change of the spec need not change what is applied. */
export const meaningOf = ({ verdict, spec = [], stacks }: Review): string => {
  if (verdict === "INCOMPLETE" && stacks.some(({ state }) => state === "notSimulated")) return NOT_ALL_SIMULATED;
  return verdict === "NONE" && spec.length > 0 ? "the spec changes, and nothing that is applied" : meaning[verdict];
};

const NOT_ALL_SIMULATED = "not all stacks could be simulated: what follows is a part";

/** What must be known of a review that nobody asked a cloud for, before anything it says. */
export const SIMULATED =
  "no cloud was asked. Base was taken for what is there, with made-up values; providers were simulated. What somebody else changed, what a provider refuses, and most defaults are not seen. Plan it before it is applied.";

/** A simulation is named before what it found, which at best is nothing. */
export const titleOf = ({ verdict, simulated }: Review): string =>
  simulated !== true ? verdict : verdict === "NONE_FOUND" ? "SIMULATED" : `SIMULATED, ${verdict}`;

/** Verdict and numbers: what a reader must see without unfolding anything. */
export function headline(review: Review, { most }: Pick<Detail, "most">): string[] {
  const { counters, imports, notes } = review;
  const left = notes.length - most;
  return [
    `## ${titleOf(review)}: ${meaningOf(review)}`,
    "",
    ...(review.simulated === true ? [`**Simulated**: ${SIMULATED}`, ""] : []),
    `${numbers(counters)}${imports === 0 ? "" : `, ${imports} to take over`} ${scopeOf(review)}.`,
    "",
    ...notes.slice(0, most).flatMap((note) => [`**Note**: ${words(note)}.`, ""]),
    ...(left > 0 ? [`… and ${many(left, "more note")}.`, ""] : []),
  ];
}

/** Of which stacks the numbers are: `in 4 stacks; 48 others are the same as in the base`. */
export function scopeOf({ verdict, stacks, simulated }: Review): string {
  const same = stacks.filter(({ isSameAsBase }) => isSameAsBase === true).length;
  const expected = stacks.filter(({ state }) => state !== "removed").length - same;
  const planned = stacks.filter(({ state }) => state === "planned" || state === "unchanged").length - same;
  const did = simulated === true ? "simulated" : "planned";
  const where =
    verdict === "INCOMPLETE"
      ? `in the ${planned} of ${expected} stacks that were ${did}`
      : `in ${many(expected, "stack")}`;
  const rest = same === 0 ? "" : `; ${same === 1 ? "1 other is" : `${same} others are`} the same as in the base`;
  return `${where}${simulated === true ? "" : basisOf(stacks)}${rest}`;
}

function basisOf(stacks: readonly ReviewedStack[]): string {
  const simulated = stacks.filter(({ basis }) => basis === "simulation").length;
  const estimated = stacks.filter(({ basis }) => basis === "estimate").length;
  return [
    ...(simulated === 0 ? [] : [`; ${many(simulated, "stack")} only by simulation`]),
    ...(estimated === 0 ? [] : [`; ${many(estimated, "stack")} only as an estimate`]),
  ].join("");
}

const numbers = ({ create, update, destroy, replace, forget, move }: Counters): string =>
  [
    `**${create}** to create`,
    `**${update}** to update`,
    `**${destroy}** to destroy${replace === 0 ? "" : ` (${replace} of them replaced)`}`,
    ...(forget === 0 ? [] : [`**${forget}** to forget`]),
    ...(move === 0 ? [] : [`**${move}** to move`]),
  ].join(", ");

/** A state as people say it. */
export const stateWord = (state: ReviewedStack["state"]): string =>
  state === "notSimulated" ? "not simulated" : state;

/** Whether nobody knows the whole of what becomes of a stack. */
export const isBroken = ({ state }: ReviewedStack): boolean => state !== "planned" && state !== "unchanged";

/** Stacks of which the review cannot tell everything, and those that are gone. */
export function brokenStacks({ stacks }: Review, { most }: Detail): string[] {
  const missing = stacks.filter(({ state }) => state === "missing").map(({ name }) => code(name));
  const broken = stacks.filter((stack) => isBroken(stack) && stack.state !== "missing");
  if (broken.length + missing.length === 0) return [];
  const lines = broken.map(({ name, state, note, diagnostics }) => {
    const said = diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ summary, address }) => `${words(summary)}${address === undefined ? "" : ` at ${code(address)}`}`);
    return `- **${stateWord(state)}**: ${code(name)}: ${[...(note === undefined ? [] : [words(note)]), ...firstOf(said, most)].join("; ")}`;
  });
  const shown = missing.slice(0, most);
  const more = missing.length - shown.length;
  const without =
    missing.length === 0
      ? []
      : [`- **missing**: no plan of ${shown.join(", ")}${more === 0 ? "" : ` and ${many(more, "other", "others")}`}`];
  return ["### Stacks without a plan", "", ...atMost(lines, most), ...without, ""];
}

/** The first of what is said in one line, and how much more there is. */
const firstOf = (said: readonly string[], most: number): string[] =>
  said.length <= most ? [...said] : [...said.slice(0, most), `and ${said.length - most} more`];

/** Checks that do not pass. */
export function checks({ checks: failed }: Review, { most }: Detail): string[] {
  if (failed.length === 0) return [];
  const lines = failed.map(
    ({ stack, address, status, messages }) =>
      `- ${status === "fail" ? "fails" : "cannot be decided"}: ${code(address)} in ${code(stack)}${messages.length === 0 ? "" : `: ${firstOf(messages.map(words), most).join("; ")}`}`,
  );
  return ["### Checks that do not pass", "", ...atMost(lines, most), ""];
}

export const titles = {
  blocked: "Blocked",
  destroys: "Destroyed",
  forgets: "No longer managed",
  concerns: "Access, exposure, encryption, protection",
} as const;

/** Changes of some groups that are seen without unfolding: those that block, destroy and forget, and those that touch security. */
export function seenFirst({ changes }: Review, detail: Detail, groups: readonly (keyof typeof titles)[]): string[] {
  return groups.flatMap((group) => {
    const found = changes.filter((change) => groupOf(change) === group);
    if (found.length === 0) return [];
    const items = found.map((change) => [
      changeLine(change),
      ...(detail.attributes === "none" ? [] : changeDetails(change)),
    ]);
    return [`### ${titles[group]}`, "", ...atMost(items, detail.most), ""];
  });
}

/** Everything else, folded, by site. */
export function theRest({ changes }: Review, detail: Detail): string[] {
  const rest = changes.filter((change) => groupOf(change) === "rest");
  if (rest.length === 0) return [];
  const bySite = grouped(rest, ({ site, stack }) => site ?? stack);
  if (detail.rest === "numbers") {
    const lines = [...bySite].map(([site, found]) => `- ${code(site)}: ${byAction(found)}`);
    return ["### Other changes", "", ...atMost(lines, detail.most), ""];
  }
  const sites = [...bySite].flatMap(([site, found]) => {
    const items = found.map((change) => [
      changeLine(change),
      ...(detail.attributes === "all" ? changeDetails(change) : []),
    ]);
    return folded(`${html(site)}: ${byAction(found)}`, atMost(items, detail.most));
  });
  return ["### Other changes", "", ...sites];
}

export function byAction(changes: readonly ReviewedChange[]): string {
  const groups = grouped(changes, ({ action, importing }) =>
    action === "noop" ? (importing === undefined ? "move" : "take over") : action,
  );
  return [...groups].map(([action, found]) => `${found.length} ${action}`).join(", ");
}

/** Outputs that change, folded. */
export function outputs({ outputs: changed }: Review, detail: Detail): string[] {
  if (changed.length === 0) return [];
  const title = many(changed.length, "changed output");
  if (detail.rest === "numbers") return [`${title}.`, ""];
  const lines = changed.flatMap(({ stack, name, attributes }) => [
    `- ${code(name)} of ${code(stack)}`,
    ...(detail.attributes === "all" && attributes.length > 0
      ? ["", ...fenced(attributeLines(attributes)), ""].map((line) => (line === "" ? "" : `  ${line}`))
      : []),
  ]);
  return folded(title, lines);
}

/** What changed outside of Terraform: apart from the plan, so that it does not bury it. */
export function drift({ drift: found }: Review, detail: Detail): string[] {
  if (found.length === 0) return [];
  const relevant = found.filter(({ isRelevant }) => isRelevant).length;
  const title = `${many(found.length, "object")} changed outside of Terraform${relevant === 0 ? "" : `, ${relevant} of which the plan answers to`}`;
  if (detail.rest === "numbers") return [`${title}.`, ""];
  const items = found.map(({ stack, address, action, attributes }) => [
    `- ${action === "delete" ? "deleted" : "changed"}: ${code(address)} in ${code(stack)}`,
    ...(detail.attributes === "all" && attributes.length > 0
      ? ["", ...fenced(attributeLines(attributes)), ""].map((line) => (line === "" ? "" : `  ${line}`))
      : []),
  ]);
  return folded(title, atMost(items, detail.most));
}
