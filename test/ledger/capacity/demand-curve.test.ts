import { demandsIn, scenariosOf, wantedOn } from "../../../constructs/ledger/capacity";
import type { Raw } from "../../rules/support";
import { built } from "./support";

const base = { name: "d", workload: "training", basis: "assumed", source: "plan" };
const points = [
  { from: "2026-01-01", accelerators: 100 },
  { from: "2027-01-01", accelerators: 400 },
];

function wanted(demand: Raw, day: string, scenario?: Raw): number {
  const spec = built({
    demands: [{ ...base, points, ...demand }],
    ...(scenario === undefined ? {} : { scenarios: [scenario] }),
  });
  const [found] = demandsIn(spec, scenario === undefined ? "base" : "s");
  if (found === undefined) throw new Error("nothing is wanted");
  return wantedOn(found, day);
}

test("demand begins with its first point and stays from the last on", () => {
  expect(wanted({}, "2025-12-31")).toBe(0);
  expect(wanted({}, "2026-01-01")).toBe(100);
  expect(wanted({}, "2026-12-31")).toBe(100);
  expect(wanted({}, "2027-01-01")).toBe(400);
  expect(wanted({}, "2099-01-01")).toBe(400);
});

test("it grows by the same amount, or the same share, each day", () => {
  // 2026 has 365 days; on day 73, a fifth of them, a fifth of 300 is added.
  expect(wanted({ between: "linear" }, "2026-03-15")).toBeCloseTo(160, 9);
  // Fourfold in a year is 4^(73/365) = 4^0.2 in a fifth of one.
  expect(wanted({ between: "exponential" }, "2026-03-15")).toBeCloseTo(100 * 4 ** 0.2, 7);
  const fromNothing = [
    { from: "2026-01-01", accelerators: 0 },
    { from: "2027-01-01", accelerators: 365 },
  ];
  expect(wanted({ between: "exponential", points: fromNothing }, "2026-01-11")).toBe(10);
});

test("a leap day is a day", () => {
  const leap = [
    { from: "2028-02-28", accelerators: 0 },
    { from: "2028-03-01", accelerators: 2 },
  ];
  expect(wanted({ between: "linear", points: leap }, "2028-02-29")).toBe(1);
});

test("the peak, the season, the utilization and the headroom are all asked for", () => {
  const monthlyFactors = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.5];
  const more = { peakFactor: 1.6, utilization: 0.8, headroom: 0.1, monthlyFactors };
  // 100 x 1.6 / 0.8 x 1.1 = 220; in December half as much again.
  expect(wanted(more, "2026-11-30")).toBe(220);
  expect(wanted(more, "2026-12-01")).toBe(330);
});

test("a scenario multiplies what the base says, once before its first factor", () => {
  const scenario = {
    name: "s",
    basis: "assumed",
    source: "plan",
    factors: [
      { from: "2026-07-01", factor: 1 },
      { from: "2027-07-01", factor: 10 },
    ],
  };
  expect(wanted({}, "2026-06-30", scenario)).toBe(100);
  // 151 of 365 days after the first factor.
  expect(wanted({}, "2026-11-29", scenario)).toBeCloseTo(100 * 10 ** (151 / 365), 7);
  expect(wanted({}, "2027-07-01", scenario)).toBe(4000);
  expect(wanted({}, "2030-01-01", scenario)).toBe(4000);
});

test("demands that a scenario does not multiply are wanted as they are, and so is what is stated for it alone", () => {
  const spec = built({
    demands: [
      { ...base, name: "a", points },
      { ...base, name: "b", points },
      { ...base, name: "c", points, scenario: "s" },
      { ...base, name: "d", points, scenario: "other" },
    ],
    scenarios: [
      { name: "s", demands: ["b"], factors: [{ from: "2026-01-01", factor: 3 }], basis: "assumed", source: "plan" },
    ],
  });
  const found = demandsIn(spec, "s").map((each) => [each.demand.name, wantedOn(each, "2026-01-01")]);
  expect(found).toEqual([
    ["a", 100],
    ["b", 300],
    ["c", 100],
  ]);
  expect(scenariosOf(spec)).toEqual(["base", "s", "other"]);
});
