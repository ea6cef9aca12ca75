import type { ReviewedAttribute } from "../report/schema";
import { beginningOf, visible } from "./text";

/** Longest value in a line of a comment; the whole of it is in the long form. */
const LONGEST = 300;

/**
 * Attributes as lines of a difference: `! scaling.desired: 4 -> 8`.
 *
 * @param longest the longest value, in characters
 */
export const attributeLines = (attributes: readonly ReviewedAttribute[], longest = LONGEST): string[] =>
  attributes.flatMap((each) => linesOf(each, longest));

function linesOf(
  { path, before, after, note, lines, forcesReplacement }: ReviewedAttribute,
  longest: number,
): string[] {
  const cut = (text: string): string => (text.length <= longest ? text : `${beginningOf(text, longest)}…`);
  const shown = (side: Side): string | undefined => shownWith(side, cut);
  const name = path === "" ? "value" : visible(path);
  const why = forcesReplacement === true ? "  (forces replacement)" : "";
  if (note !== undefined) return [`! ${name}: (${note})`];
  if (lines !== undefined)
    return [`! ${name}:${why}`, ...lines.map((line) => `${lineSign(line)}   ${cut(visible(line.slice(1)))}`)];
  if (before?.is === "sensitive" || after?.is === "sensitive")
    return [`${signOf(before, after)} ${name}: ${hidden(before, after)}${why}`];
  const [one, other] = [before, after].map(shown);
  if (one === undefined) return [`+ ${name}: ${other ?? ""}${why}`];
  if (other === undefined) return [`- ${name}: ${one}${why}`];
  return [`! ${name}: ${one} -> ${other}${why}`];
}

type Side = ReviewedAttribute["before"];

const signOf = (before: Side, after: Side): string => (before === undefined ? "+" : after === undefined ? "-" : "!");

function hidden(before: Side, after: Side): string {
  if (before === undefined) return "(sensitive)";
  if (after === undefined) return "(sensitive, removed)";
  return after.is === "unknown" ? "(sensitive) -> (known after apply)" : "(sensitive, changed)";
}

function shownWith(side: Side, cut: (text: string) => string): string | undefined {
  if (side === undefined) return undefined;
  if (side.is === "unknown") return "(known after apply)";
  return side.is === "sensitive" ? "(sensitive)" : cut(visible(side.text));
}

/** The sign of a line of a unified diff. What is the same has one too, so that no line begins with what somebody else wrote. */
const lineSign = (line: string): string => (/^[-+\\]/.test(line) ? line.slice(0, 1) : "·");
