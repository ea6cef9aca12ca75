import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import Ajv2020, { type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { globSync } from "tinyglobby";
import { parse } from "yaml";
import { costReportSchema } from "../../constructs/emit/cost/json-schema";
import { API_VERSION, KINDS } from "../../constructs/model";
import { jsonSchemas } from "../../constructs/model/json-schema";
import { allPages } from "../../constructs/model/pages";
import { reviewSchema } from "../../review/report/json-schema";
import { sourceWords } from "../support/source-words";
import { root } from "../support/temp";

const folder = join(root, "docs", "schemas", "v1alpha1");
const again = "run UPDATE_GOLDEN=1 npx jest --config test/jest.config.js test/model/schemas";

const generated = async () => {
  const files = [
    ...jsonSchemas(await sourceWords()),
    reviewSchema(await sourceWords("review/report")),
    costReportSchema(await sourceWords("constructs/emit/cost")),
  ];
  return Object.fromEntries(files.map(({ file, schema }) => [file, `${JSON.stringify(schema, null, 2)}\n`]));
};

test(`the committed schemas are those of the model; when they are not, ${again}`, async () => {
  const expected = await generated();
  if (process.env["UPDATE_GOLDEN"] === "1") {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of Object.entries(expected)) writeFileSync(join(folder, file), text);
  }
  const committed = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")]);
  const stale = Object.keys({ ...expected, ...Object.fromEntries(committed) }).filter(
    (file) => committed.find(([name]) => name === file)?.[1] !== expected[file],
  );
  expect({ stale, hint: stale.length === 0 ? "" : again }).toEqual({ stale: [], hint: "" });
});

/** The committed schemas, as an editor would use them. */
function validators(): Record<string, ValidateFunction> {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  addFormats(ajv);
  const files = readdirSync(folder);
  const ids = files.map((file): [string, string] => {
    const schema: { $id: string } = JSON.parse(readFileSync(join(folder, file), "utf8"));
    ajv.addSchema(schema);
    return [basename(file, ".json"), schema.$id];
  });
  return Object.fromEntries(
    ids.flatMap(([name, id]) => {
      const validate = ajv.getSchema(id);
      return validate === undefined ? [] : [[name, validate]];
    }),
  );
}

const golden = globSync(["*/sites/*/*.yaml", "*/fleet/*.yaml"], { cwd: join(root, "test", "golden") }).sort();

describe("the committed schemas", () => {
  let schemas: Record<string, ValidateFunction>;
  beforeAll(() => {
    schemas = validators();
  });
  const problemsOf = (name: string, value: unknown): string[] => {
    const validate = schemas[name];
    if (validate === undefined) return [`there is no schema ${name}`];
    return validate(value) === true ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
  };
  const goldenText = (file: string) => readFileSync(join(root, "test", "golden", file), "utf8");
  const hinted = (text: string) =>
    /^# yaml-language-server: \$schema=(?:\.\.\/)+schemas\/v1alpha1\/([a-z-]+)\.json\n/.exec(text)?.[1];

  test("there is one for every kind that is written, one for all, one of reviews, and one of the report of costs", () => {
    expect(Object.keys(schemas).sort()).toEqual(
      [...allPages().map(({ schema }) => schema), "document", "review", "cost-report"].sort(),
    );
    const byHand = allPages().filter((page) => page.byHand);
    expect(byHand.map(({ kind }) => kind).sort()).toEqual([...KINDS].sort());
  });

  test("every committed document follows the schema that its first line names, and the one for all kinds", () => {
    const wrong = golden.flatMap((file) => {
      const text = goldenText(file);
      const name = hinted(text) ?? "none";
      const byHand = !/^(aws|google|azure)-/.test(name);
      const said = [name, ...(byHand ? ["document"] : [])].flatMap((each) => problemsOf(each, parse(text)));
      return said.length === 0 ? [] : [{ file, said }];
    });
    expect(wrong).toEqual([]);
    expect(golden.length).toBeGreaterThan(90);
  });

  test("every object in them is closed, so that a misspelt field is refused wherever it stands", () => {
    for (const [file, text] of Object.entries(
      Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")])),
    )) {
      if (file === "document.json") continue;
      const open = objectsIn(JSON.parse(text)).filter((each) => each["additionalProperties"] === undefined);
      expect({ file, open }).toEqual({ file, open: [] });
    }
  });

  test.each(golden.filter((file) => file.startsWith("data-centers/")))(
    "a field that does not exist is refused anywhere in %s",
    (file) => {
      const text = goldenText(file);
      const name = hinted(text) ?? "";
      const wrong = withTypos(parse(text));
      expect(wrong.length).toBeGreaterThanOrEqual(3);
      for (const { at, value } of wrong)
        expect({ at, refused: problemsOf(name, value).length > 0 }).toEqual({ at, refused: true });
    },
  );

  test.each([
    ["another version", { apiVersion: "siteform.dev/v1" }],
    ["another kind", { kind: "Halls" }],
    ["a name that is none", { metadata: { name: "Hall A" } }],
    ["labels", { metadata: { name: "a", labels: {} } }],
    ["no site", { spec: { criticalItMW: 1 } }],
    ["a text for a number", { spec: { site: "lab", criticalItMW: "1 MW" } }],
    ["a negative power", { spec: { site: "lab", criticalItMW: -1 } }],
    ["its name in the spec", { spec: { site: "lab", name: "a", criticalItMW: 1 } }],
  ])("%s is refused", (_, change) => {
    const good = {
      apiVersion: API_VERSION,
      kind: "Hall",
      metadata: { name: "a" },
      spec: { site: "lab", criticalItMW: 1 },
    };
    expect(problemsOf("hall", good)).toEqual([]);
    expect(problemsOf("hall", { ...good, ...change })).not.toEqual([]);
    expect(problemsOf("document", { ...good, ...change })).not.toEqual([]);
  });

  test("what has a default need not be written", () => {
    const guarantee = { obligor: "Google", covers: "rent", state: "proposed", sites: ["memphis"] };
    expect(
      problemsOf("guarantee", { apiVersion: API_VERSION, kind: "Guarantee", metadata: { name: "g" }, spec: guarantee }),
    ).toEqual([]);
  });

  test("say what the model's docstrings say", () => {
    expect(schemas["hall"]?.schema).toMatchObject({
      title: "Hall",
      properties: { spec: { properties: { rackKW: { description: "Density limit of one rack." } } } },
    });
  });
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every schema of an object with fields, anywhere within a schema. */
function objectsIn(schema: unknown): Record<string, unknown>[] {
  if (Array.isArray(schema)) return schema.flatMap(objectsIn);
  if (!isObject(schema)) return [];
  const inner = Object.entries(schema).flatMap(([key, value]) => (key === "default" ? [] : objectsIn(value)));
  return isObject(schema["properties"]) && schema["type"] === "object" ? [schema, ...inner] : inner;
}

/** A value with a misspelt field, once in each object within it. */
function withTypos(value: unknown, at = ""): { at: string; value: unknown }[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      withTypos(item, `${at}[${index}]`).map((each) => ({ at: each.at, value: value.with(index, each.value) })),
    );
  if (!isObject(value)) return [];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    withTypos(item, `${at}.${key}`).map((each) => ({ at: each.at, value: { ...value, [key]: each.value } })),
  );
  return [{ at, value: { ...value, misspelt: 1 } }, ...inner];
}
