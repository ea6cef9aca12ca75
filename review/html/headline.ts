import { groupThousands } from "../../constructs/model";
import { isBroken, meaningOf, SIMULATED, scopeOf, stateWord, titleOf } from "../markdown/sections";
import { many } from "../markdown/text";
import type { Counters } from "../plan/action";
import type { FailedCheck, Review, ReviewedStack } from "../report/schema";
import { h, type Node } from "./markup";
import { dataTable } from "./tables";

/** Verdict and numbers: what a reader must see before all else. */
export function headline(review: Review): Node[] {
  const { verdict, counters, imports, notes } = review;
  return [
    h(
      "h1",
      { class: `verdict verdict-${verdict.toLowerCase()}` },
      h("span", { class: "word" }, titleOf(review)),
      ` ${meaningOf(review)}`,
    ),
    ...(review.simulated === true ? [h("p", { class: "note" }, h("strong", {}, "Simulated: "), SIMULATED)] : []),
    counterList(counters, imports),
    h("p", { class: "hint" }, `${scopeOf(review)}.`.replace(/^i/, "I")),
    ...notes.map((note) => h("p", { class: "note" }, h("strong", {}, "Note: "), `${note}.`)),
  ];
}

function counterList({ create, update, destroy, replace, forget, move }: Counters, imports: number): Node {
  const counter = (name: string, count: number, words: string): Node =>
    h(
      "li",
      { class: `counter counter-${name}${count === 0 ? " zero" : ""}` },
      h("strong", {}, groupThousands(count)),
      h("span", {}, words),
    );
  return h(
    "ul",
    { class: "counters", "aria-label": "What would be done" },
    counter("create", create, "to create"),
    counter("update", update, "to update"),
    counter("destroy", destroy, replace === 0 ? "to destroy" : `to destroy, ${replace} replaced`),
    counter("forget", forget, "to forget"),
    counter("move", move, "to move"),
    imports === 0 ? [] : counter("import", imports, "to take over"),
  );
}

/** Stacks of which the review cannot tell everything, and those that are gone. */
export function brokenStacks({ stacks }: Review): Node[] {
  const broken = stacks.filter(isBroken);
  if (broken.length === 0) return [];
  return [
    h("h2", { id: "stacks" }, "Stacks without a plan"),
    dataTable(many(broken.length, "stack"), ["Stack", "State", "Why"], broken.map(stackRow)),
  ];
}

function stackRow({ name, state, note, diagnostics }: ReviewedStack): Node {
  const said = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ summary, address }) => `${summary}${address === undefined ? "" : ` at ${address}`}`);
  const why = [...(note === undefined ? [] : [note]), ...said].join("; ");
  return h(
    "tr",
    { class: state === "removed" ? "is-removed" : "is-broken" },
    h("th", { scope: "row" }, h("code", {}, name)),
    h("td", {}, stateWord(state)),
    h("td", {}, why),
  );
}

/** Checks that do not pass. */
export function checks({ checks: failed }: Review): Node[] {
  if (failed.length === 0) return [];
  return [h("h2", { id: "checks" }, "Checks that do not pass"), h("ul", {}, failed.map(checkItem))];
}

const checkItem = ({ stack, address, status, messages }: FailedCheck): Node =>
  h(
    "li",
    {},
    status === "fail" ? "fails: " : "cannot be decided: ",
    h("code", {}, address),
    " in ",
    h("code", {}, stack),
    messages.length === 0 ? "" : `: ${messages.join("; ")}`,
  );
