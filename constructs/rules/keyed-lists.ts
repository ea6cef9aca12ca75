import { keyOf } from "../model";

/** A list whose items have names or ids, with its path. */
export interface KeyedList {
  readonly path: string;
  readonly names: readonly string[];
}

/**
 * Every list below a value whose items have a name or an id, however deep; what lies under the fields to skip is left out. Items
 * stand in paths by their key, as in findings about their form.
 */
export function* keyedLists(value: unknown, path: string, skipped: readonly string[] = []): Generator<KeyedList> {
  if (Array.isArray(value)) {
    const keys = value.map(keyOf);
    const names = keys.flatMap((key) => key ?? []);
    if (names.length > 0) yield { path, names };
    for (const [index, item] of value.entries()) {
      const key = keys[index];
      yield* keyedLists(item, key === undefined ? `${path}[${index}]` : `${path}.${key}`);
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [field, below] of Object.entries(value)) {
      if (!skipped.includes(field)) yield* keyedLists(below, `${path}.${field}`);
    }
  }
}
