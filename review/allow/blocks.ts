import { createHash } from "node:crypto";
import { isList, isObject, type Json, type JsonObject } from "../plan/json";

/** The bodies that a value of Terraform's JSON syntax holds: one, or a list of them, or lists of lists. */
export function bodies(value: Json | undefined): JsonObject[] {
  if (isList(value)) return value.flatMap(bodies);
  return isObject(value) ? [value] : [];
}

/** The bodies of blocks with one label, with it. */
export const labelled = (value: Json | undefined): [string, JsonObject][] =>
  bodies(value).flatMap((named) =>
    Object.entries(named).flatMap(([label, inner]) => bodies(inner).map((body): [string, JsonObject] => [label, body])),
  );

/** The bodies of blocks with two labels, such as resources, with both. */
export const twiceLabelled = (value: Json | undefined): [string, string, JsonObject][] =>
  labelled(value).flatMap(([type, named]) =>
    labelled(named).map(([name, body]): [string, string, JsonObject] => [type, name, body]),
  );

/** The values at a key of any of the bodies. */
export const valuesAt = (value: Json | undefined, key: string): Json[] =>
  bodies(value).flatMap((body) => {
    const found = body[key];
    return found === undefined ? [] : [found];
  });

/** A digest of a value, whatever the order of its keys, without the framework's comments. */
export const digestOf = (value: Json | undefined): string =>
  `sha256:${createHash("sha256")
    .update(canonical(value ?? null))
    .digest("hex")}`;

function canonical(value: Json): string {
  if (isList(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([key]) => key !== "//")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each ?? null)}`).join()}}`;
}

/** Every text within a value, keys too: Terraform reads both as templates. */
export function* textsWithin(value: Json | undefined): Generator<string> {
  if (typeof value === "string") yield value;
  else if (isList(value)) for (const each of value) yield* textsWithin(each);
  else if (isObject(value)) {
    for (const [key, each] of Object.entries(value)) {
      yield key;
      yield* textsWithin(each);
    }
  }
}
