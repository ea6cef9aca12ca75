import { commitmentLadder } from "../../../../constructs/emit/drawings/capacity";
import { instantOf } from "../../../../constructs/ledger/capacity";
import { plot, shape, shapes, words } from "./reading";
import { line, report } from "./support";

const lines = [
  line("a", 800),
  line("b", 400, { commitment: "terminable" }),
  line("c", 200, { commitment: "conditional" }),
  line("d", 100, { commitment: "preliminary", bound: "atLeast" }),
  line("e", 50, { commitment: "optional", from: instantOf("2028-01-01") }),
];
const megawatts = [
  { value: 2_200, bound: "exact", basis: "assumed", commitment: "firm" },
  { value: 300, bound: "atLeast", basis: "reported", commitment: "firm" },
] as const;
const svg = commitmentLadder(report({ lines, criticalIT: megawatts, until: "2029-01-01" }));

const box = (says: string): { readonly y: number; readonly height: number } => {
  const { attributes } = shape(svg, says);
  return { y: Number(attributes["y"]), height: Number(attributes["height"]) };
};

test("half the accelerators are half as high", () => {
  const heights = ["firm", "terminable", "conditional", "preliminary"].map(
    (commitment) => box(`${commitment} on 2027-01-01`).height,
  );
  const [firm = 0] = heights;
  for (const [index, height] of heights.entries()) expect(height).toBeCloseTo(firm / 2 ** index, 2);
});

test("what is surest stands at the foot, and each part upon the one before", () => {
  const { bottom, pxPerUnit } = plot(svg);
  let low = bottom;
  for (const commitment of ["firm", "terminable", "conditional", "preliminary", "optional"]) {
    const { y, height } = box(`${commitment} on 2028-12-31`);
    expect(y + height).toBeCloseTo(low, 2);
    low = y;
  }
  expect((bottom - low) / pxPerUnit).toBeCloseTo(1_550, 1);
});

test("days are evenly apart, and the last is the one before the end", () => {
  // Two years: the first day, six months later and so on, of which there are four, and the last.
  expect(
    words(svg)
      .filter((each) => /^\d{4}-\d\d-\d\d$/.test(each))
      .slice(0, 5),
  ).toEqual(["2027-01-01", "2027-07-01", "2028-01-01", "2028-07-01", "2028-12-31"]);
  expect(shapes(svg).some(({ says }) => says.startsWith("optional on 2027"))).toBe(false);
});

test("totals keep their bound, and say what they rest on", () => {
  // 2,200 and over 300 are over 2,500.
  expect(words(svg)).toEqual(
    expect.arrayContaining(["≥ 2,500", "2,200 assumed", "300 reported", "≥ 1,500", "≥ 1,550"]),
  );
});

test("figures of power that are left out are counted", () => {
  const given = report({ lines });
  const figure = { valueMW: 5, meaning: "unstated", bound: "exact", basis: "reported", source: "a test" } as const;
  const left = commitmentLadder({ ...given, power: { ...given.power, uncounted: [{ site: "a", figure }] } });
  expect(words(left).some((each) => each.includes("without a day or a meaning, left out: 1"))).toBe(true);
});

test.each(["2027-01-02", "2027-03-01", "2030-01-01", "2037-01-01", "2127-01-01"])(
  "up to %s there are five bars at most",
  (until) => {
    const days = words(commitmentLadder(report({ lines, until }))).filter((each) => /^\d{4}-\d\d-\d\d$/.test(each));
    expect(new Set(days).size).toBe(days.length / 2);
    expect(days.length / 2).toBeGreaterThanOrEqual(1);
    expect(days.length / 2).toBeLessThanOrEqual(5);
  },
);
