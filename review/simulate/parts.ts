import { referencesIn } from "../inputs/references";
import { isList, isObject, type Json, type JsonObject, objectAt, textAt } from "../plan/json";

/** One thing that a stack says. */
export interface Part {
  /** Where it stands in the stack: `["resource", "aws_vpc", "main"]`, `["provider", "aws", 0]`. */
  readonly at: readonly (string | number)[];
  /** What is said, as text: equal where two stacks say the same. */
  readonly said: string;
  /** Names of the parts that it needs. Some of them may not be there. */
  readonly references: readonly string[];
}

/** The parts of a stack by name: `aws_vpc.main`, `data.aws_ami.x`, `local.a`, `output.b`, `provider.aws.ohio`, `moved.<from> <to>`. */
export type Parts = ReadonlyMap<string, Part>;

/** Blocks whose objects have a type and a name, and what stands before both in a reference. */
const TYPED = [
  ["resource", ""],
  ["data", "data."],
  ["ephemeral", "ephemeral."],
] as const;

/** Blocks whose things have a name, and what stands before it in a reference. */
const NAMED = [
  ["locals", "local."],
  ["variable", "var."],
  ["module", "module."],
  ["output", "output."],
  ["check", "check."],
] as const;

/** Blocks that have no name, and say what becomes of objects. */
const UNNAMED = ["moved", "import", "removed"] as const;

/** Takes a stack apart into what changes by itself. */
export function partsOf(stack: JsonObject): Parts {
  const parts = new Map<string, Part>();
  for (const [block, prefix] of TYPED) {
    for (const [type, named] of Object.entries(objectAt(stack, block))) {
      for (const [name, body] of Object.entries(isObject(named) ? named : {})) {
        const part = partOf([block, type, name], body ?? null);
        parts.set(`${prefix}${type}.${name}`, { ...part, references: [...part.references, providerOf(type, body)] });
      }
    }
  }
  for (const [block, prefix] of NAMED) {
    for (const [name, body] of Object.entries(objectAt(stack, block))) {
      parts.set(`${prefix}${name}`, partOf([block, name], body ?? null));
    }
  }
  for (const [name, configured] of Object.entries(objectAt(stack, "provider"))) {
    for (const [index, body] of listed(configured ?? null).entries()) {
      const alias = isObject(body) ? textAt(body, "alias") : undefined;
      parts.set(`provider.${name}${alias === undefined ? "" : `.${alias}`}`, partOf(["provider", name, index], body));
    }
  }
  for (const block of UNNAMED) {
    for (const [index, body] of listed(stack[block] ?? null).entries()) {
      const part = partOf([block, index], body);
      parts.set(`${block}.${part.references.join(" ")}`, part);
    }
  }
  return parts;
}

function partOf(at: Part["at"], body: Json): Part {
  const said = isObject(body) ? Object.fromEntries(Object.entries(body).filter(([key]) => key !== "//")) : body;
  return { at, said: JSON.stringify(said), references: [...new Set(referencesIn(said))] };
}

/** The configuration of a provider that an object is made with: the one it names, else the one that its type begins with. */
function providerOf(type: string, body: Json | undefined): string {
  const named = isObject(body) ? textAt(body, "provider")?.replace(/^\$\{(.*)\}$/, "$1") : undefined;
  return `provider.${named ?? type.split("_")[0] ?? type}`;
}

/** A block that may be written once or as a list. */
export const listed = (value: Json): readonly Json[] => (isList(value) ? value : value === null ? [] : [value]);
