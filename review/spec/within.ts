import type { Place, Thing } from "./difference";
import { fieldForm, formOf, isFields, itemForm } from "./forms";
import { keysOf, stepInto } from "./keys";
import { placeOfItem } from "./list-diff";

/** The keyed things that a thing holds, at any depth, those nearer to it first. */
export function thingsWithin({ place, item }: Thing): Thing[] {
  const own = childrenAt(item, place);
  return [...own, ...own.flatMap(thingsWithin)];
}

function childrenAt(value: unknown, place: Place): Thing[] {
  if (Array.isArray(value)) {
    const form = itemForm(place.form);
    const items = keysOf(value);
    if (items === undefined) return [];
    return [...items].map(([key, item]) => ({ place: placeOfItem(item, { ...place, form }), key, item }));
  }
  if (!isFields(value)) return [];
  const form = formOf(place.form, value);
  return Object.entries(value).flatMap(([field, each]) =>
    childrenAt(each, {
      path: `${place.path}${stepInto(field)}`,
      pattern: `${place.pattern}.${field}`,
      field,
      form: fieldForm(form, field),
    }),
  );
}
