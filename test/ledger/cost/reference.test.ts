import { expandFleet } from "../../../constructs/ledger";
import { costReport } from "../../../constructs/ledger/cost";
import { planningContextOf } from "../../../constructs/owned/allocation/planning-context";
import { referenceFleet } from "../../../stacks/reference-fleet";

const { spec } = expandFleet(referenceFleet().validate({ asOf: "2026-11-29" }).document);
const options = { machine: planningContextOf(spec).machine, organisation: spec.organisation, asOf: "2026-11-29" };
const report = costReport(spec, options);
const ofSite = (name: string) => report.groups.find((group) => group.name === name)?.totals[0];

test("Memphis costs its reported rent to its last month, committed for 90 days from the day one asks", () => {
  // November 2026 to May 2029 are 31 months. Notice on 29 November ends it on 27 February: three months, and 27 of 28 days.
  expect(ofSite("colossus-1")?.cost.toFixed(2)).toBe((31 * 1_250_000_000).toFixed(2));
  expect(ofSite("colossus-1")?.committed.toFixed(2)).toBe((3 * 1_250_000_000 + (27 / 28) * 1_250_000_000).toFixed(2));
});

test("Rainier costs each hour of a million chips, at the price of its time", () => {
  // 395 days from November 2026 on at $1.10, and 701 from December 2027 on at $0.95.
  const expected = 1_024_000 * 24 * (395 * 1.1 + 701 * 0.95);
  expect(Number(ofSite("rainier")?.cost)).toBeCloseTo(expected, 2);
});

test("sites, months and fiscal years sum to the whole, in every way to split it", () => {
  const [whole] = report.whole.totals;
  const sum = (parts: readonly { readonly cost: { toFixed(): string } }[]) =>
    parts.reduce((all, { cost }) => all + Math.round(Number(cost.toFixed()) * 100), 0);
  const cents = Math.round(Number(whole?.cost.toFixed()) * 100);
  for (const by of ["site", "counterparty", "what", "cluster", "contract", "price", "tenure"] as const) {
    expect(sum(costReport(spec, { ...options, by }).groups.flatMap(({ totals }) => totals))).toBe(cents);
  }
  expect(sum(report.months)).toBe(cents);
  expect(sum(report.years)).toBe(cents);
});

test("everything in it has a price", () => {
  expect(report.gaps).toEqual([]);
});
