import { keyOf } from "../../constructs/model";
import { isFields } from "./forms";

/** What tells an item of a list from the others. */
export interface ItemKey {
  readonly text: string;
  /** The fields that make it. */
  readonly fields: readonly string[];
}

/** Fields that tell items apart in lists whose items have neither name nor id. */
const others: readonly (readonly string[])[] = [
  ["rule", "path"],
  ["namespace", "serviceAccount"],
  ["principalArn"],
  ["layer"],
  ["scheme"],
  ["type"],
];

/** What names an item: its name, its id, or what its kind has instead; none where only its place does. */
export function itemKey(item: unknown): ItemKey | undefined {
  const named = keyOf(item);
  if (!isFields(item)) return undefined;
  if (named !== undefined) return { text: named, fields: ["name" in item ? "name" : "id"] };
  for (const fields of others) {
    const texts = fields.map((field) => item[field]).filter((text) => typeof text === "string" && text !== "");
    if (texts.length === fields.length) return { text: texts.join(" "), fields };
  }
  return undefined;
}

/** The keys of the items of a list; none where an item has none, or two have the same. */
export function keysOf(items: readonly unknown[]): Map<string, unknown> | undefined {
  const byKey = new Map<string, unknown>();
  for (const item of items) {
    const key = itemKey(item);
    if (key === undefined || byKey.has(key.text)) return undefined;
    byKey.set(key.text, item);
  }
  return byKey;
}

/** How an item stands in a path, as in findings: `.train` by its name, `["trn9.48xlarge"]` by what it has instead. */
export const stepTo = ({ text, fields }: ItemKey): string =>
  fields.includes("name") || fields.includes("id") ? `.${text}` : `[${JSON.stringify(text)}]`;

/** How a field stands in a path: what is no plain name, such as a label, in quotes. */
export const stepInto = (field: string): string =>
  /^[\w-]+$/.test(field) ? `.${field}` : `[${JSON.stringify(field)}]`;

/** A path as people write it, without the point that each step begins with. */
export const trimmed = (path: string): string => path.replace(/^\./, "");

/** An object without the fields that make its key. */
export const withoutKey = (item: unknown): unknown => {
  const key = itemKey(item);
  if (key === undefined || !isFields(item)) return item;
  return Object.fromEntries(Object.entries(item).filter(([field]) => !key.fields.includes(field)));
};
