import fc from "fast-check";
import {
  countNames,
  expandHostlist,
  expandHostlists,
  Hostlist,
  hostlistProblem,
} from "../../constructs/model/hostlist";
import { compressNames, sortNames } from "../../constructs/model/hostlist-compress";

const names = (text: string) => [...expandHostlist(text)];

describe("a hostlist", () => {
  test.each([
    ["n1", ["n1"]],
    ["n[1-3]", ["n1", "n2", "n3"]],
    ["n[08-11]", ["n08", "n09", "n10", "n11"]],
    ["n[9-11]", ["n9", "n10", "n11"]],
    ["tx1-n[001-003,130]", ["tx1-n001", "tx1-n002", "tx1-n003", "tx1-n130"]],
    ["r[1-2]p[01-02]", ["r1p01", "r1p02", "r2p01", "r2p02"]],
    ["a,b[1-2]-x,c", ["a", "b1-x", "b2-x", "c"]],
    ["[1-2]", ["1", "2"]],
    ["n[3,1]", ["n3", "n1"]],
    ["n[0-1]", ["n0", "n1"]],
    ["n[00-01]", ["n00", "n01"]],
    ["n[1,01]", ["n1", "n01"]],
    ["n[01-99,100]", [...Array.from({ length: 99 }, (_, i) => `n${String(i + 1).padStart(2, "0")}`), "n100"]],
  ])("%s stands for its names", (text, expected) => {
    expect(names(text)).toEqual(expected);
    expect(countNames(text)).toBe(expected.length);
    expect(Hostlist.parse(text)).toBe(text);
  });

  test("is counted without being expanded, and expanded as far as one asks", () => {
    expect(countNames("r[001-100]p[0001-9999]")).toBe(999_900);
    expect(expandHostlist("r[001-100]p[0001-9999]").next().value).toBe("r001p0001");
  });

  test("of a million names is the largest", () => {
    expect(hostlistProblem("n[1-1000000]")).toBeUndefined();
    expect(hostlistProblem("n[0-1000000]")).toBe("must stand for at most 1,000,000 names; it stands for 1,000,001");
  });

  test("that its schema refuses is never expanded", () => {
    expect(() => countNames("n[3-1]")).toThrow(
      new RangeError('must have ranges from the lower to the higher number; [3-1] runs backwards; got "n[3-1]"'),
    );
  });

  test("several make one list", () => {
    expect(expandHostlists(["n[1-2]", "m1"])).toEqual(["n1", "n2", "m1"]);
  });

  test.each([
    ["", /^must name something, .*; it is empty; got ""$/],
    ["n[3-1]", /the lower to the higher number; \[3-1\] runs backwards; got "n\[3-1\]"$/],
    ["n[01-100]", /as many digits; \[01-100\] does not: \[001-100\]\?/],
    ["n[1-010]", /as many digits; \[1-010\] does not: \[001-010\]\?/],
    ["n[1-3", /must close each bracket, once and not within another; n\[1-3 does not/],
    ["n1-3]", /must open each bracket that it closes; n1-3\] does not/],
    ["n[1-[2]]", /must close each bracket/],
    ["n[]", /must have numbers .* \[\] holds ""/],
    ["n[a-c]", /must have numbers .* \[a-c\] holds "a-c"/],
    ["n[1-2-3]", /must have numbers .* holds "1-2-3"/],
    ["n[1,]", /must have numbers .* holds ""/],
    ["n[1 - 3]", /must have numbers .* holds "1 - 3"/],
    ["a,,b", /must have a name between commas; one is empty/],
    ["a,", /must have a name between commas/],
    ["a, b", /must be letters, digits, inner points and hyphens/],
    ["n*", /must be letters, digits/],
    ["-n1", /must be letters, digits/],
    ["n[1-3,2]", /must name each number once; \[1-3,2\] has 2 twice/],
    ["n[010-020,15-30]", /must name each number once/, false],
    ["n[1-3],n2", /must name each thing once; n2 stands twice/],
    ["n[1,11][1,11]", /must name each thing once; n111 stands twice/],
    ["n[1-9999999999999999]", /numbers of at most 15 digits; got "9999999999999999"/],
    ["n[1-999999][1-999999]", /it stands for 999,998,000,001/],
    ["n[1-999999999999999]x[1-999999999999999]", /it stands for more than can be counted/],
  ])("%s says what is wrong with it", (text, message, wrong = true) => {
    const found = Hostlist.safeParse(text);
    if (!wrong) return expect(found.success).toBe(true);
    expect(found.error?.issues).toHaveLength(1);
    expect(found.error?.issues[0]?.message).toMatch(message);
    expect(hostlistProblem(text)).toMatch(/^must /);
  });

  test.each([[undefined], [7], [["n1"]]])("is a text: not %p", (value) => {
    expect(Hostlist.safeParse(value).error?.issues[0]?.message).toMatch(/^must be a hostlist, such as "n\[001-127\]"/);
  });
});

