import fc from "fast-check";
import {
  Basis,
  Bound,
  countedMeaning,
  describePower,
  formatMW,
  groupThousands,
  type PowerFigure,
  total,
} from "../../constructs/model";

const of = (value: number, bound: Bound, basis: Basis = "contract") => ({ value, bound, basis });
const bounds = fc.constantFrom(...Bound.options);
/** Tenths of a megawatt, which binary fractions do not hold. */
const figure = fc.record({
  value: fc.integer({ min: 0, max: 1_000_000 }).map((tenths) => tenths / 10),
  bound: bounds,
  basis: fc.constantFrom(...Basis.options),
});
const figures = fc.array(figure, { maxLength: 30 });

describe("totals", () => {
  test.each([
    ["exact", "exact", "exact"],
    ["exact", "atLeast", "atLeast"],
    ["exact", "atMost", "atMost"],
    ["exact", "about", "about"],
    ["atLeast", "atLeast", "atLeast"],
    ["atMost", "atMost", "atMost"],
    ["atLeast", "atMost", "about"],
    ["atLeast", "about", "about"],
    ["atMost", "about", "about"],
    ["about", "about", "about"],
  ] as const)("%s and %s is %s", (a, b, joined) => {
    expect(total([of(1, a), of(2, b)])).toEqual({ value: 3, bound: joined, byBasis: { contract: 3 } });
    expect(total([of(2, b), of(1, a)]).bound).toBe(joined);
  });

  test("a figure without a bound is exact", () => {
    expect(total([{ value: 5, basis: "measured" }]).bound).toBe("exact");
  });

  test("of nothing is exactly zero", () => {
    expect(total([])).toEqual({ value: 0, bound: "exact", byBasis: {} });
  });

  test("have no decimal dust", () => {
    expect(total([of(0.1, "exact"), of(0.2, "exact", "assumed")])).toEqual({
      value: 0.3,
      bound: "exact",
      byBasis: { contract: 0.1, assumed: 0.2 },
    });
  });

  test("each basis keeps its share, and the shares add up", () => {
    fc.assert(
      fc.property(figures, (all) => {
        const sum = total(all);
        const tenths = (value: number) => Math.round(value * 10);
        expect(tenths(sum.value)).toBe(all.reduce((whole, each) => whole + tenths(each.value), 0));
        expect(Object.values(sum.byBasis).reduce((whole, share) => whole + tenths(share), 0)).toBe(tenths(sum.value));
        expect(Object.keys(sum.byBasis).sort()).toEqual([...new Set(all.map((each) => each.basis))].sort());
      }),
    );
  });

  test("the bound does not depend on the order or the grouping", () => {
    fc.assert(
      fc.property(figures, figures, (some, others) => {
        const whole = total([...some, ...others]).bound;
        expect(total([...others, ...some].reverse()).bound).toBe(whole);
        expect(total([of(0, total(some).bound), of(0, total(others).bound)]).bound).toBe(whole);
      }),
    );
  });
});

describe("which power a figure is", () => {
  const power = (more: Partial<PowerFigure>): PowerFigure => ({
    valueMW: 300,
    bound: "atLeast",
    meaning: "unstated",
    basis: "reported",
    source: "press",
    ...more,
  });

  test("an unstated figure counts as nothing until somebody says as what", () => {
    expect(countedMeaning(power({}))).toBeUndefined();
    expect(countedMeaning(power({ countedAs: "utility" }))).toBe("utility");
    expect(countedMeaning(power({ meaning: "criticalIT" }))).toBe("criticalIT");
  });

  test("is said in one line", () => {
    expect(describePower(power({ countedAs: "criticalIT" }))).toBe(
      "≥ 300 MW, unstated, counted as critical IT, reported",
    );
    expect(describePower(power({ meaning: "utility", bound: "exact", valueMW: 2200 }))).toBe(
      "2,200 MW, utility, reported",
    );
  });
});

describe("numbers", () => {
  test.each([
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [1234567.5, "1,234,567.5"],
    ["50000000000", "50,000,000,000"],
  ])("%p is written %s in every locale", (value, text) => {
    expect(groupThousands(value)).toBe(text);
  });

  test.each([
    [0.0143, "exact", "0.014 MW"],
    [99.9994, "about", "~ 99.999 MW"],
    [1833.3333, "atMost", "≤ 1,833.3 MW"],
  ] as const)("%p MW, %s, is written %s", (value, bound, text) => {
    expect(formatMW(value, bound)).toBe(text);
  });
});
