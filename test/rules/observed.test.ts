import { Layer, type Severity } from "../../constructs/model";
import { type Report, type Rule, validateFleet } from "../../constructs/rules";
import { asObserved, type JudgedLayer } from "../../constructs/rules/observed";
import { AS_OF, azureSite, cluster, fleet, fleetOf, hardwarePool, leasedSite, ownedSite } from "./support";

/** A rule that finds the same at every site of the fleet. */
const always = (more: Partial<Rule> = {}, report: Partial<Report> = {}): Rule => ({
  id: "TEST-1",
  title: "never holds",
  severity: "error",
  source: "this test",
  check: ({ fleet: { sites } }) =>
    sites.map(({ name }) => ({ path: `sites.${name}.power`, message: "is wrong", ...report })),
  ...more,
});
const found = (raw: unknown, rule: Rule) =>
  validateFleet(raw, { asOf: AS_OF, rules: [rule] }).findings.map(({ severity, message }) => [severity, message]);

const compute = leasedSite({ scope: "compute" });
const observed = "is wrong; observed: the counterparty operates this layer (hardware)";

test("an error about a layer that one does not operate is a warning that says so", () => {
  expect(found(fleetOf(compute), always({ layer: "hardware" }))).toEqual([["warning", observed]]);
});

test("it stays an error where one operates the layer", () => {
  expect(found(fleetOf(compute), always({ layer: "scheduler" }))).toEqual([["error", "is wrong"]]);
  expect(found(fleetOf(leasedSite({ scope: "turnkey" })), always({ layer: "hardware" }))).toEqual([
    ["error", "is wrong"],
  ]);
  for (const layer of Layer.options)
    expect(found(fleetOf(ownedSite()), always({ layer }))).toEqual([["error", "is wrong"]]);
});

test("a rule without a layer holds whoever operates what", () => {
  expect(found(fleetOf(compute), always())).toEqual([["error", "is wrong"]]);
});

test("a report may be about another layer than its rule, or about none", () => {
  expect(found(fleetOf(compute), always({ layer: "scheduler" }, { layer: "hardware" }))).toEqual([
    ["warning", observed],
  ]);
  expect(found(fleetOf(compute), always({ layer: "hardware" }, { layer: "none" }))).toEqual([["error", "is wrong"]]);
});

test.each<Severity>(["warning", "note"])("a %s stays what it is, in its words", (severity) => {
  expect(found(fleetOf(compute), always({ layer: "hardware", severity }))).toEqual([[severity, "is wrong"]]);
});

test("nothing of a cloud is observed", () => {
  expect(found(fleetOf(azureSite()), always({ layer: "utility" }))).toEqual([["error", "is wrong"]]);
});

test("two sites of one name are told apart by their place", () => {
  const twins = [leasedSite({ scope: "compute" }), leasedSite({ scope: "land" })];
  const rule = always({
    layer: "hardware",
    check: () => [0, 1].map((index) => ({ path: `sites.colossus[${index}].power`, message: "is wrong" })),
  });
  expect(found(fleetOf(...twins), rule)).toEqual([
    ["error", "is wrong"],
    ["warning", observed],
  ]);
});

test("what lies in no site has no layer", () => {
  const rule = always({ layer: "hardware", check: () => [{ path: "guarantees.g1", message: "is wrong" }] });
  expect(found(fleet({}), rule)).toEqual([["error", "is wrong"]]);
  const finding = { rule: "TEST-1", severity: "error", path: "", message: "" } as const;
  expect(asObserved(finding, "hardware" satisfies JudgedLayer, undefined)).toBe(finding);
});

// 1,000 servers of 10.2 kW draw 10.2 of 10 MW: the landlord's machines in a lease of compute, one's own in a turnkey hall.
test("machines that draw more than is leased are a warning where the landlord runs them", () => {
  const site = (scope: string) =>
    leasedSite(
      { scope, clusters: [cluster([hardwarePool({ count: 1_000 })])] },
      { phases: [{ id: "p1", power: { valueMW: 10, meaning: "criticalIT", basis: "contract", source: "the lease" } }] },
    );
  const severities = (scope: string) =>
    validateFleet(fleetOf(site(scope)), { asOf: AS_OF }).findings.map(({ rule, severity }) => `${rule} ${severity}`);
  expect(severities("compute")).toEqual(["PWR-8 warning"]);
  expect(severities("turnkey")).toEqual(["PWR-8 error"]);
});
