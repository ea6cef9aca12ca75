import { Construct, RootConstruct } from "constructs";
import {
  defineMachine,
  Fleet,
  LeasedSite,
  measured,
  megawatts,
  OwnedSite,
  owned,
  PartnerSite,
  reported,
  type Site,
} from "../../constructs";
import { AwsSite } from "../../constructs/aws";
import { AzureSite } from "../../constructs/azure";
import { GoogleSite } from "../../constructs/google";
import { AS_OF, addLab, aGoodFleet, labProps } from "./fleets";

const errors = (fleet: Fleet) =>
  fleet.validate({ asOf: AS_OF }).findings.filter((finding) => finding.severity === "error");
const paths = (fleet: Fleet) => errors(fleet).map((finding) => finding.path);

/** Calls what a program without types may call with anything. */
const untyped = (target: object, method: string, ...given: unknown[]): unknown =>
  Reflect.apply(Reflect.get(target, method), target, given);
const make = (kind: (typeof KINDS)[number], ...given: unknown[]): Site => Reflect.construct(kind, given);
const makeFleet = (...given: unknown[]): Fleet => Reflect.construct(Fleet, given);

const KINDS = [OwnedSite, LeasedSite, PartnerSite, AwsSite, GoogleSite, AzureSite];
const WRONG = [undefined, null, 5, "text", [], [null], () => 3, new Date(0), { pools: 5 }, { pools: [null, 5, {}] }];

describe("constructs record, and never throw", () => {
  test("a good fleet has no errors", () => {
    expect(errors(aGoodFleet())).toEqual([]);
  });

  test("two sites of one name are both recorded, and said to be two", () => {
    const fleet = new Fleet("atlas");
    addLab(fleet);
    addLab(fleet);
    addLab(fleet);
    expect(fleet.sites.map((site) => site.name)).toEqual(["lab", "lab", "lab"]);
    expect(new Set(fleet.sites.map((site) => site.node.path)).size).toBe(3);
    expect(errors(fleet)).toMatchObject([{ rule: "NAME-1", observed: 3 }]);
  });

  test.each(["", "Lab 1", "a/b", "é", "x".repeat(64)])("the name %j is recorded as it is, and refused", (name) => {
    const fleet = new Fleet("atlas");
    expect(addLab(fleet, name).name).toBe(name);
    const schema = errors(fleet).filter((finding) => finding.rule === "SCHEMA");
    expect(schema).toHaveLength(1);
    expect(schema[0]?.path).toMatch(/^sites.*\.name$/);
  });

  test.each(["", "Atlas", "x".repeat(64)])("a fleet's name %j is refused too", (name) => {
    expect(paths(aGoodFleet(name))).toEqual(["metadata.name"]);
  });

  test("a fleet without a name or with wrong properties", () => {
    expect(paths(makeFleet())).toEqual(["metadata.name"]);
    expect(paths(makeFleet("atlas", null))).toEqual([]);
    expect(paths(makeFleet("atlas", { state: "local", organisation: 5 }))).toEqual(["organisation", "state"]);
  });

  describe.each(KINDS)("%p", (kind) => {
    test.each(WRONG)("with the properties %p", (props) => {
      const fleet = new Fleet("atlas");
      make(kind, fleet, "site", props);
      expect(paths(fleet)).toContain("sites.site.location");
    });

    test.each(WRONG)("with the cluster %p", (props) => {
      const fleet = new Fleet("atlas");
      untyped(make(kind, fleet, "site", labProps), "addCluster", "train", props);
      expect(paths(fleet).some((path) => path.startsWith("sites.site.clusters.train.pools"))).toBe(true);
    });

    test("with a cluster that has no name", () => {
      const fleet = new Fleet("atlas");
      untyped(make(kind, fleet, "site", labProps), "addCluster");
      expect(paths(fleet)).toContain("sites.site.clusters[0].name");
    });
  });

  test.each([undefined, null, 5, "", {}, []])("a pool with the machine %j", (machine) => {
    const fleet = new Fleet("atlas");
    untyped(addLab(fleet), "addCluster", "odd", { pools: [{ name: "p", machine, count: 1, capacity: owned() }] });
    expect(paths(fleet)).toContain("sites.lab.clusters.odd.pools.p.machine");
  });

  test.each([undefined, null, 5])("the waiver, guarantee and demand %j", (given) => {
    const fleet = new Fleet("atlas");
    untyped(fleet, "waive", given);
    untyped(fleet, "addGuarantee", "g", given);
    untyped(fleet, "addDemand", given, given);
    expect(paths(fleet)).toEqual(expect.arrayContaining(["guarantees.g.obligor", "waivers[0]"]));
  });

  test("figures of nothing", () => {
    const fleet = new Fleet("atlas");
    const say = (given: unknown): typeof labProps.power => Reflect.apply(reported, undefined, [given]);
    for (const [index, given] of [undefined, null, "300 MW", {}, []].entries()) {
      new OwnedSite(fleet, `s${index}`, { ...labProps, power: say(given) });
    }
    for (const index of [1, 2, 3, 4]) expect(paths(fleet)).toContain(`sites.s${index}.power`);
    expect(paths(fleet)).toContain("sites.s0.power.valueMW");
  });

  test("a site outside a fleet has nowhere to record, and says so", () => {
    const nowhere = new RootConstruct();
    expect(() => new OwnedSite(nowhere, "lab", labProps)).toThrow(/its outermost scope must be a Fleet/);
  });

  test("a site may stand below any construct of the fleet", () => {
    const fleet = new Fleet("atlas");
    const region = new Construct(fleet, "europe");
    new OwnedSite(region, "lab", labProps);
    expect(fleet.sites.map((site) => site.node.path)).toEqual(["europe/lab"]);
  });
});

