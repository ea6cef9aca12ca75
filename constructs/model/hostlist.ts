import { z } from "zod";
import { show } from "./show";

/** The most names that one hostlist may stand for. */
export const MOST_NAMES = 1_000_000;

/** A range of numbers with the digits that each is written with; 0 digits means as many as it needs. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly digits: number;
}

/** A part of a name: a text, or the numbers that stand there in turn. */
type Part = string | readonly Range[];

/** A hostlist taken apart: names with brackets, as they stand between commas. */
export interface ParsedHostlist {
  readonly elements: readonly (readonly Part[])[];
  /** How many names it stands for, those that stand twice counted twice. */
  readonly count: number;
}

/** A hostlist taken apart, or what is wrong with it: `must be ...`, without the value. */
export type HostlistReading =
  | { readonly hostlist: ParsedHostlist; readonly problem?: never }
  | { readonly hostlist?: never; readonly problem: string };

/** The form of a hostlist, as far as a regular expression can say it: one or more names with brackets, between commas. */
const FORM = (() => {
  const [end, inner] = ["[A-Za-z0-9]", "[A-Za-z0-9._-]"].map((sign) => `(?:${sign}|\\[[0-9,-]+\\])`);
  const name = `${end}(?:${inner}*${end})?`;
  return new RegExp(`^${name}(?:,${name})*$`);
})();

/** Digits beyond which a number is no longer exact. */
const MOST_DIGITS = 15;

/**
 * Names in the syntax of Slurm and topograph: `tx1-n[001-127,130]`, `r[01-10]p[01-54]`, `a,b`. A bracket holds numbers and
 * ranges of numbers; leading zeros are kept; several brackets give every combination, the last one changing fastest.
 */
export function readHostlist(text: string): HostlistReading {
  if (text === "") return { problem: 'must name something, such as "n[001-127]"; it is empty' };
  const elements: Part[][] = [];
  for (const element of splitOutside(text)) {
    const parts = partsOf(element);
    if (typeof parts === "string") return { problem: parts };
    elements.push(parts);
  }
  if (!FORM.test(text))
    return { problem: "must be letters, digits, inner points and hyphens, with ranges of numbers in brackets" };
  const count = elements.reduce((sum, parts) => sum + countOf(parts), 0);
  if (count > MOST_NAMES) {
    const many = Number.isSafeInteger(count) ? count.toLocaleString("en-US") : "more than can be counted";
    return { problem: `must stand for at most ${MOST_NAMES.toLocaleString("en-US")} names; it stands for ${many}` };
  }
  return { hostlist: { elements, count } };
}

/** What is wrong with a hostlist, a name that stands twice included; `undefined` when nothing is. */
export function hostlistProblem(text: string): string | undefined {
  const { hostlist, problem } = readHostlist(text);
  if (hostlist === undefined) return problem;
  const twice = hostlist.elements.length > 1 || hostlist.elements.some(mayRepeat) ? firstTwice(hostlist) : undefined;
  return twice === undefined ? undefined : `must name each thing once; ${twice} stands twice`;
}

/** How many names a hostlist stands for, without making them. */
export const countNames = (text: string): number => parsed(text).count;

/** The names that a hostlist stands for, in its order, one at a time. */
export const expandHostlist = (text: string): Generator<string> => namesOf(parsed(text));

/** The names of several hostlists in one list. */
export const expandHostlists = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => [...expandHostlist(text)]);

/** A hostlist of a document, which its schema has checked. */
function parsed(text: string): ParsedHostlist {
  const { hostlist, problem } = readHostlist(text);
  if (hostlist === undefined) throw new RangeError(`${problem}; got ${show(text)}`);
  return hostlist;
}

function* namesOf({ elements }: ParsedHostlist): Generator<string> {
  for (const parts of elements) yield* combinations(parts, 0, "");
}

function* combinations(parts: readonly Part[], index: number, start: string): Generator<string> {
  const part = parts[index];
  if (part === undefined) yield start;
  else if (typeof part === "string") yield* combinations(parts, index + 1, start + part);
  else {
    for (const { from, to, digits } of part) {
      for (let number = from; number <= to; number++) {
        const text = start + String(number).padStart(digits, "0");
        if (index + 1 === parts.length) yield text;
        else yield* combinations(parts, index + 1, text);
      }
    }
  }
}

const countOf = (parts: readonly Part[]): number =>
  parts.reduce((product, part) => product * (typeof part === "string" ? 1 : sizeOf(part)), 1);

