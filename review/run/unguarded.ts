import { isList, isObject, type Json, type JsonObject } from "../plan/json";

/**
 * A stack whose objects may all be destroyed: a guard ends a plan before it says what else would be done, and why. For a copy that is
 * only looked at.
 */
export function withoutGuards(stack: JsonObject): JsonObject {
  const resources = stack["resource"];
  if (!isObject(resources)) return stack;
  return { ...stack, resource: mapped(resources, (named) => (isObject(named) ? mapped(named, unguarded) : named)) };
}

function unguarded(body: Json): Json {
  if (isList(body)) return body.map(unguarded);
  if (!isObject(body)) return body;
  const lifecycle = body["lifecycle"];
  return isObject(lifecycle) ? { ...body, lifecycle: { ...lifecycle, prevent_destroy: false } } : body;
}

const mapped = (object: JsonObject, change: (value: Json) => Json): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value ?? null)]));
