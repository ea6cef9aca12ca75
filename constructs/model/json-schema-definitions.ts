import type { z } from "zod";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

export const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Takes schemas that have a title and occur more than once out of a schema, and leaves references to them, each with what is said
 * of it there. What is within a definition is defined before it.
 *
 * @param own what is said of each of them wherever it stands, by title
 */
export function definitions(schema: JsonSchema, own: ReadonlyMap<string, string>): Record<string, JsonSchema> {
  const found: Record<string, JsonSchema> = {};
  // Inner ones first, so that outer ones are compared with their references in place.
  for (let round = uses(schema, found); round !== undefined; round = uses(schema, found)) {
    const [title, nodes] = round;
    const name = title.replaceAll(" ", "");
    const [first] = nodes;
    if (first === undefined) break;
    const about = own.get(title);
    found[name] = { ...bodyOf(first), ...(about === undefined ? {} : { description: about }) };
    for (const node of nodes) {
      const { description, default: byDefault } = node;
      for (const key of Object.keys(node)) delete node[key];
      node.$ref = `#/$defs/${name}`;
      if (description !== undefined && description !== about) node.description = description;
      if (byDefault !== undefined) node.default = byDefault;
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The title of schemas that occur more than once and hold no such others, with all of them. */
function uses(schema: JsonSchema, found: Readonly<Record<string, JsonSchema>>): [string, JsonSchema[]] | undefined {
  const byTitle = new Map<string, JsonSchema[]>();
  for (const node of [schema, ...Object.values(found)].flatMap(within)) {
    if (node.title === undefined) continue;
    byTitle.set(node.title, [...(byTitle.get(node.title) ?? []), node]);
  }
  const repeated = [...byTitle].filter(
    ([, nodes]) => nodes.length > 1 && new Set(nodes.map((node) => JSON.stringify(bodyOf(node)))).size === 1,
  );
  const titles = repeated.map(([title]) => title);
  return repeated.find(
    ([, [node]]) => node !== undefined && !within(node).some((inner) => titles.includes(inner.title ?? "")),
  );
}

/** What a definition says: everything but what is said of one use of it. */
function bodyOf({ description: _, default: __, ...body }: JsonSchema): JsonSchema {
  return body;
}

/** Every schema within one, at any depth. */
function within(schema: JsonSchema): JsonSchema[] {
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.oneOf ?? []),
    ...(schema.anyOf ?? []),
    schema.items,
    schema.additionalProperties,
  ].flat();
  return inner.filter(isSchema).flatMap((each) => [each, ...within(each)]);
}
