import fc from "fast-check";
import { diffSides, type Sides } from "../../review/plan/attributes";
import type { Json } from "../../review/plan/json";
import { mayName } from "../../review/plan/names";
import { naturally } from "../../review/report/natural";

const names = fc.constantFrom("a", "b", "sought", "x-sought", "sought/y", "__proto__");

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(null, true, false, 0, "a", '{"sought":1}', '{"sought":2}', "[1]"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(names, tie("value"), { maxKeys: 3 }),
  ),
})).value;

/** What is said of a value: nothing, all, or part by part. */
const marks: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(false, true, {}),
  fc.dictionary(names, fc.constantFrom<Json>(false, true, {}, { sought: true }, [true]), { maxKeys: 3 }),
);

const sidesOf: fc.Arbitrary<Sides> = fc
  .record({ before: json, after: json, isSame: fc.boolean(), unknown: marks, beforeMask: marks, afterMask: marks })
  // Sides that are alike are what plans are full of.
  .map(({ isSame, ...sides }) => (isSame ? { ...sides, after: sides.before } : sides));

describe("whether a name may be in what differs", () => {
  const isSought = (name: string) => name.includes("sought");

  test("is never denied where the name is in a path that differs", () => {
    let found = 0;
    let denied = 0;
    fc.assert(
      fc.property(sidesOf, (sides) => {
        const isThere = diffSides(sides).some(({ path }) => isSought(path));
        const may = mayName(sides, isSought);
        if (isThere) found += 1;
        if (!may) denied += 1;
        expect(isThere && !may).toBe(false);
      }),
      { numRuns: 2000 },
    );
    // It would hold of what always says yes, and of values that never differ.
    expect(found).toBeGreaterThan(100);
    expect(denied).toBeGreaterThan(100);
  });

  test("is denied where what is named is the same on both sides", () => {
    const same = { sought: [{ a: 1 }] };
    const told = (more: Partial<Sides>) =>
      mayName({ before: {}, after: {}, unknown: {}, beforeMask: {}, afterMask: {}, ...more }, isSought);
    expect(told({ before: { ...same, size: 1 }, after: { ...same, size: 2 } })).toBe(false);
    expect(told({ before: same, after: same, beforeMask: { sought: true }, afterMask: { sought: true } })).toBe(false);
    expect(told({ before: same, after: same, afterMask: { sought: true } })).toBe(true);
    expect(told({ before: same, after: same, unknown: { sought: [{ a: true }] } })).toBe(true);
    expect(told({ before: { a: {} }, after: { a: { sought: 1 } } })).toBe(true);
  });
});

describe("natural order", () => {
  const sorted = (...given: string[]) => given.sort(naturally);

  test("counts numbers, of any length and with zeros in front", () => {
    expect(sorted("p[10]", "p[2]", "p[1]")).toEqual(["p[1]", "p[2]", "p[10]"]);
    expect(sorted("n-100000000000000000001", "n-99999999999999999999")).toEqual([
      "n-99999999999999999999",
      "n-100000000000000000001",
    ]);
    expect(sorted("a10b2", "a10b10", "a9b99")).toEqual(["a9b99", "a10b2", "a10b10"]);
    expect(sorted("h-010", "h-9", "h-10", "h-0010")).toEqual(["h-9", "h-0010", "h-010", "h-10"]);
    expect(sorted("p1", "p", "p10x", "p1x")).toEqual(["p", "p1", "p1x", "p10x"]);
  });

  test("is an order: the same whichever way two are asked, and through a third", () => {
    const name = fc.string({ unit: fc.constantFrom("a", "b", "0", "1", "2", "[", "-"), maxLength: 6 });
    fc.assert(
      fc.property(name, name, name, (one, other, third) => {
        expect(Math.sign(naturally(one, other)) + Math.sign(naturally(other, one))).toBe(0);
        expect(naturally(one, other) === 0).toBe(one === other);
        if (naturally(one, other) < 0 && naturally(other, third) < 0) expect(naturally(one, third)).toBeLessThan(0);
      }),
      { numRuns: 3000 },
    );
  });
});
