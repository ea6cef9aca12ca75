import { mkdtempSync, openSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { JsonReader } from "../../review/plan/json-reader";
import { PlanError, readPlan, readWholePlan } from "../../review/plan/read-plan";
import { type Source, sourceOfFile } from "../../review/plan/source";
import { change, planBytes } from "./support";

/** Gives bytes out in pieces of some lengths, over and over. */
function inPieces(bytes: Uint8Array, lengths: readonly number[]): Source {
  let at = 0;
  let piece = 0;
  return (into) => {
    const length = Math.min(lengths[piece % lengths.length] ?? 1, into.length);
    piece += 1;
    const next = bytes.subarray(at, at + length);
    into.set(next);
    at += next.length;
    return next.length;
  };
}

const parsed = (text: string): { readonly json: unknown } | undefined => {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

/** Whether what is JSON is the object of a plan, too. */
const isPlan = (json: unknown): boolean =>
  typeof json === "object" &&
  json !== null &&
  "format_version" in json &&
  json.format_version === "1.2" &&
  "resource_changes" in json;

const whole = (text: string, lengths: readonly number[]): { readonly json: unknown } | undefined => {
  try {
    return { json: readWholePlan(inPieces(Buffer.from(text), lengths)).json };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return undefined;
  }
};

const names = fc.oneof(
  fc.constantFrom("planned_values", "prior_state", "values", "root_module", "child_modules", "resources"),
  fc.constantFrom("resource_changes", "change", "__proto__", "constructor", 'a"b\\', "ü"),
  fc.string(),
);
const { json: anyJson } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie("json")),
    fc.array(fc.tuple(names, tie("json"))).map((members) => Object.fromEntries(members)),
  ),
}));
const plans = fc
  .array(fc.tuple(names, anyJson))
  // With values and without changes it would be a state.
  .map((members) => Object.fromEntries([["resource_changes", []], ...members, ["format_version", "1.2"]]));
const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const spaces = fc.constantFrom(undefined, 1, "\t", "\r\n");

test("a plan that is kept whole is what a parser of JSON reads, in whatever pieces it comes", () => {
  fc.assert(
    fc.property(plans, lengths, spaces, (plan, pieces, space) => {
      const text = JSON.stringify(plan, undefined, space);
      expect(whole(text, pieces)).toEqual({ json: JSON.parse(text) });
    }),
  );
});

test("what a parser of JSON refuses is refused, and nothing else", () => {
  const broken = fc.tuple(
    plans,
    fc.nat(),
    fc.constantFrom("", ",", "}", "]", "{", "[", '"', ":", "1", "x", "\\", "\u0000"),
  );
  fc.assert(
    fc.property(broken, lengths, ([plan, place, put], pieces) => {
      const text = JSON.stringify(plan);
      const at = place % text.length;
      // Half a character is none, and is written as another.
      const damaged = Buffer.from(text.slice(0, at) + put + text.slice(at + 1)).toString();
      const expected = parsed(damaged);
      fc.pre(expected === undefined || isPlan(expected.json));
      expect(whole(damaged, pieces)).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test("values that are longer than what is read at once are read", () => {
  const long = `"${'ü\\"{['.repeat(200_000)}"`;
  const reader = new JsonReader(inPieces(Buffer.from(`[${long}, 1]`), [65_536]));
  const read: unknown[] = [];
  reader.elements(() => read.push(reader.value()));
  reader.finish();
  expect(read).toEqual([JSON.parse(long), 1]);
});

test("bytes that are no UTF-8 are refused wherever they stand", () => {
  const bytes = planBytes({ variables: { a: { value: "é" } } });
  const broken = Buffer.from(bytes);
  broken[broken.indexOf("é") + 1] = 0x28;
  expect(() => readPlan(bytes)).not.toThrow();
  expect(() => readPlan(broken)).toThrow("the bytes are no UTF-8 text");
});

const resource = (address: string, values: object, marks: object) => ({ address, values, sensitive_values: marks });
const plan = {
  resource_changes: [
    change("aws_x.same", ["no-op"], { after: { a: "kept-secret" }, after_sensitive: { a: true } }),
    change("aws_x.moved", ["no-op"], {}, { previous_address: "aws_x.old" }),
    change("aws_x.new", ["create"], { after: { a: "new-secret", b: "open-text" }, after_sensitive: { a: true } }),
  ],
  planned_values: {
    outputs: { a: { value: "output-secret", sensitive: true }, b: { value: "open-output", sensitive: false } },
    root_module: {
      resources: [resource("aws_x.new", { a: "planned-secret", b: "open-text" }, { a: true })],
      child_modules: [{ child_modules: [{ resources: [resource("x", { l: ["deep-secret"] }, { l: [true] })] }] }],
    },
  },
  prior_state: {
    format_version: "1.0",
    values: { root_module: { resources: [resource("data.x", { a: "prior-secret" }, { a: true })] } },
  },
};

test("a review keeps what changes, and the secrets of everything", () => {
  const { json, secrets } = readPlan(planBytes(plan));
  expect(json["resource_changes"]).toEqual(plan.resource_changes.slice(1));
  expect(json["planned_values"]).toEqual({
    outputs: plan.planned_values.outputs,
    root_module: { resources: [], child_modules: [{ child_modules: [{ resources: [] }] }] },
  });
  expect(json["prior_state"]).toEqual({ format_version: "1.0", values: { root_module: { resources: [] } } });
  expect([...secrets].sort()).toEqual(
    ["deep", "kept", "new", "output", "planned", "prior"].map((name) => `${name}-secret`),
  );
});

test("what a change leaves as it is, is held once, and everything is as it was written", () => {
  const sides = {
    before: { text: "a", list: [{ b: 1 }], odd: { c: 1 }, gone: "x", ["__proto__"]: { d: "e" } },
    after: { text: "a", list: [{ b: 1 }], odd: { c: 2 }, come: "y", ["__proto__"]: { d: "e" } },
  };
  const written = { resource_changes: [change("aws_x.y", ["update"], sides)] };
  const { json } = readPlan(planBytes(written));
  expect(json).toMatchObject(written);
  const [read] = json["resource_changes"] as { change: { before: typeof sides.before; after: typeof sides.after } }[];
  expect(read?.change.after.list).toBe(read?.change.before.list);
  expect(read?.change.after.odd).not.toBe(read?.change.before.odd);
});

test("a whole plan has the same secrets", () => {
  const bytes = planBytes(plan);
  expect(readWholePlan(bytes).secrets).toEqual(readPlan(bytes).secrets);
});

test("a file is read from where it stands", () => {
  const file = join(mkdtempSync(join(tmpdir(), "siteform-plan-")), "plan.json");
  writeFileSync(file, planBytes(plan));
  expect(readPlan(sourceOfFile(openSync(file, "r")))).toEqual(readPlan(planBytes(plan)));
});
