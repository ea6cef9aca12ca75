import { assumed, Fleet, gigabitsPerSecond, megawatts, OwnedSite } from "siteform";
import { interconnectEnds } from "../../constructs/rules/interconnect-ends";

const AS_OF = "2026-11-23";

function twoSites() {
  const fleet = new Fleet("links");
  const power = assumed(megawatts(1), { meaning: "criticalIT" });
  const site = (name: string) => new OwnedSite(fleet, name, { location: { country: "US" }, power });
  return { fleet, memphis: site("memphis"), abilene: site("abilene") };
}

const findings = (fleet: Fleet) => fleet.validate({ asOf: AS_OF, rules: [interconnectEnds] }).findings;

test("an interconnect between two sites is kept with its rate", () => {
  const { fleet, memphis, abilene } = twoSites();
  fleet.addInterconnect("wave", { between: [memphis, abilene], rate: gigabitsPerSecond(800), carrier: "A carrier" });
  const { document, findings: found } = fleet.validate({ asOf: AS_OF });
  expect(found).toEqual([]);
  expect(document.spec.interconnects).toEqual([
    { name: "wave", between: ["memphis", "abilene"], rateGbps: 800, carrier: "A carrier" },
  ]);
});

test("an interconnect with both ends at one site is refused", () => {
  const { fleet, memphis } = twoSites();
  fleet.addInterconnect("loop", { between: [memphis, memphis], rate: gigabitsPerSecond(1) });
  expect(findings(fleet)).toMatchObject([{ rule: "LINK-1", path: "interconnects.loop.between", observed: "memphis" }]);
});

test("an end at a site that is not in the fleet is refused, with the one that was meant", () => {
  const { fleet, memphis } = twoSites();
  fleet.addInterconnect("typo", { between: [memphis, { name: "abilne" }], rate: gigabitsPerSecond(1) });
  expect(findings(fleet)).toMatchObject([
    { path: "interconnects.typo.between[1]", observed: "abilne", hint: 'did you mean "abilene"?' },
  ]);
});

test.each([Number.NaN, -1, Number.POSITIVE_INFINITY])("a rate of %d Gbit/s is refused", (rate) => {
  const { fleet, memphis, abilene } = twoSites();
  fleet.addInterconnect("wave", { between: [memphis, abilene], rate: gigabitsPerSecond(rate) });
  expect(findings(fleet)).toMatchObject([{ rule: "SCHEMA", path: "interconnects.wave.rateGbps" }]);
});
