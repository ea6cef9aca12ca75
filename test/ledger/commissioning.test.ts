import { checklist, checklistsOf, defaultSteps, levelOf } from "../../constructs/ledger";
import { CommissioningStage, CommissioningStep, LeasedSiteSpec, OwnedSiteSpec } from "../../constructs/model";

const power = { valueMW: 10, meaning: "criticalIT", basis: "contract", source: "the lease" };
const base = { name: "site", location: { country: "US" } };
const leased = (scope: string, more: object = {}) =>
  LeasedSiteSpec.parse({
    ...base,
    tenure: "leased",
    scope,
    lease: { landlord: "L", state: "binding", phases: ["p1", "p2"].map((id) => ({ id, power })) },
    ...more,
  });
const owned = OwnedSiteSpec.parse({ ...base, tenure: "owned", power });
const step = (id: string, more: object = {}) =>
  CommissioningStep.parse({ id, title: "a test", stage: "burnIn", layer: "hardware", ...more });

// What an owner goes through, of the five levels that data centers know, and after them what tests machines and networks.
test("a checklist goes through all stages in their order", () => {
  const stages = checklist(owned, []).map(({ stage }) => stage);
  expect([...new Set(stages)]).toEqual(CommissioningStage.options);
  expect(checklist(owned, []).map(({ level }) => level ?? 6)).toEqual(
    checklist(owned, [])
      .map(({ level }) => level ?? 6)
      .sort(),
  );
  expect([1, 2, 3, 4, 5].every((level) => Object.values(levelOf).includes(level))).toBe(true);
});

test("who operates a layer performs its steps, and the other party witnesses them", () => {
  const by = (scope: string) =>
    Object.fromEntries(checklist(leased(scope), []).map(({ id, performs }) => [id, performs]));
  expect(by("turnkey")).toMatchObject({
    "factory-power": "counterparty",
    "integrated-systems": "counterparty",
    "racks-placed": "self",
    "burn-in": "self",
    "bmc-enrolled": "self",
  });
  expect(by("poweredShell")).toMatchObject({ "factory-power": "self" });
  expect(checklist(owned, []).every(({ performs, signs }) => performs === "self" && signs === "self")).toBe(true);
});

test("of running machines one sees what comes after the building", () => {
  expect(checklist(leased("compute"), []).map(({ id, performs }) => `${id} ${performs}`)).toEqual([
    "integrated-systems counterparty",
    "burn-in counterparty",
    "fabric-links counterparty",
    "fabric-collectives counterparty",
    "power-cap counterparty",
    "reference-job self",
    "acceptance counterparty",
  ]);
});

test("a step of the same id takes the place of the default one, and any other comes with its stage", () => {
  const ids = (steps: readonly CommissioningStep[]) => checklist(owned, steps).map(({ id }) => id);
  const own = checklist(owned, [step("burn-in", { title: "100 hours", state: "passed", day: "2026-12-01" })]);
  expect(own).toHaveLength(defaultSteps.length);
  expect(own.find(({ id }) => id === "burn-in")).toMatchObject({ title: "100 hours", state: "passed" });
  const more = ids([step("soak", { stage: "factoryWitness" })]);
  expect(more.indexOf("soak")).toBe(ids([]).indexOf("delivery"));
  expect(more).toHaveLength(defaultSteps.length + 1);
});

test("each deployment has a checklist, and each phase that none uses", () => {
  const deployments = [{ name: "d1", phase: "p2", pools: [{ name: "train.a" }] }];
  const pools = [{ name: "a", machine: "dgx-h100", count: 1, capacity: { kind: "owned" } }];
  const site = leased("turnkey", { deployments, clusters: [{ name: "train", pools }] });
  expect(checklistsOf(site).map(({ phase, deployment }) => `${phase} ${deployment ?? "-"}`)).toEqual(["p2 d1", "p1 -"]);
  expect(checklistsOf(owned)).toEqual([]);
  const proposed = { landlord: "L", state: "proposed", phases: [{ id: "p1", power }] };
  expect(checklistsOf(leased("turnkey", { lease: proposed }))).toEqual([]);
});

test("the default steps have ids of their own", () => {
  expect(new Set(defaultSteps.map(({ id }) => id)).size).toBe(defaultSteps.length);
});
