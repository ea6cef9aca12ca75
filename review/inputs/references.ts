import { isList, isObject, type Json } from "../plan/json";

/** A reference to an object within an expression: `${aws_vpc.main.id}`, `${data.aws_ami.x.id}`. */
const REFERENCE = /(?<![\w.-])(?:data\.|ephemeral\.)?[a-z]\w*\.[A-Za-z_][\w-]*/g;

/** Settings that name objects without an expression around them. */
const NAMING: ReadonlySet<string> = new Set(["depends_on", "replace_triggered_by", "from", "to"]);

/**
 * Addresses of the objects that a part of a stack names. What only looks like a reference is among them, so whoever asks must know which
 * objects there are; none that is one is left out.
 */
export function* referencesIn(value: Json | undefined, key = ""): Generator<string> {
  if (typeof value === "string") {
    if (value.includes("${") || value.includes("%{") || NAMING.has(key)) {
      for (const [reference] of value.matchAll(REFERENCE)) yield reference;
    }
  } else if (isList(value)) for (const each of value) yield* referencesIn(each, key);
  else if (isObject(value)) {
    for (const [name, each] of Object.entries(value)) {
      // A key of a map may be an expression too.
      if (name.includes("${")) yield* referencesIn(name);
      yield* referencesIn(each, name);
    }
  }
}
