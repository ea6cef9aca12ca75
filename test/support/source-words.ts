import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { SchemaWords } from "../../constructs/model/json-schema";
import { root } from "./temp";

/** A constant of the model as its source has it. */
interface Declared {
  readonly description: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
  /** Other constants whose fields it takes over. */
  readonly spreads: readonly string[];
}

/**
 * What the docstrings of the model say of its schemas, so that editors show the same words as the code. It reads the source as the
 * formatter leaves it: a field stands on a line of its own, a docstring right above it.
 *
 * @param room the folder of the schemas
 */
export async function sourceWords(room = "constructs/model"): Promise<(schema: unknown) => SchemaWords | undefined> {
  const folder = join(root, room);
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const declared = new Map(files.flatMap((file) => [...declarations(readFileSync(join(folder, file), "utf8"))]));
  const known = new Map<unknown, { name: string; schema: z.ZodType }>();
  for (const file of files) {
    const exported: Record<string, unknown> = await import(join(folder, file));
    for (const [name, schema] of Object.entries(exported))
      if (schema instanceof z.ZodType && !known.has(schema)) known.set(schema, { name, schema });
  }
  return (schema) => {
    const exact = known.get(schema);
    const { name } = exact ?? [...known.values()].find((each) => isMadeOf(schema, each.schema)) ?? {};
    // A text is a text: what it says is said by its field.
    const found = name === undefined || name === "Text" ? undefined : declared.get(name);
    if (name === undefined || found === undefined) return undefined;
    const fields = allFields(found, declared);
    if (exact === undefined || found.description === undefined) return { fields };
    return { title: titled(name), description: found.description, fields };
  };
}

const titled = (name: string): string => name.replace(/(Schema|Spec)$/, "").replace(/(?<=[a-z])(?=[A-Z])/g, " ");

/** Whether an object is another one with a few fields more or fewer: a page is its thing without its name. */
function isMadeOf(schema: unknown, other: z.ZodType): boolean {
  if (!(schema instanceof z.ZodObject) || !(other instanceof z.ZodObject)) return false;
  const fields = Object.entries(other.shape);
  const same = fields.filter(([key, field]) => schema.shape[key] === field).length;
  return fields.length > 3 && same >= fields.length - 2 && Object.keys(schema.shape).length <= fields.length + 2;
}

function allFields(of: Declared, declared: ReadonlyMap<string, Declared>): Record<string, string> {
  const taken = of.spreads.flatMap((name) => {
    const other = declared.get(name);
    return other === undefined || other === of ? [] : [allFields(other, declared)];
  });
  return Object.assign({}, ...taken, of.fields);
}

const DECLARATION =
  /(?:^\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/\n)?^(?:export )?const (\w+)\b([^\n]*(?:\n(?![a-z/}])[^\n]*|\n\}[^\n]*)*)/gm;

function* declarations(source: string): Generator<[string, Declared]> {
  for (const [, doc, name = "", body = ""] of source.matchAll(DECLARATION)) {
    const indent = /\n( +)(?:\/\*\*|\w+[:,]|\.\.\.)/.exec(body)?.[1] ?? "  ";
    const field = new RegExp(`^${indent}/\\*\\*((?:(?!\\*/)[\\s\\S])*?)\\*/\\n${indent}(\\w+)[:,]`, "gm");
    const fields = [...body.matchAll(field)].map(([, text = "", key = ""]) => [key, sentence(text)]);
    const spreads = [...body.matchAll(/\.\.\.(\w+)/g)].map(([, other = ""]) => other);
    const description = doc === undefined ? undefined : sentence(doc);
    yield [name, { description, fields: Object.fromEntries(fields), spreads }];
  }
}

/** A docstring on one line, without its stars, its tags, and the marks of code. */
const sentence = (doc: string): string =>
  doc
    .replace(/^ *\* ?/gm, "")
    .replace(/^@[\s\S]*/m, "")
    .replace(/`/g, "")
    .replace(/\s+/g, " ")
    .trim();
