import fc from "fast-check";
import { type AttributeChange, diffSides, type Sides } from "../../review/plan/attributes";
import type { Json } from "../../review/plan/json";

const sides = (before: Json, after: Json, more: Partial<Sides> = {}): Sides => ({
  before,
  after,
  unknown: false,
  beforeMask: false,
  afterMask: false,
  ...more,
});

const brief = (changes: Iterable<AttributeChange>): string[] =>
  Array.from(changes, ({ path, before, after, note }) => {
    const text = (side: AttributeChange["before"]) =>
      side === undefined ? "-" : side.is === "value" ? side.text : side.is;
    return note === undefined ? `${path} ${text(before)} > ${text(after)}` : `${path} ${note}`;
  });

const diff = (before: Json, after: Json, more: Partial<Sides> = {}) => brief(diffSides(sides(before, after, more)));

describe("attributes of a change", () => {
  test("are those that differ, by their names, in order", () => {
    expect(diff({ b: 1, a: "x", c: true }, { b: 2, a: "x", c: null, d: { e: [1] } })).toEqual([
      "b 1 > 2",
      "c true > -",
      "d.e - > [1]",
    ]);
    expect(diff({ tags: { "a/b": "1" } }, { tags: { "a/b": "2" } })).toEqual(['tags["a/b"] "1" > "2"']);
  });

  test("leave out what is nothing on both sides, however it is spelled", () => {
    expect(diff({ a: null }, {})).toEqual([]);
    expect(diff({ a: [] }, { a: null })).toEqual([]);
    expect(diff({}, { a: {} })).toEqual([]);
  });

  test("an element put in front of a list does not change those behind it", () => {
    expect(diff(["b", "c"], ["a", "b", "c"])).toEqual(['[0] - > "a"']);
    expect(diff(["a", "b", "c"], ["a", "c"])).toEqual(['[1] "b" > -']);
    expect(diff({ r: [{ p: 1 }, { p: 2 }] }, { r: [{ p: 0 }, { p: 1 }, { p: 2 }] })).toEqual(["r[0].p - > 0"]);
  });

  test("what is known later is merged in first", () => {
    expect(diff({ id: "a", x: 1 }, { x: 1 }, { unknown: { id: true } })).toEqual(['id "a" > unknown']);
    expect(diff({ x: 1 }, { x: 1 }, { unknown: { a: { b: true } } })).toEqual(["a.b - > unknown"]);
    expect(diff({ l: [{ a: 1 }] }, { l: [{ a: 1 }] }, { unknown: { l: [{ b: true }] } })).toEqual([
      "l[0].b - > unknown",
    ]);
  });

  test("a text that holds JSON is compared by its parts, and its spelling is no change", () => {
    const policy = (action: string, space = 0) =>
      JSON.stringify({ Statement: [{ Action: action, Effect: "Allow" }] }, null, space);
    expect(diff({ policy: policy("s3:Get") }, { policy: policy("s3:*") })).toEqual([
      'policy.Statement[0].Action "s3:Get" > "s3:*"',
    ]);
    expect(diff({ policy: policy("s3:*") }, { policy: policy("s3:*", 2) })).toEqual([]);
  });

  test("a masked part covers all below it, on either side", () => {
    const secret = { a: { b: "one", c: ["two"] } };
    expect(diff(secret, { a: { b: "three", c: ["two"] } }, { beforeMask: { a: true } })).toEqual([
      "a sensitive > sensitive",
    ]);
    expect(diff({ a: "one" }, { a: "two" }, { afterMask: { a: true } })).toEqual(["a sensitive > sensitive"]);
    expect(diff(secret, secret, { beforeMask: { a: true }, afterMask: { a: true } })).toEqual([]);
    expect(diff({ a: "x" }, {}, { unknown: { a: true }, beforeMask: { a: true } })).toEqual(["a sensitive > unknown"]);
    expect(diff({ s: [{ p: 1 }] }, { s: [{ p: 2 }] }, { beforeMask: { s: true }, afterMask: { s: true } })).toEqual([
      "s sensitive > sensitive",
    ]);
  });

  test("a mask of another shape than its value hides it", () => {
    expect(diff({ a: "x" }, { a: "y" }, { beforeMask: { a: { b: true } } })).toEqual(["a sensitive > sensitive"]);
    expect(diff({ a: ["x"] }, { a: ["y"] }, { beforeMask: { a: [false, true] } })).toEqual(["a sensitive > sensitive"]);
    expect(diff({ a: ["x"] }, { a: ["y"] }, { beforeMask: { a: "true" } })).toEqual(["a sensitive > sensitive"]);
    expect(diff({ a: "x" }, { a: "y" }, { beforeMask: undefined })).toEqual([" sensitive > sensitive"]);
    expect(
      diff({ a: ["x", "k"] }, { a: ["y", "k"] }, { beforeMask: { a: [true, false] }, afterMask: { a: [true, false] } }),
    ).toEqual(["a[0] sensitive > sensitive"]);
  });
});

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(null, true, 0, 1, "a", "b", ""),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "d-e", "f/g"), tie("value"), { maxKeys: 4 }),
  ),
})).value;

describe("for any two values", () => {
  /** Nothing, spelled in the several ways in which a plan spells it. */
  const bare = (value: Json): Json => {
    if (Array.isArray(value)) return value.length === 0 ? null : value.map(bare);
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value).map(([key, each]): [string, Json] => [key, bare(each ?? null)]);
    const some = kept.filter(([, each]) => each !== null);
    return some.length === 0 ? null : Object.fromEntries(some);
  };

  test("nothing differs from itself, and what differs is told", () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        expect(diff(before, before)).toEqual([]);
        const isSame = JSON.stringify(sorted(bare(before))) === JSON.stringify(sorted(bare(after)));
        if (!isSame) expect(diff(before, after)).not.toEqual([]);
      }),
    );
  });

  test("what is new is told as what goes, the other way round", () => {
    fc.assert(
      fc.property(json, (value) => {
        const holding = { held: value };
        const gone = diffSides(sides(holding, {})).map(({ path, before }) => ({ path, after: before }));
        expect(diffSides(sides({}, holding))).toEqual(gone);
      }),
    );
  });

  test("under a mask of all nothing of the values is shown", () => {
    fc.assert(
      fc.property(json, json, fc.boolean(), (before, after, isBefore) => {
        const mask = isBefore ? { beforeMask: true } : { afterMask: true };
        for (const { before: one, after: other } of diffSides(sides(before, after, mask))) {
          const shown = [one, other].filter((side) => side?.is === "value");
          const masked = isBefore ? before : after;
          if (masked !== null) expect(shown).toEqual([]);
        }
      }),
    );
  });
});

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]): [string, Json] => [key, sorted(each ?? null)]),
  );
}