const sizeOf = (ranges: readonly Range[]): number => ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** Whether two numbers of an element run into each other, so that two combinations may be one name: `n[1,11][1,11]`. */
function mayRepeat(parts: readonly Part[]): boolean {
  const brackets = parts.flatMap((part, index) => (typeof part === "string" ? [] : [index]));
  return brackets.slice(1).some((index, before) => {
    const between = parts.slice((brackets[before] ?? 0) + 1, index);
    return between.every((part) => typeof part === "string" && /^[0-9]*$/.test(part));
  });
}

function firstTwice(hostlist: ParsedHostlist): string | undefined {
  const seen = new Set<string>();
  for (const name of namesOf(hostlist)) {
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return undefined;
}

/** The elements between commas that stand in no bracket. */
function splitOutside(text: string): string[] {
  const elements = [""];
  let depth = 0;
  for (const sign of text) {
    if (sign === "[") depth++;
    if (sign === "]") depth--;
    if (sign === "," && depth <= 0) elements.push("");
    else elements.push(`${elements.pop() ?? ""}${sign}`);
  }
  return elements;
}

/** The parts of one element, or what is wrong with it. */
function partsOf(element: string): Part[] | string {
  if (element === "") return "must have a name between commas; one is empty";
  const parts: Part[] = [];
  let rest = element;
  while (rest !== "") {
    const [, before = "", inside, after = ""] = /^([^[\]]*)(?:\[([^[\]]*)\](.*))?$/s.exec(rest) ?? [];
    if (before === "" && inside === undefined) {
      const closed = rest.indexOf("]");
      const opened = rest.indexOf("[");
      return opened === -1 || (closed !== -1 && closed < opened)
        ? `must open each bracket that it closes; ${element} does not`
        : `must close each bracket, once and not within another; ${element} does not`;
    }
    if (before !== "") parts.push(before);
    if (inside !== undefined) {
      const ranges = rangesOf(inside);
      if (typeof ranges === "string") return ranges;
      parts.push(ranges);
    }
    rest = inside === undefined ? "" : after;
  }
  return parts;
}

/** The ranges of one bracket, or what is wrong with them. */
function rangesOf(inside: string): Range[] | string {
  const ranges: Range[] = [];
  for (const item of inside.split(",")) {
    const [, first, last = first] = /^([0-9]+)(?:-([0-9]+))?$/.exec(item) ?? [];
    if (first === undefined || last === undefined)
      return `must have numbers and ranges of numbers in brackets, such as [01-10,12]; [${inside}] holds ${show(item)}`;
    const range = rangeOf(first, last);
    if (typeof range === "string") return range;
    const over = ranges.find(({ from, to, digits }) => overlap(range, { from, to, digits }));
    if (over !== undefined) return `must name each number once; [${inside}] has ${shared(range, over)} twice`;
    ranges.push(range);
  }
  return ranges;
}

function rangeOf(first: string, last: string): Range | string {
  if (Math.max(first.length, last.length) > MOST_DIGITS)
    return `must have numbers of at most ${MOST_DIGITS} digits; got ${show(first.length > last.length ? first : last)}`;
  const [from, to] = [Number(first), Number(last)];
  if (from > to) return `must have ranges from the lower to the higher number; [${first}-${last}] runs backwards`;
  const padded = isPadded(first) || isPadded(last);
  if (padded && first.length !== last.length) {
    const wide = Math.max(first.length, last.length);
    const even = [first, last].map((end) => String(Number(end)).padStart(wide, "0"));
    return `must write both ends of a range with as many digits; [${first}-${last}] does not: [${even.join("-")}]?`;
  }
  return { from, to, digits: padded ? first.length : 0 };
}

const isPadded = (digits: string): boolean => digits.length > 1 && digits.startsWith("0");

/** Whether two ranges have a number in common that both write the same way. */
function overlap(one: Range, other: Range): boolean {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  if (from > to) return false;
  if (one.digits === other.digits) return true;
  // A padded number is written as an unpadded one where it has no zero to lead it; two paddings where neither does.
  return to >= 10 ** (Math.max(one.digits, other.digits) - 1);
}

const shared = (one: Range, other: Range): string =>
  String(Math.min(one.to, other.to)).padStart(Math.max(one.digits, other.digits), "0");

/** Names as a hostlist. */
export const Hostlist = z
  .string({ error: (issue) => `must be a hostlist, such as "n[001-127]"; got ${show(issue.input)}` })
  .regex(FORM, { error: (issue) => `${hostlistProblem(String(issue.input))}; got ${show(issue.input)}`, abort: true })
  .superRefine((text, context) => {
    const problem = hostlistProblem(text);
    if (problem !== undefined) context.addIssue({ code: "custom", message: `${problem}; got ${show(text)}` });
  });
export type Hostlist = z.infer<typeof Hostlist>;
