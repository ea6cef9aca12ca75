import { Fleet } from "siteform";
import { AwsSite, onDemandReservation } from "siteform/aws";
import "siteform/jest";
import { untyped } from "../invalid/support";

function atlas(count: number): Fleet {
  const fleet = new Fleet("atlas", { policy: { outOfService: { failed: 0, maintenance: 0 } } });
  const site = new AwsSite(fleet, "rainier", {
    account: "111122223333",
    region: "us-east-2",
    location: { country: "US", subdivision: "US-IN" },
    network: { cidrs: ["10.16.0.0/16"] },
  });
  site.addCluster("train", {
    purpose: "training",
    pools: [{ machine: "trn2.48xlarge", count, capacity: onDemandReservation({ zoneId: "use2-az1" }) }],
  });
  const common = { workload: "training", accelerator: "Trainium2", basis: "assumed", source: "plan" } as const;
  fleet.addDemand("models", { ...common, points: [{ from: "2027-01-01", accelerators: 160 }] });
  return fleet.addScenario("x10", {
    factors: [
      { from: "2027-01-01", factor: 1 },
      { from: "2028-01-01", factor: 10 },
    ],
    basis: "assumed",
    source: "plan",
  });
}

const asOf = "2026-12-01";

test("a fleet covers a demand that it has the accelerators for, in the scenario and up to the day that are named", () => {
  expect(atlas(10)).toCover("models", { asOf });
  expect(atlas(10)).toCover(undefined, { asOf });
  expect(atlas(9)).not.toCover("models", { asOf });
  expect(atlas(10)).not.toCover("models", { scenario: "x10", asOf });
  expect(atlas(10)).toCover("models", { scenario: "x10", asOf, until: "2027-01-02" });
  expect(atlas(100)).toCover("models", { scenario: "x10", asOf, until: "2028-12-31" });
});

test("what is missing is told with its day and what would cover it", () => {
  expect(() => expect(atlas(9)).toCover("models", { asOf, until: "2027-06-01" })).toThrow(
    [
      "expected the fleet to cover models in scenario base from 2026-12-01 to 2027-06-01:",
      "  models: short of 16 Trainium2 from 2027-01-01 on; most on 2027-01-01: 160 wanted, 144 to be counted on",
      "    16 Trainium2 more would cover it",
    ].join("\n"),
  );
  expect(() => expect(atlas(10)).not.toCover("models", { asOf })).toThrow("expected the fleet not to cover models");
});

test("what would ask nothing is refused: a test that cannot fail is none", () => {
  const cover =
    (options: object, demand: unknown = "models") =>
    () =>
      expect(atlas(1)).toCover(untyped(demand), options);
  expect(cover({ asOf, until: "2025-12-31" })).toThrow("until 2025-12-31 must be later than 2026-12-01");
  expect(cover({ asOf, until: asOf })).toThrow("must be later");
  expect(cover({ asOf, until: "end of 2027" })).toThrow("until must be a date that exists");
  expect(cover({ asOf: "2027-02-30" })).toThrow("asOf must be a date that exists");
  expect(cover({ asOf, counted: [] })).toThrow("counted must be a list");
  expect(cover({ asOf, counted: ["frim"] })).toThrow('nothing is counted as "frim": did you mean "firm"?');
  expect(cover({ asOf, scenarios: "x10" })).toThrow('there is no option "scenarios": did you mean "scenario"?');
  expect(cover({ asOf }, { name: "models" })).toThrow("the demand must be its name");
  expect(() => expect(7).toCover("models", { asOf })).toThrow("a fleet is expected; got 7");
});

test("a demand or scenario that is not there, and a fleet with errors, are no answer", () => {
  expect(() => expect(atlas(10)).toCover("model", { asOf })).toThrow(
    'there is no demand "model": did you mean "models"?',
  );
  expect(() => expect(atlas(10)).toCover("models", { scenario: "x8", asOf })).toThrow('there is no scenario "x8"');
  expect(() => expect(atlas(untyped("many"))).toCover("models", { asOf })).toThrow("the fleet has errors");
});
