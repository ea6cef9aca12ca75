import { isDeepStrictEqual } from "node:util";
import { type FleetDocument, FleetSpec } from "../../constructs/model";
import type { SpecChange } from "../report/spec-schema";
import { apart, hostlistsApart } from "./apart";
import type { Difference, Place } from "./difference";
import { type Fields, fieldForm, formOf, isFields, isHostlist } from "./forms";
import { stepInto, trimmed } from "./keys";
import { listDifferences } from "./list-diff";
import { withMoves } from "./moves";
import { figureText, isFigure, isMoney, isOne, moneyOf, valueText } from "./values";

/**
 * What two specs differ in, in the order of head: things by their names, not by their places in lists; a figure with its provenance,
 * and a list of names, as one. What is left to a default and what says the default are the same. Of one document with itself: nothing.
 */
export function specDiff(base: FleetDocument, head: FleetDocument): SpecChange[] {
  const root: Place = { path: "", pattern: "", field: "", form: FleetSpec };
  const renamed: Difference[] =
    base.metadata.name === head.metadata.name
      ? []
      : [{ path: "metadata.name", kind: "changed", before: base.metadata.name, after: head.metadata.name }];
  const found = withMoves(differences(base.spec, head.spec, root), differences);
  return [...renamed, ...found].map(({ thing: _, ...change }) => {
    const site = siteOf(change.path);
    return { ...change, path: trimmed(change.path), ...(site === undefined ? {} : { site }) };
  });
}

const siteOf = (path: string): string | undefined => /^\.?sites\.([\w-]+)/.exec(path)?.[1];

/** The differences of two values at one place. */
export function differences(before: unknown, after: unknown, place: Place): Difference[] {
  if (before === after || isDeepStrictEqual(before, after)) return [];
  const { path, field } = place;
  if (before === undefined) return [{ path, kind: "added", after: valueText(after, field, place.form) }];
  if (after === undefined) return [{ path, kind: "removed", before: valueText(before, field, place.form) }];
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(before, after, place, differences);
  if (isFields(before) && isFields(after) && !isOne(before) && !isOne(after))
    return fieldDifferences(before, after, place);
  return plainDifference(before, after, place);
}

function fieldDifferences(before: Fields, after: Fields, { path, pattern, form }: Place): Difference[] {
  const [one, other] = [formOf(form, before), formOf(form, after)];
  const fields = [...Object.keys(after), ...Object.keys(before).filter((field) => !Object.hasOwn(after, field))];
  return fields.flatMap((field) =>
    differences(before[field], after[field], {
      path: `${path}${stepInto(field)}`,
      pattern: `${pattern}.${field}`,
      field,
      form: fieldForm(other, field) ?? fieldForm(one, field),
    }),
  );
}

/** Two values that are shown whole. */
function plainDifference(before: unknown, after: unknown, place: Place): Difference[] {
  const { path, field, form } = place;
  const change = (by: string | undefined, one: string, other: string): Difference[] => [
    { path, kind: "changed", before: one, after: other, ...(by === undefined ? {} : { by }) },
  ];
  if (typeof before === "string" && typeof after === "string" && isHostlist(form)) {
    const by = hostlistsApart(before, after);
    return by === undefined ? [] : change(by, before, after);
  }
  const [one, other] = textsOf(before, after, field, place);
  if (one !== other) return change(apart(before, after, field), one, other);
  // The same amount in another spelling is no difference.
  const isSpelling =
    isFields(before) && isFields(after) && isDeepStrictEqual(spelledAlike(before), spelledAlike(after));
  if (isSpelling) return [];
  // What the words for it do not tell apart is told field by field.
  return isFields(before) && isFields(after) ? fieldDifferences(before, after, place) : change(undefined, one, other);
}

/** Two values in words; the sources of figures with them where they are not the same. */
function textsOf(before: unknown, after: unknown, field: string, { form }: Place): [before: string, after: string] {
  if (!isFigure(before) || !isFigure(after)) return [valueText(before, field, form), valueText(after, field, form)];
  const withSource = before["source"] !== after["source"];
  return [figureText(before, field, withSource), figureText(after, field, withSource)];
}

/** What is an amount to the cent, whatever its spelling. */
const spelledAlike = (value: Fields): Fields => (isMoney(value) ? { ...value, amount: moneyOf(value) } : value);
