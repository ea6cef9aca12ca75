import { isList, isObject, type Json } from "../plan/json";
import type { Sink } from "../plan/mask";

/**
 * Takes texts that are secret, each once. Of one that holds JSON its parts are secret too: a copy that nobody marks is compared by its
 * parts. The names in it are not: `password` is no secret.
 */
export function collectInto(found: Set<string>): Sink {
  const sink: Sink = (text) => {
    if (found.has(text)) return;
    found.add(text);
    if (/^\s*[{[]/.test(text)) for (const part of partsOf(text)) sink(part);
  };
  return sink;
}

function partsOf(text: string): string[] {
  try {
    const json: Json = JSON.parse(text);
    return leavesOf(json);
  } catch {
    return [];
  }
}

function leavesOf(value: Json | undefined): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (isList(value)) return value.flatMap(leavesOf);
  return isObject(value) ? Object.values(value).flatMap(leavesOf) : [];
}
