import type { ReviewedAttribute } from "../report/schema";
import { cut, cutBoth, cutLines } from "../report/texts";
import { LONGEST_NAME, visible } from "./text";

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
  const name = path === "" ? "value" : cut(visible(path), LONGEST_NAME);
  const why = forcesReplacement === true ? "  (forces replacement)" : "";
  if (note !== undefined) return [`! ${name}: (${note})`];
  if (lines !== undefined) return [`! ${name}:${why}`, ...visibleLines(lines, longest)];
  if (before?.is === "sensitive" || after?.is === "sensitive")
    return [`${signOf(before, after)} ${name}: ${hidden(before, after)}${why}`];
  const [one, other] = shownBoth(before, after, longest);
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

/** Both sides of a value, long ones cut where they differ. */
function shownBoth(before: Side, after: Side, longest: number): readonly (string | undefined)[] {
  if (before?.is === "value" && after?.is === "value")
    return cutBoth(visible(before.text), visible(after.text), longest);
  return [before, after].map((side) => shown(side, longest));
}

function shown(side: Side, longest: number): string | undefined {
  if (side === undefined) return undefined;
  if (side.is === "unknown") return "(known after apply)";
  return side.is === "sensitive" ? "(sensitive)" : cut(visible(side.text), longest);
}

function visibleLines(lines: readonly string[], longest: number): string[] {
  const seen = lines.map((line) => `${line.slice(0, 1)}${visible(line.slice(1))}`);
  return cutLines(seen, longest).map((line) => `${lineSign(line)}   ${line.slice(1)}`);
}

/** The sign of a line of a unified diff. What is the same has one too, so that no line begins with what somebody else wrote. */
const lineSign = (line: string): string => (/^[-+\\]/.test(line) ? line.slice(0, 1) : "·");
