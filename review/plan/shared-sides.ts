import { isObject, isSameJson, type Json, type JsonObject, objectAt } from "./json";

/** The sides of a change that have the same names below them, or the same marks. */
const PAIRS = [
  ["before", "after"],
  ["before_sensitive", "after_sensitive"],
] as const;

/**
 * Has the later side of a change hold the very values of the earlier one where both are the same, which is nearly everywhere: a large plan
 * is held but once, and what does not change is told at a glance. Of what was read just now and nobody else holds.
 */
export function shareSides(resource: Json): void {
  if (!isObject(resource)) return;
  const change = objectAt(resource, "change");
  for (const [one, other] of PAIRS) {
    const [earlier, later] = [change[one], change[other]];
    if (isObject(earlier) && isObject(later)) shareParts(earlier, later);
  }
}

function shareParts(earlier: JsonObject, later: JsonObject): void {
  for (const name in later) {
    const value = later[name];
    // What is no object and no text takes no room.
    if (typeof value !== "string" && (typeof value !== "object" || value === null)) continue;
    if (Object.hasOwn(earlier, name) && isSameJson(earlier[name], value)) Reflect.set(later, name, earlier[name]);
  }
}
