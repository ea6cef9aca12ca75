import { expandFleet } from "../../../constructs/ledger";
import { capacityReport, instantOf, stepAt } from "../../../constructs/ledger/capacity";
import { planningContextOf } from "../../../constructs/owned/allocation/planning-context";
import { referenceFleet } from "../../../stacks/reference-fleet";

const asOf = "2026-11-29";
const { spec } = expandFleet(referenceFleet().validate({ asOf }).document);
const { machine } = planningContextOf(spec);
const report = capacityReport(spec, { machine, asOf, organisation: spec.organisation, by: "site" });

/** What each site was written to have on the day, in chips. */
const THERE = {
  rainier: 64_000 * 16,
  "tpu-central": 1_792 * 512,
  "colossus-1": 18_750 * 8 + 6_250 * 8 + 280 * 72,
  // The first phase of New York alone: Texas and the rest come later.
  "new-york": 2_550 * 8,
};

test.each(Object.entries(THERE))("%s has %i accelerators", (name, accelerators) => {
  const group = report.groups.find((each) => each.name === name);
  expect(stepAt(group?.steps ?? [], instantOf(asOf)).value).toBe(accelerators);
});

test("the groups of a split are the whole, at every change", () => {
  for (const { from, value, byCommitment } of report.installed) {
    const parts = report.groups.map(({ steps }) => stepAt(steps, from ?? Number.NEGATIVE_INFINITY));
    expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(value);
    expect(parts.reduce((sum, part) => sum + part.byCommitment.firm, 0)).toBe(byCommitment.firm);
  }
});

test("power keeps what is reported, and its bound", () => {
  const critical = stepAt(report.power.criticalIT, instantOf(asOf));
  // Memphis: over 300 MW. Indiana's 2.2 GW are reported, too, but which power they are is assumed.
  expect(critical).toMatchObject({ bound: "atLeast", byBasis: { reported: 300 } });
  expect(stepAt(report.power.utility, instantOf(asOf)).byBasis.reported).toBe(2_200);
});

test("each step of the way from contracted to firm takes from the one before", () => {
  const { contracted, undated, later, installed, spares, failed, maintenance, schedulable, unsure, firm } =
    report.waterfall;
  expect(contracted - undated - later).toBe(installed);
  expect(installed - spares - failed - maintenance).toBeCloseTo(schedulable, 6);
  const lost = Object.values(unsure).reduce((sum, each) => sum + each, 0);
  expect(schedulable - lost).toBeCloseTo(firm, 6);
});

test("a landlord who may leave at 90 days' notice ends what is firm in Memphis, and so the base demand of answers", () => {
  const [base] = report.scenarios;
  const answers = base?.demands.find(({ demand }) => demand.demand.name === "answers");
  // Notice on 2026-11-29: 1 day of November, 31 of December, 31 of January and 27 of February are 90; 2027-02-27 is the last.
  expect(answers?.shortfalls.map(({ from, until }) => [from, until])).toEqual([[Date.UTC(2027, 1, 28), undefined]]);
  // 6,000 x 1.6 / 0.8 x 1.1.
  expect(answers?.shortfalls[0]?.worst).toMatchObject({ wanted: 13_200, served: 0 });
});
