import { createHash } from "node:crypto";
import { isObject, type Json, type JsonObject, objectAt } from "../plan/json";
import { referencesIn } from "./references";

/** What the program says of one object. */
export interface Body {
  /** Equal where two programs say the same of it. */
  readonly digest: string;
  /** Addresses of the objects that it names. */
  readonly references: readonly string[];
}

/** What a stack says of each of its resources, data sources and locals, by address. */
export function bodiesOf(stack: JsonObject): Map<string, Body> {
  const bodies = new Map<string, Body>();
  for (const [block, prefix] of [
    ["resource", ""],
    ["data", "data."],
  ] as const) {
    for (const [type, named] of Object.entries(objectAt(stack, block))) {
      for (const [name, body] of Object.entries(isObject(named) ? named : {})) {
        bodies.set(`${prefix}${type}.${name}`, bodyOf(body ?? null));
      }
    }
  }
  for (const [name, value] of Object.entries(objectAt(stack, "locals")))
    bodies.set(`local.${name}`, bodyOf(value ?? null));
  return bodies;
}

function bodyOf(body: Json): Body {
  const said = isObject(body) ? Object.fromEntries(Object.entries(body).filter(([key]) => key !== "//")) : body;
  const digest = createHash("sha256").update(JSON.stringify(said)).digest("base64");
  return { digest, references: [...new Set(referencesIn(said))] };
}
