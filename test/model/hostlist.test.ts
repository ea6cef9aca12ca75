import fc from "fast-check";
import { formatHostlist, Hostlist, readHostlist } from "../../constructs/model/hostlist";

test.each([
  ["r1", ["r1"]],
  ["r[01-03]", ["r01", "r02", "r03"]],
  ["r[8-11]", ["r8", "r9", "r10", "r11"]],
  ["r[08-11]", ["r08", "r09", "r10", "r11"]],
  ["a[1,3]-[1-2]", ["a1-1", "a1-2", "a3-1", "a3-2"]],
  ["a1,b[2-3],c", ["a1", "b2", "b3", "c"]],
  ["n[099-101]-x", ["n099-x", "n100-x", "n101-x"]],
])("%s is read", (written, names) => {
  expect(Hostlist.safeParse(written).success).toBe(true);
  expect(readHostlist(written)).toEqual({ names });
});

test.each(["", "r[", "r[]", "r[a-b]", "R1", "r1,,r2", "r[1-2", "-r", "r[1--2]", " r1"])(
  "%j is refused by form",
  (written) => {
    expect(Hostlist.safeParse(written).success).toBe(false);
  },
);

test.each([
  ["r[10-01]", "the range 10-01 runs backwards"],
  ["r[1-2],r1", '"r[1-2],r1" holds r1 twice'],
  ["r[1-99999999]", "the range 1-99999999 holds more than 10000000 names"],
  ["r[1-9999][1-9999]", '"r[1-9999][1-9999]" holds 99980001 names; at most 10000000'],
])("%s is refused in words", (written, problem) => {
  expect(readHostlist(written).problem).toBe(problem);
});

test.each([
  [["r01-01", "r01-02", "r02-01"], "r01-[01-02],r02-01"],
  [["r1", "r3", "r4"], "r[1,3-4]"],
  [["r8", "r9", "r10"], "r[8-10]"],
  [["r08", "r09", "r10"], "r[08-10]"],
  [["a", "b1"], "a,b1"],
  [["r9", "r010"], "r9,r010"],
  [[], ""],
])("%j is written", (names, written) => {
  expect(formatHostlist(names)).toBe(written);
});

test("what is written is read back, in its order", () => {
  const name = fc.tuple(
    fc.stringMatching(/^[a-z]{1,3}$/),
    fc.nat(120),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom("", "-a"),
  );
  const names = fc.uniqueArray(
    name.map(([start, number, width, end]) => start + String(number).padStart(width, "0") + end),
  );
  fc.assert(
    fc.property(names, (given) => {
      fc.pre(given.length > 0);
      expect(readHostlist(formatHostlist(given))).toEqual({ names: given });
    }),
  );
});