describe("names as a hostlist", () => {
  test.each([
    [["n1"], "n1"],
    [["n3", "n1", "n2"], "n[1-3]"],
    [["n1", "n2", "n1"], "n[1-2]"],
    [["n9", "n10", "n11"], "n[9-11]"],
    [["n099", "n100", "n101"], "n[099-101]"],
    [["n98", "n99", "n100"], "n[98-100]"],
    [["n08", "n09", "n99", "n100"], "n[08-09,99-100]"],
    [["n000", "n998", "n999"], "n[000,998-999]"],
    [["dgx-h100-n1", "dgx-h100-n2"], "dgx-h100-n[1-2]"],
    [["r1p1", "r1p2", "r2p1", "r2p2"], "r[1-2]p[1-2]"],
    [["r1p1", "r1p2", "r2p1"], "r1p[1-2],r2p1"],
    [["r1p1", "r1p2", "r2p1", "r3p1", "r3p2"], "r[1,3]p[1-2],r2p1"],
    [["b", "a", "a1"], "a,a1,b"],
    [["n1", "n01"], "n[1,01]"],
    [["n1x", "n2x", "n1y"], "n[1-2]x,n1y"],
    [["serial-12345678901234567890"], "serial-12345678901234567890"],
    [[], ""],
  ])("%j is %s", (given, expected) => {
    expect(compressNames(given)).toBe(expected);
  });

  const range = fc
    .tuple(fc.nat(1200), fc.nat(40), fc.integer({ min: 0, max: 4 }))
    .map(([from, more, digits]) => Array.from({ length: more + 1 }, (_, i) => String(from + i).padStart(digits, "0")));
  const name = fc.tuple(fc.constantFrom("n", "tx1-n", "r", ""), range, fc.constantFrom("", "p", "-x"), range);
  const listed = fc
    .array(name, { minLength: 1, maxLength: 5 })
    .map((each) =>
      each.flatMap(([start, first, middle, second]) =>
        middle === ""
          ? first.map((a) => start + a)
          : first.slice(0, 8).flatMap((a) => second.slice(0, 8).map((b) => start + a + middle + b)),
      ),
    );

  test("read back as the same names, and as many, whatever their order", () => {
    fc.assert(
      fc.property(
        listed.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: 1 }))),
        ([all, some]) => {
          for (const given of [all, some]) {
            const wanted = sortNames(new Set(given));
            const text = compressNames(given);
            expect(Hostlist.safeParse(text).error?.issues).toBeUndefined();
            const again = names(text);
            expect(sortNames(again)).toEqual(wanted);
            expect(countNames(text)).toBe(wanted.length);
            expect(compressNames([...given].reverse())).toBe(text);
            expect(compressNames(again)).toBe(text);
            // A bracket costs two signs: "n[1,3]" for "n1,n3".
            expect(text.length).toBeLessThanOrEqual(2 * wanted.join(",").length);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("any text either is a hostlist that expands to as many names as it counts, or says why not", () => {
    const signs = fc.string({ unit: fc.constantFrom(..."n01,[]-29.x"), maxLength: 12 });
    fc.assert(
      fc.property(signs, (text) => {
        const problem = hostlistProblem(text);
        expect(Hostlist.safeParse(text).success).toBe(problem === undefined);
        if (problem !== undefined || countNames(text) > 10_000) return;
        const all = names(text);
        expect(all).toHaveLength(countNames(text));
        expect(new Set(all).size).toBe(all.length);
        expect(sortNames(expandHostlist(compressNames(all)))).toEqual(sortNames(all));
      }),
      { numRuns: 2000 },
    );
  });
});
