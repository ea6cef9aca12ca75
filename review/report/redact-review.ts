import { diffing } from "../plan/diffing";
import type { Redactor } from "../redact/redactor";
import type { FoundChange } from "./changes";
import { addAttributes } from "./late-attributes";
import { redactSpec } from "./redact-spec";
import type { Review, ReviewedAttribute, ReviewedChange } from "./schema";
import { cut, cutBoth, cutLines, LONGEST, mapped } from "./texts";

/** Most lines of a difference of texts. */
const MOST_LINES = 200;

/** A review before secrets are taken out of it. */
export interface FoundReview extends Omit<Review, "changes"> {
  readonly changes: readonly FoundChange[];
}

/**
 * A review without secrets, long values cut after that: a secret that is cut in two would no longer be found. The words of the format
 * stay as they are, since a secret may be spelled like one of them.
 */
export function redactReview(review: FoundReview, { text }: Redactor): Review {
  const attribute = (each: ReviewedAttribute): ReviewedAttribute => redactAttribute(each, text);
  return {
    ...review,
    notes: review.notes.map(text),
    stacks: review.stacks.map((stack) => ({
      ...stack,
      ...mapped(stack, ["note"], text),
      diagnostics: stack.diagnostics.map((each) => ({ ...each, ...mapped(each, ["summary", "address"], text) })),
    })),
    changes: review.changes.map((each) => redactChange(each, text)),
    outputs: review.outputs.map((each) => ({
      ...each,
      name: text(each.name),
      attributes: each.attributes.map(attribute),
    })),
    drift: review.drift.map((each) => ({
      ...each,
      ...mapped(each, ["address", "constructPath"], text),
      attributes: each.attributes.map(attribute),
    })),
    checks: review.checks.map((each) => ({
      ...each,
      address: text(each.address),
      messages: each.messages.map(text),
    })),
    ...redactSpec(review, text),
  };
}

function redactChange({ change, attributes: found }: FoundChange, text: (given: string) => string): ReviewedChange {
  const redacted = {
    ...change,
    ...mapped(change, ["address", "constructPath", "deposed", "previousAddress", "importing"], text),
    reasons: change.reasons.map(text),
  };
  addAttributes(redacted, () => found().map((each) => redactAttribute(each, text)));
  return redacted;
}

function redactAttribute(attribute: ReviewedAttribute, text: (given: string) => string): ReviewedAttribute {
  const redacted = redactTexts(attribute, text);
  return isPlain(redacted) ? redacted : withLines(redacted);
}

function redactTexts(attribute: ReviewedAttribute, text: (given: string) => string): ReviewedAttribute {
  const [path, before, after] = [
    text(attribute.path),
    redactShown(attribute.before, text),
    redactShown(attribute.after, text),
  ];
  // Nearly all are as they were: a large plan would be copied for nothing.
  if (path === attribute.path && before === attribute.before && after === attribute.after) return attribute;
  return {
    ...attribute,
    path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function redactShown(shown: ReviewedAttribute["before"], text: (given: string) => string): ReviewedAttribute["before"] {
  if (shown?.is !== "value") return shown;
  const redacted = text(shown.text);
  return redacted === shown.text ? shown : { is: "value", text: redacted };
}

/** Whether values are short texts of one line. */
const isPlain = ({ before, after }: ReviewedAttribute): boolean =>
  [before, after].every((side) => side?.is !== "value" || (side.text.length <= LONGEST && !side.text.includes("\\n")));

/** The lines in which two texts differ, for texts of many lines; then long values cut. */
function withLines(attribute: ReviewedAttribute): ReviewedAttribute {
  const { before, after } = attribute;
  const [one, other] = [before, after].map((side) => (side?.is === "value" ? manyLines(side.text) : undefined));
  const lines = one === undefined || other === undefined ? undefined : linesOf(one, other);
  const [was, will] = [before, after].map((side) => (side?.is === "value" ? side.text : undefined));
  const [shortWas, shortWill] =
    was !== undefined && will !== undefined
      ? cutBoth(was, will)
      : [was, will].map((text) => (text === undefined ? undefined : cut(text)));
  return {
    ...attribute,
    ...(shortWas === undefined ? {} : { before: { is: "value", text: shortWas } }),
    ...(shortWill === undefined ? {} : { after: { is: "value", text: shortWill } }),
    ...(lines === undefined ? {} : { lines: atMost(cutLines(lines.slice(0, MOST_LINES)), lines.length) }),
  };
}

/** The first lines of so many, with what says how many follow: as a difference says what is no line of it. */
const atMost = (lines: readonly string[], all: number): string[] => [
  ...lines,
  ...(all === lines.length ? [] : [`\\ ${all - lines.length} more ${all - lines.length === 1 ? "line" : "lines"}`]),
];

/** Lines that differ, each with one before and behind it. */
function linesOf(one: string, other: string): string[] {
  return diffing()
    .structuredPatch("", "", one, other, "", "", { context: 1 })
    .hunks.flatMap((hunk) => hunk.lines);
}

/** The text that JSON spells, where it has several lines. */
function manyLines(json: string): string | undefined {
  if (!json.startsWith('"') || !json.includes("\\n")) return undefined;
  try {
    const text: unknown = JSON.parse(json);
    return typeof text === "string" ? text : undefined;
  } catch {
    // What was redacted may no longer be JSON.
    return undefined;
  }
}
