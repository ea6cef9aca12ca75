import { z } from "zod";
import { schemaName } from "./documents";
import { API_VERSION } from "./fleet";
import { definitions, isSchema, type JsonSchema } from "./json-schema-definitions";
import { KINDS } from "./kinds";
import { allPages, type Page } from "./pages";
import { Name } from "./primitives";

/** Where the schemas are published: the address of each is its `$id`. */
const PUBLISHED = `https://${API_VERSION.replace("/", "/schemas/")}`;

/** What people are told of a schema, where its author wrote something: a name, a sentence, and a sentence for each field. */
export interface SchemaWords {
  readonly title?: string;
  readonly description?: string;
  readonly fields: Readonly<Record<string, string>>;
}

type WordsOf = (schema: unknown) => SchemaWords | undefined;

/** A published schema and the file it is in. */
export interface SchemaFile {
  readonly file: string;
  readonly schema: JsonSchema;
}

/**
 * The JSON Schema (2020-12) of every kind of document, as authors write them: strict, so that a misspelt field is marked where it
 * stands, and with defaults left out. What relates several fields or documents is not in them; that is the rules' part.
 *
 * @param wordsOf what is said of a schema of the model @default nothing
 */
export function jsonSchemas(wordsOf: WordsOf = () => undefined): SchemaFile[] {
  const pages = allPages();
  return [
    ...pages.map((page) => ({ file: `${page.schema}.json`, schema: schemaOf(page, wordsOf) })),
    { file: "document.json", schema: anyDocument(pages) },
  ];
}

function schemaOf(page: Page, wordsOf: WordsOf): JsonSchema {
  const envelope = z.strictObject({
    apiVersion: z.literal(API_VERSION),
    kind: z.literal(page.kind),
    metadata: z.strictObject({ name: Name }),
    spec: page.spec,
  });
  return publishedSchema(envelope, { name: page.schema, title: titleOf(page) }, wordsOf);
}

/**
 * The JSON Schema (2020-12) of what zod describes, as it is published: closed objects, values that occur often defined once.
 *
 * @param published the name of its file, without its end, and its title
 * @param wordsOf what is said of a schema @default nothing
 */
export function publishedSchema(
  zod: z.ZodType,
  { name, title }: { readonly name: string; readonly title: string },
  wordsOf: WordsOf = () => undefined,
): JsonSchema {
  // Values of one schema are one object in what zod gives; written out, each can say something of its own.
  const { $schema, ...schema }: JsonSchema = JSON.parse(JSON.stringify(z.toJSONSchema(zod, { io: "input" })));
  const own = new Map<string, string>();
  describe(zod, schema, (each) => {
    const words = wordsOf(each);
    if (words?.title !== undefined && words.description !== undefined) own.set(words.title, words.description);
    return words;
  });
  const $defs = definitions(schema, own);
  const named = Object.keys($defs).length === 0 ? {} : { $defs };
  return { $schema, $id: `${PUBLISHED}/${name}.json`, title, ...schema, ...named };
}

const titleOf = ({ kind, schema }: Page): string =>
  schema === schemaName(kind) ? kind : `${kind} in ${schema.split("-")[0]}`;

/** Says in a schema what its author says in the model, from the outside in. */
function describe(zod: z.core.$ZodType, schema: unknown, wordsOf: WordsOf): void {
  if (!isSchema(schema)) return;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (zod instanceof z.ZodOptional || zod instanceof z.ZodDefault || zod instanceof z.ZodPrefault) {
    describe(zod.unwrap(), schema, wordsOf);
  } else if (zod instanceof z.ZodArray) {
    describe(zod.element, schema.items, wordsOf);
  } else if (zod instanceof z.ZodRecord) {
    describe(zod.valueType, schema.additionalProperties, wordsOf);
  } else if (zod instanceof z.ZodUnion) {
    const options = schema.oneOf ?? schema.anyOf;
    for (const [index, option] of zod.options.entries()) describe(option, options?.[index], wordsOf);
  } else {
    const { title, description, fields = {} } = wordsOf(zod) ?? {};
    if (description !== undefined) schema.description ??= description;
    if (title !== undefined) schema.title = title;
    if (!(zod instanceof z.ZodObject)) return;
    for (const [field, inner] of Object.entries(zod.shape)) {
      const property = schema.properties?.[field];
      const text = fields[field];
      if (isSchema(property) && text !== undefined) property.description = text;
      describe(inner, property, wordsOf);
    }
  }
}

/** One schema for files of any kind and of several documents, for editors that map a folder to a schema. */
function anyDocument(pages: readonly Page[]): JsonSchema {
  const written = pages.filter(({ byHand }) => byHand);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${PUBLISHED}/document.json`,
    title: "Document",
    type: "object",
    required: ["apiVersion", "kind", "metadata", "spec"],
    properties: { apiVersion: { const: API_VERSION }, kind: { enum: [...KINDS] } },
    allOf: written.map(({ kind, schema }) => ({
      if: { type: "object", required: ["kind"], properties: { kind: { const: kind } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { $ref: `${schema}.json` },
    })),
  };
}
