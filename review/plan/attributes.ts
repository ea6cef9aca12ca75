import { isList, isObject, isSameJson, type Json } from "./json";
import { byPlace, listPairs } from "./lists";
import { isMasked, isSameMask, type Mask, marksSomething, maskOf } from "./mask";

/** A value as a report shows it. */
export type Shown =
  /** As JSON. */
  | { readonly is: "value"; readonly text: string }
  /** Not shown: it is sensitive, or nobody says that it is not. */
  | { readonly is: "sensitive" }
  /** Known only once the plan is applied. */
  | { readonly is: "unknown" };

/** One attribute that changes. A side that is absent has no value there. */
export interface AttributeChange {
  /** `scaling_config[0].desired_size`. */
  readonly path: string;
  readonly before?: Shown;
  readonly after?: Shown;
  /** Said of a value that stays the same while what is said of it changes, and of one that no plan shows. */
  readonly note?: "sensitivity added" | "sensitivity removed" | "write-only value may change";
}

/** The two sides of a value, as a plan says them. */
export interface Sides {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** What of `after` is not known yet: `true`, or part by part. */
  readonly unknown: Json | undefined;
  readonly beforeMask: Mask;
  readonly afterMask: Mask;
}

/**
 * What differs between two sides of a value, part by part and in the order of the names. Values that become known later are merged in
 * first: a plan leaves them out of `after`, where they would read as removed. A text that holds JSON is compared by its parts.
 */
export function diffSides(sides: Sides, path = ""): AttributeChange[] {
  const found: AttributeChange[] = [];
  collect(sides, path, found);
  return found;
}

/** A list that is handed on, since large plans have a million parts, of which most do not differ. */
function collect(sides: Sides, path: string, found: AttributeChange[]): void {
  const { before, after, unknown, beforeMask, afterMask } = sides;
  const isHidden = isMasked(beforeMask, before) || isMasked(afterMask, after);
  if (unknown === true) found.push(change(path, shown(before, isHidden), { is: "unknown" }));
  else if (isHidden) collectHidden(sides, path, found);
  else if (isEither(isObject, before, after, unknown)) collectObjects(sides, path, found);
  else if (isEither(isList, before, after, unknown)) collectLists(sides, path, found);
  else collectLeaves(before, after, path, found);
}

export const isNothing = (value: Json | undefined): value is null | undefined => value === null || value === undefined;

/** Whether the sides are of one shape, of which at least one has a value. */
function isEither(
  isShape: (value: Json | undefined) => boolean,
  before: Json | undefined,
  after: Json | undefined,
  unknown: Json | undefined,
): boolean {
  const [one, other, later] = [isShape(before), isShape(after), isShape(unknown)];
  return (
    (one || other || later) &&
    (one || isNothing(before) || before === false) &&
    (other || isNothing(after) || after === false) &&
    (later || isNothing(unknown) || unknown === false)
  );
}

function collectHidden(
  { before, after, unknown, beforeMask, afterMask }: Sides,
  path: string,
  found: AttributeChange[],
): void {
  if (!isSameJson(before ?? null, after ?? null) || marksSomething(unknown ?? false)) {
    found.push(change(path, shown(before, true), shown(after, true)));
  } else if (isMasked(beforeMask, before) !== isMasked(afterMask, after)) {
    found.push({ path, note: isMasked(afterMask, after) ? "sensitivity added" : "sensitivity removed" });
  }
}

function collectObjects(sides: Sides, path: string, found: AttributeChange[]): void {
  for (const key of keysOf(sides)) {
    // Most of what changes is the same but for a few attributes, and most of what is new is told as it is.
    if (isSameAt(sides, key)) continue;
    const part = partOf(sides, key);
    if (isPlainlyNew(part)) collectNew(part.after, stepTo(path, key), found);
    else collect(part, stepTo(path, key), found);
  }
}

/** Whether there was nothing, and all that comes is known and may be shown. */
const isPlainlyNew = ({ before, unknown, beforeMask, afterMask }: Sides): boolean =>
  isNothing(before) && !marksSomething(unknown ?? false) && !marksSomething(beforeMask) && !marksSomething(afterMask);

/** The same as `collect` says of what is plainly new, without five more sides of each of its parts. */
function collectNew(value: Json | undefined, path: string, found: AttributeChange[]): void {
  if (isObject(value)) {
    const keys = Object.keys(value);
    for (const key of isSorted(keys) ? keys : keys.sort()) collectNew(value[key], stepTo(path, key), found);
  } else if (isList(value) && value.some(isObject)) {
    for (const [index, item] of value.entries()) {
      const known = found.length;
      collectNew(item, `${path}[${index}]`, found);
      if (found.length === known) found.push(change(`${path}[${index}]`, undefined, shown(item, false)));
    }
  } else if (!isNothing(value) && !(isList(value) && value.length === 0)) {
    found.push(change(path, undefined, shown(value, false)));
  }
}

