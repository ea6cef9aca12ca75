import {
  artefactLayer,
  artefacts,
  counterpartyOf,
  emits,
  isPreliminary,
  observedLayers,
  operates,
  responsibilitiesOf,
} from "../../constructs/ledger/responsibility";
import { Layer, LeasedSiteSpec, OwnedSiteSpec, PartnerSiteSpec, SiteSpec } from "../../constructs/model";

const power = { valueMW: 10, meaning: "criticalIT", basis: "contract", source: "the lease" };
const phases = [{ id: "p1", power }];
const base = { name: "site", location: { country: "US" } };
const leased = (scope: string, more: object = {}, lease: object = {}) =>
  LeasedSiteSpec.parse({
    ...base,
    tenure: "leased",
    scope,
    lease: { landlord: "Landlord Inc.", state: "binding", phases, ...lease },
    ...more,
  });
const owned = OwnedSiteSpec.parse({ ...base, tenure: "owned", power });
const cloud = SiteSpec.parse({
  ...base,
  tenure: "cloud",
  provider: "azure",
  subscription: "00000000-0000-4000-8000-000000000000",
  region: "eastus2",
  network: { cidrs: ["10.0.0.0/12"] },
});

// DESIGN, "responsibility": defaulted by scope. What is handed over is what one no longer operates.
test.each([
  ["land", []],
  ["poweredShell", ["utility", "physicalAccess"]],
  ["turnkey", ["utility", "mechanicalElectrical", "physicalAccess"]],
  ["compute", ["utility", "mechanicalElectrical", "racks", "hardware", "fabric", "bmcFirmware", "physicalAccess"]],
])("with the scope %s, the counterparty operates %j", (scope, observed) => {
  expect(observedLayers(leased(scope))).toEqual(observed);
});

test("one operates all layers of a site one owns", () => {
  expect(observedLayers(owned)).toEqual([]);
  expect(responsibilitiesOf(owned).map((row) => row.layer)).toEqual(Layer.options);
  expect(counterpartyOf(owned)).toBeUndefined();
});

test("an exception of the agreement takes the place of what the scope implies", () => {
  const row = { layer: "bmcFirmware", owns: "counterparty", operates: "self", approves: "counterparty" };
  const site = leased("compute", { responsibilities: [row] });
  expect(operates(site, "bmcFirmware")).toBe(true);
  expect(operates(site, "hardware")).toBe(false);
  expect(emits(site, "bmcEnrolment")).toBe(true);
});

test("no file configures a layer that one does not operate", () => {
  const written = (scope: string) => artefacts.filter((artefact) => emits(leased(scope), artefact));
  expect(written("compute")).toEqual(["hosts", "schedulerConfig"]);
  expect(written("turnkey")).toEqual([
    "racks",
    "devices",
    "bmcEnrolment",
    "fabricConfig",
    "cables",
    "hosts",
    "schedulerConfig",
  ]);
  expect(written("land")).toEqual(artefacts);
  expect(Object.keys(artefactLayer)).toEqual(artefacts);
});

test.each(["proposed", "exclusive"])("a site whose lease is %s gets no file that configures anything", (state) => {
  const site = leased("land", {}, { state });
  expect(isPreliminary(site)).toBe(true);
  expect(emits(site, "hosts")).toBe(false);
});

test.each(["signedWithConditions", "binding", "commenced", "ended"])(
  "one whose lease is %s is not preliminary",
  (state) => {
    expect(isPreliminary(leased("land", {}, { state }))).toBe(false);
  },
);

test("a cloud and an owned site have no lease, and get their files", () => {
  expect([isPreliminary(cloud), isPreliminary(owned)]).toEqual([false, false]);
  expect([emits(cloud, "schedulerConfig"), emits(owned, "powerTree")]).toEqual([true, true]);
});

test("the counterparty is the landlord, else who runs the building, else who builds it", () => {
  const partner = (more: object) =>
    PartnerSiteSpec.parse({ ...base, tenure: "partner", scope: "turnkey", contractor: "Builder LLC", phases, ...more });
  const lease = { landlord: "Landlord Inc.", state: "binding" };
  expect(counterpartyOf(partner({ title: { kind: "leased", lease }, operator: "Operator" }))).toBe("Landlord Inc.");
  expect(counterpartyOf(partner({ title: { kind: "owned" }, operator: "Operator" }))).toBe("Operator");
  expect(counterpartyOf(partner({ title: { kind: "owned" } }))).toBe("Builder LLC");
});