describe("what is recorded", () => {
  test("says what the author said, and is read the same twice", () => {
    const fleet = aGoodFleet();
    expect(fleet.record()).toEqual(fleet.record());
    const { document } = fleet.validate({ asOf: AS_OF });
    expect(document.spec.sites.map((site) => [site.name, site.tenure])).toEqual([
      ["lab", "owned"],
      ["memphis", "leased"],
    ]);
    expect(document.spec.sites[0]?.clusters[0]).toEqual({
      name: "train",
      purpose: "training",
      pools: [{ name: "h100", machine: "dgx-h100", count: 100, capacity: { kind: "owned" } }],
    });
  });

  test("a machine newer than the catalogue travels in the document, once", () => {
    const define = (accelerators: number) =>
      defineMachine({ type: "dgx-x", offer: "hardware", accelerator: "H100", accelerators, maxPowerKW: 10 });
    const fleet = new Fleet("atlas");
    const lab = addLab(fleet);
    const add = (name: string, machine: ReturnType<typeof define>) =>
      lab.addCluster(name, { pools: [{ machine, count: 1, capacity: owned() }] });
    add("a", define(8));
    add("b", define(8));
    expect(errors(fleet)).toEqual([]);
    expect(fleet.validate({ asOf: AS_OF }).document.spec.machines.map((machine) => machine.type)).toEqual(["dgx-x"]);

    add("c", define(16));
    expect(errors(fleet)).toMatchObject([{ rule: "NAME-1", observed: 2 }]);
  });

  test("a waived finding is reported with the reason, and no longer counts", () => {
    const fleet = new Fleet("atlas");
    // 500 servers of 10.2 kW are 5.1 MW; there are 4.
    addLab(fleet).addCluster("more", { pools: [{ machine: "dgx-h100", count: 400, capacity: owned() }] });
    const over = errors(fleet).map(({ rule, path }) => ({ rule, path }));
    expect(over).toHaveLength(1);
    for (const { rule, path } of over) fleet.waive({ rule, path, reason: "commissioning", until: AS_OF });
    expect(errors(fleet).map((finding) => finding.waived)).toEqual([`commissioning (until ${AS_OF})`]);
    const dayAfter = fleet.validate({ asOf: "2026-06-02" }).findings.filter(({ severity }) => severity === "error");
    expect(dayAfter.map((finding) => finding.waived)).toEqual([undefined]);
  });

  test("a wrong value cannot be waived: there is nothing to build from it", () => {
    const fleet = new Fleet("atlas");
    const power = measured(megawatts(Number.NaN), { meaning: "criticalIT", source: "meter" });
    new OwnedSite(fleet, "lab", { ...labProps, power });
    fleet.waive({ rule: "SCHEMA", path: "sites", reason: "later", until: "2099-01-01" });
    const found = errors(fleet).filter(({ rule }) => rule === "SCHEMA");
    expect(found.map(({ path, waived }) => [path, waived])).toEqual([["sites.lab.power.valueMW", undefined]]);
  });
});
