import { isDeepStrictEqual } from "node:util";
import { alikePairs } from "./alike";
import { listsApart } from "./apart";
import type { Compare, Difference, Place } from "./difference";
import { formOf, itemForm } from "./forms";
import { itemKey, keysOf, stepTo, trimmed, withoutKey } from "./keys";
import { valueText } from "./values";

/** Share of what two things without a key say that both say, from which on one of them is the other, changed. */
const SAME_THING = 0.3;

/** The differences of two lists: of things by their keys, of plain values as one, of things without a key by what they say. */
export function listDifferences(
  before: readonly unknown[],
  after: readonly unknown[],
  place: Place,
  compare: Compare,
): Difference[] {
  if ([...before, ...after].every((item) => typeof item !== "object" || item === null))
    return plainListDifference(before, after, place);
  const [one, other] = [keysOf(before), keysOf(after)];
  return one === undefined || other === undefined
    ? looseDifferences(before, after, place, compare)
    : keyedDifferences(one, other, place, compare);
}

function keyedDifferences(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  place: Place,
  compare: Compare,
): Difference[] {
  const form = itemForm(place.form);
  const at = (item: unknown): Place => placeOfItem(item, { ...place, form });
  const gone = [...before].filter(([key]) => !after.has(key));
  const come = [...after].filter(([key]) => !before.has(key));
  const pairs = alikePairs(valuesOf(gone), valuesOf(come), { form });
  const formerly = new Map(pairs.map(({ removed, added }) => [come[added]?.[0], gone[removed]]));
  const renamed = new Set(pairs.map(({ removed }) => gone[removed]?.[0]));
  const there = [...after].flatMap(([key, item]): Difference[] => {
    const here = at(item);
    // What both have may follow another schema in base.
    if (before.has(key)) return compare(before.get(key), item, { ...here, form });
    const former = formerly.get(key);
    if (former === undefined) {
      return [{ path: here.path, kind: "added", ...textOf("after", item, here), thing: { place: here, key, item } }];
    }
    const [name, old] = former;
    return [
      { path: here.path, kind: "renamed", before: name, after: key, from: trimmed(at(old).path) },
      ...compare(withoutKey(old), withoutKey(item), here),
    ];
  });
  const removed = gone
    .filter(([key]) => !renamed.has(key))
    .map(([key, item]): Difference => {
      const here = at(item);
      return { path: here.path, kind: "removed", ...textOf("before", item, here), thing: { place: here, key, item } };
    });
  // Those that both have, by their names in head, as each side has them.
  const nowCalled = new Map([...formerly].map(([key, former]) => [former?.[0], key]));
  const sequence = [...before.keys()].flatMap((key) => (after.has(key) ? key : (nowCalled.get(key) ?? [])));
  const wanted = [...after.keys()].filter((key) => before.has(key) || formerly.has(key));
  return [...there, ...removed, ...orderDifference(sequence, wanted, place)];
}

/** Things without a key: those that are equal are the same, then those that are most alike. */
function looseDifferences(
  before: readonly unknown[],
  after: readonly unknown[],
  place: Place,
  compare: Compare,
): Difference[] {
  const form = itemForm(place.form);
  const [gone, come] = [new Set(before.keys()), new Set(after.keys())];
  const former = new Map<number, number>();
  const isOne = (one: number, other: number) => {
    former.set(other, one);
    gone.delete(one);
    come.delete(other);
  };
  for (const other of [...come]) {
    const equal = [...gone].find((one) => isDeepStrictEqual(before[one], after[other]));
    if (equal !== undefined) isOne(equal, other);
  }
  const [left, right] = [[...gone], [...come]];
  const pairs = alikePairs(
    left.map((one) => before[one]),
    right.map((other) => after[other]),
    { form, least: SAME_THING },
  );
  for (const { removed, added } of pairs) isOne(left[removed] ?? 0, right[added] ?? 0);
  const at = (index: number): Place => placeOfIndex(index, { ...place, form });
  const there = after.flatMap((item, index): Difference[] => {
    const one = former.get(index);
    if (one !== undefined) return compare(before[one], item, at(index));
    return [{ path: at(index).path, kind: "added", ...textOf("after", item, at(index)) }];
  });
  const removed = [...gone].map((index): Difference => {
    return { path: at(index).path, kind: "removed", ...textOf("before", before[index], at(index)) };
  });
  const wanted = [...former].sort(([a], [b]) => a - b).map(([, one]) => `[${one}]`);
  const sequence = [...former.values()].sort((a, b) => a - b).map((one) => `[${one}]`);
  return [...there, ...removed, ...orderDifference(sequence, wanted, place)];
}

/** Where an item of a list with keys stands; `form` is that of the items. */
export function placeOfItem(item: unknown, { path, pattern, form }: Place): Place {
  const key = itemKey(item);
  // By the whole item: without its key it follows none.
  return {
    path: `${path}${key === undefined ? "" : stepTo(key)}`,
    pattern: `${pattern}.*`,
    field: "",
    form: formOf(form, item),
  };
}

const placeOfIndex = (index: number, { path, pattern, form, field }: Place): Place => ({
  path: `${path}[${index}]`,
  pattern: `${pattern}.*`,
  field,
  form,
});

/** What a thing says besides its key. */
function textOf<Side extends "before" | "after">(
  side: Side,
  item: unknown,
  { field, form }: Place,
): { [S in Side]?: string } {
  const text: { [S in Side]?: string } = {};
  text[side] = valueText(withoutKey(item), field, form);
  return text;
}

/** One line where what both have stands in another order. */
function orderDifference(before: readonly string[], after: readonly string[], { path }: Place): Difference[] {
  if (isDeepStrictEqual(before, after)) return [];
  return [{ path, kind: "changed", before: before.join(", "), after: after.join(", "), by: listsApart(before, after) }];
}

const valuesOf = (entries: readonly (readonly [string, unknown])[]): unknown[] => entries.map(([, value]) => value);

/** How two lists of plain values differ, as one. */
function plainListDifference(
  before: readonly unknown[],
  after: readonly unknown[],
  { path, field, form }: Place,
): Difference[] {
  const [one, other] = [before, after].map((list) => list.map((each) => valueText(each, field, undefined)));
  return [
    {
      path,
      kind: "changed",
      before: valueText(before, field, form),
      after: valueText(after, field, form),
      by: listsApart(one ?? [], other ?? []),
    },
  ];
}
