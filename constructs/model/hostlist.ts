import { z } from "zod";
import { show } from "./show";

/** More names than any site has things of one kind: a range beyond it is a slip of the keyboard. */
export const MOST_NAMES = 10_000_000;

const FORM = /^[a-z0-9]([a-z0-9-]|\[\d+(-\d+)?(,\d+(-\d+)?)*\])*(,[a-z0-9]([a-z0-9-]|\[\d+(-\d+)?(,\d+(-\d+)?)*\])*)*$/;

const error = (issue: { readonly input?: unknown }) =>
  `must be names with ranges in brackets, such as "r01-[01-12]" or "a1,b[2-4]"; got ${show(issue.input)}`;

/**
 * Names in the notation of Slurm's hostlists: `r[01-03]` is r01, r02, r03; `a[1,3]-[1-2]` is a1-1, a1-2, a3-1, a3-2. A first number with
 * leading zeros sets the width of the rest. That a range does not run backwards, and no name comes twice, is for `readHostlist`.
 */
export const Hostlist = z.string({ error }).regex(FORM, { error });

/** The names of a hostlist, and what is wrong with it in words; then the names are those that could be read. */
export interface ReadHostlist {
  readonly names: readonly string[];
  readonly problem?: string;
}

/** The names of a hostlist, in its order. Never throws: what is wrong is said in `problem`. */
export function readHostlist(written: string): ReadHostlist {
  const parts = splitTop(written).map(readPart);
  const problem = parts.find((part) => part.problem !== undefined)?.problem;
  if (problem !== undefined) return { names: [], problem };
  const count = parts.reduce((sum, { axes }) => sum + axes.reduce((product, axis) => product * axis.length, 1), 0);
  if (count > MOST_NAMES) return { names: [], problem: `${show(written)} holds ${count} names; at most ${MOST_NAMES}` };
  const names = parts.flatMap(({ axes }) => axes.reduce<string[]>((all, axis) => joinAll(all, axis), [""]));
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) return { names: [...new Set(names)], problem: `${show(written)} holds ${name} twice` };
    seen.add(name);
  }
  return { names };
}

/** The names of a hostlist, in its order; of one that cannot be read, none: a rule says why. */
export const namesIn = (written: string): readonly string[] => readHostlist(written).names;

const joinAll = (starts: readonly string[], ends: readonly string[]): string[] =>
  starts.length === 1 && starts[0] === "" ? [...ends] : starts.flatMap((start) => ends.map((end) => start + end));

/** Commas between names separate; those inside brackets belong to a range. */
const splitTop = (written: string): string[] => written.match(/([^,[]|\[[^\]]*\])+/g) ?? [];

/** A name as texts to be joined, one axis after the other: `r[1-2]-a` is [["r"], ["1", "2"], ["-a"]]. */
function readPart(part: string): { readonly axes: readonly (readonly string[])[]; readonly problem?: string } {
  const axes: (readonly string[])[] = [];
  for (const [token] of part.matchAll(/\[[^\]]*\]|[^[]+/g)) {
    if (!token.startsWith("[")) {
      axes.push([token]);
      continue;
    }
    const ranges = token.slice(1, -1).split(",").map(readRange);
    const problem = ranges.find((range) => range.problem !== undefined)?.problem;
    if (problem !== undefined) return { axes: [], problem };
    axes.push(ranges.flatMap(({ numbers }) => numbers));
  }
  return { axes };
}

function readRange(range: string): { readonly numbers: readonly string[]; readonly problem?: string } {
  const [first = "", last = first] = range.split("-");
  const [from, to] = [Number(first), Number(last)];
  if (to < from) return { numbers: [], problem: `the range ${range} runs backwards` };
  if (to - from >= MOST_NAMES)
    return { numbers: [], problem: `the range ${range} holds more than ${MOST_NAMES} names` };
  const width = first.startsWith("0") ? first.length : 0;
  return { numbers: Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(width, "0")) };
}

/**
 * Names as the shortest hostlist of one number each: `["r01-01", "r01-02", "r02-01"]` is `r01-[01-02],r02-01`. The order of the
 * names is kept as far as ranges allow: names that differ in their last number alone, and follow each other, are folded.
 */
export function formatHostlist(names: Iterable<string>): string {
  const folds: { start: string; width: number; ranges: { from: number; to: number }[]; end: string; one: string }[] =
    [];
  for (const name of names) {
    const [, start, digits, end = ""] = /^(.*?)(\d+)(\D*)$/.exec(name) ?? [];
    const last = folds.at(-1);
    if (start === undefined || digits === undefined || digits.length > 15) {
      folds.push({ start: name, width: 0, ranges: [], end: "", one: name });
      continue;
    }
    const number = Number(digits);
    const open = last?.ranges.at(-1);
    const sameWidth = last !== undefined && open !== undefined && widthFits(last.width, open.to, digits);
    if (last !== undefined && open !== undefined && sameWidth && last.start === start && last.end === end) {
      if (number === open.to + 1) open.to = number;
      else last.ranges.push({ from: number, to: number });
    } else {
      folds.push({ start, width: digits.length, ranges: [{ from: number, to: number }], end, one: name });
    }
  }
  return folds.map(formatFold).join(",");
}

/** A number belongs to a fold where writing it at the fold's width gives its digits again. */
const widthFits = (width: number, previous: number, digits: string): boolean => {
  const first = String(previous).padStart(width, "0");
  const padded = first.startsWith("0") && first.length > 1;
  return padded ? digits.length === width : !digits.startsWith("0") || digits === "0";
};

function formatFold(fold: {
  readonly start: string;
  readonly width: number;
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  readonly end: string;
  readonly one: string;
}): string {
  const [first] = fold.ranges;
  if (first === undefined || (fold.ranges.length === 1 && first.from === first.to)) return fold.one;
  const padded = (value: number) => String(value).padStart(fold.width, "0");
  const ranges = fold.ranges.map(({ from, to }) => (from === to ? padded(from) : `${padded(from)}-${padded(to)}`));
  return `${fold.start}[${ranges.join(",")}]${fold.end}`;
}
