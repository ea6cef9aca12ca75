import { createHash } from "node:crypto";
import { isList, isObject, type Json, type JsonObject, objectAt } from "../plan/json";

/** What the program says of one object. */
export interface Body {
  /** Equal where two programs say the same of it. */
  readonly digest: string;
  /** Addresses of the objects that it names. */
  readonly references: readonly string[];
}

/** A reference to an object within an expression: `${aws_vpc.main.id}`, `${data.aws_ami.x.id}`. */
const REFERENCE = /(?<![\w.-])(?:data\.)?[a-z]\w*\.[A-Za-z_][\w-]*/g;

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

function* referencesIn(value: Json | undefined, key = ""): Generator<string> {
  // Lists of what comes first name objects without an expression around them.
  if (typeof value === "string") {
    if (value.includes("${") || key === "depends_on" || key === "replace_triggered_by") {
      for (const [reference] of value.matchAll(REFERENCE)) yield reference;
    }
  } else if (isList(value)) for (const each of value) yield* referencesIn(each, key);
  else if (isObject(value)) for (const [name, each] of Object.entries(value)) yield* referencesIn(each, name);
}
