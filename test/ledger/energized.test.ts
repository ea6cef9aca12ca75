import { energizedMachines, energizedShares, energizedSteps } from "../../constructs/ledger";
import type { PhysicalSiteSpec } from "../../constructs/model";
import { cluster, pool, site } from "../owned/allocation/sites";
import { phase, type Raw } from "../rules/support";

const dated = (id: string, day?: string): Raw =>
  phase(id, 5, day === undefined ? {} : { milestones: { readyForService: { contract: day } } });

const deployment = (name: string, of: string, count: number, commissioned?: string): Raw => ({
  name,
  phase: of,
  pools: [{ name: "train.h100", count }],
  milestones: commissioned === undefined ? {} : { commissioned: { contract: commissioned } },
});

const shares = (more: Raw, of?: string) => {
  const built: PhysicalSiteSpec = site({
    phases: [dated("p1", "2027-01-01"), dated("p2", "2027-06-01"), dated("late")],
    clusters: [
      cluster("train", [pool("h100", 40, of === undefined ? {} : { capacity: { kind: "owned", phase: of } })]),
    ],
    ...more,
  });
  const [found] = built.clusters;
  const [first] = found?.pools ?? [];
  if (found === undefined || first === undefined) throw new Error("no pool");
  return energizedShares(built, found.name, first).map(({ machines, from }) => ({ machines, from }));
};

test("machines of no phase have power from the start, those of a phase once it can be used", () => {
  expect(shares({})).toEqual([{ machines: 40, from: "start" }]);
  expect(shares({}, "p2")).toEqual([{ machines: 40, from: { day: "2027-06-01" } }]);
  expect(shares({}, "late")).toEqual([{ machines: 40, from: "undated" }]);
});

test("machines of a deployment come when they are commissioned, and not before its phase; the rest with the pool's", () => {
  const deployments = [
    deployment("early", "p1", 10, "2026-12-01"),
    deployment("slow", "p1", 10, "2027-03-01"),
    deployment("next", "p2", 5),
  ];
  expect(shares({ deployments }, "p2")).toEqual([
    { machines: 10, from: { day: "2027-01-01" } },
    { machines: 10, from: { day: "2027-03-01" } },
    { machines: 5, from: { day: "2027-06-01" } },
    { machines: 15, from: { day: "2027-06-01" } },
  ]);
});

test("steps are the days on which some come, in order, and what has no day comes last", () => {
  const deployments = [deployment("last", "late", 5), deployment("first", "p1", 10)];
  const found = shares({ deployments }, "p2");
  const steps = energizedSteps(found);
  expect(steps).toEqual([{ day: "2027-01-01" }, { day: "2027-06-01" }, "undated"]);
  expect(steps.map((step) => energizedMachines(found, step))).toEqual([10, 35, 40]);
  expect(energizedMachines(found, { day: "2026-12-31" })).toBe(0);
  expect(energizedMachines(found, { day: "2027-05-31" })).toBe(10);
  expect(energizedMachines(found, "start")).toBe(0);
});