function isSorted(keys: readonly string[]): boolean {
  let last = "";
  for (const key of keys) {
    if (key < last) return false;
    last = key;
  }
  return true;
}

/** Whether a part is the same on both sides, what is sensitive of it too, and all of it is known: then no part of it differs. */
export const isSameAt = ({ before, after, unknown, beforeMask, afterMask }: Sides, key: string): boolean =>
  !marksSomething(laterAt(unknown, key) ?? false) &&
  isSameMask(maskAt(before, beforeMask, key), maskAt(after, afterMask, key)) &&
  isSameJson(valueAt(before, key), valueAt(after, key));

/** The names of all sides, in order. Nearly always both have the same. */
function keysOf({ before, after, unknown }: Sides): readonly string[] {
  const first = isObject(before) ? before : {};
  const keys = Object.keys(first);
  const more = new Set<string>();
  for (const side of [after, unknown])
    if (isObject(side)) for (const key in side) if (!Object.hasOwn(first, key)) more.add(key);
  const all = more.size === 0 ? keys : [...keys, ...more];
  return isSorted(all) ? all : all.sort();
}

function collectLists(sides: Sides, path: string, found: AttributeChange[]): void {
  const [before, after, unknown] = [asList(sides.before), asList(sides.after), asList(sides.unknown)];
  const isByPlace =
    marksSomething(sides.unknown ?? false) || marksSomething(sides.beforeMask) || marksSomething(sides.afterMask);
  // A list of plain values that is new or goes as a whole is one value to a reader.
  const isWhole =
    !isByPlace && (before.length === 0 || after.length === 0) && !before.some(isObject) && !after.some(isObject);
  if (isWhole) {
    const [one, other] = [before, after].map((list) => (list.length === 0 ? undefined : shown(list, false)));
    if (one !== undefined || other !== undefined) found.push(change(path, one, other));
    return;
  }
  const pairs = isByPlace
    ? byPlace(Math.max(before.length, unknown.length), Math.max(after.length, unknown.length))
    : listPairs(before, after);
  for (const { before: at, after: to } of pairs) {
    const index = to ?? at ?? 0;
    const [one, other] = [at === undefined ? undefined : before[at], to === undefined ? undefined : after[to]];
    const part = isByPlace ? partOf(sides, index) : plain(one, other);
    const known = found.length;
    collect(part, `${path}[${index}]`, found);
    // An element that comes or goes is a change, though it holds nothing.
    const isEmpty = found.length === known && (at === undefined || to === undefined);
    if (isEmpty) found.push(change(`${path}[${index}]`, shown(one, false), shown(other, false)));
  }
}

function collectLeaves(
  before: Json | undefined,
  after: Json | undefined,
  path: string,
  found: AttributeChange[],
): void {
  if (isNothing(before) ? isNothing(after) : isSameJson(before, after)) return;
  const one = parsed(before);
  const other = one === undefined ? undefined : parsed(after);
  if (one !== undefined && other !== undefined) {
    // No part differs where it is the same document, written in another way.
    collect(plain(one, other), path, found);
    return;
  }
  found.push(change(path, shown(before, false), shown(after, false)));
}

const plain = (before: Json | undefined, after: Json | undefined): Sides => ({
  before,
  after,
  unknown: false,
  beforeMask: false,
  afterMask: false,
});

/** One part of a value and of all that is said of it. */
function partOf({ before, after, unknown, beforeMask, afterMask }: Sides, key: string | number): Sides {
  return {
    before: valueAt(before, key),
    after: valueAt(after, key),
    unknown: laterAt(unknown, key),
    beforeMask: maskAt(before, beforeMask, key),
    afterMask: maskAt(after, afterMask, key),
  };
}

const laterAt = (unknown: Json | undefined, key: string | number): Json | undefined =>
  unknown === true ? true : valueAt(unknown, key);

const maskAt = (value: Json | undefined, mask: Mask, key: string | number): Mask =>
  isNothing(value) ? false : maskOf(mask, key);

function valueAt(value: Json | undefined, key: string | number): Json | undefined {
  if (isList(value)) return typeof key === "number" ? value[key] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

const asList = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

/** Whether a text begins as an object or a list of JSON does. */
export const mayBeJson = (text: string): boolean => /^\s*[{[]/.test(text);

/** The object or list that a text holds as JSON. */
function parsed(value: Json | undefined): Json | undefined {
  if (typeof value !== "string" || !mayBeJson(value)) return undefined;
  try {
    const read: Json = JSON.parse(value);
    return isObject(read) || isList(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function shown(value: Json | undefined, isHidden: boolean): Shown | undefined {
  if (isNothing(value)) return undefined;
  return isHidden ? { is: "sensitive" } : { is: "value", text: JSON.stringify(value) };
}

const change = (path: string, before: Shown | undefined, after: Shown | undefined): AttributeChange => ({
  path,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});

/** A path with one more step, as it is written: `a.b`, `a["b/c"]`. */
export const stepTo = (path: string, key: string): string => {
  if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
};
