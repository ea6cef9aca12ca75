import type { PhysicalSiteSpec } from "../../../constructs/model";
import { planSite } from "../../../constructs/owned/allocation/plan-site";
import { planningContextOf } from "../../../constructs/owned/allocation/planning-context";
import { validateFleet } from "../../../constructs/rules";
import { AS_OF, cluster, fleetOf, hardwarePool, ownedSite, type Raw } from "../support";
import { judged, messages } from "./support";

const site = "sites.abilene";
const pool = (name: string, count: number, more: Raw = {}): Raw =>
  hardwarePool({ name, count, capacity: { kind: "owned" }, ...more });

/** A hall of so many positions of four DGX H100 each, 40.8 kW, and power for exactly these. */
const hall = (positions: number, more: Raw = {}): Raw => ({
  name: "h1",
  criticalItMW: (positions * 40.8) / 1000,
  rackType: "air-48u",
  rows: [{ name: "main", rows: "r1", racks: positions }],
  floor: { rackPitchM: 0.8 },
  ...more,
});
const layout = (name: string, racks: string, entries: readonly Raw[], more: Raw = {}): Raw => ({
  name,
  hall: "h1",
  racks,
  entries,
  ...more,
});
const four = (of: string): Raw => ({ name: of, pool: of, count: 4 });
const lab = (positions: number, pools: readonly Raw[], rackLayouts: readonly Raw[], more: Raw = {}): Raw =>
  ownedSite({ halls: [hall(positions)], clusters: [cluster(pools, { purpose: "training" })], rackLayouts, ...more });

/** Where machines and switches of the only site stand: `b 1-16 r1-[07-10]`, `leaf 1-8 r1-12`. */
function placed(raw: Raw): string[] {
  const { document } = validateFleet(fleetOf(raw), { asOf: AS_OF });
  const [spec] = document.spec.sites.filter((each): each is PhysicalSiteSpec => each.tenure !== "cloud");
  if (spec === undefined) throw new Error("there is no site");
  const { allocation } = planSite(spec, planningContextOf(document.spec));
  return [
    ...allocation.placements.map(({ pool: name, machines, positions }) => `${name} ${machines} ${positions}`),
    ...allocation.switches.map(({ role, switches, positions }) => `${role} ${switches} ${positions}`),
  ];
}

describe("a hall that two pools fill to the last position", () => {
  const pools = [pool("a", 24), pool("b", 16)];

  test("takes both where a layout says where the later one stands", () => {
    const raw = lab(10, pools, [layout("by-hand", "r1-[04-07]", [four("b")])]);
    expect(judged(fleetOf(raw))).toEqual([]);
    expect(placed(raw)).toEqual(["b 1-16 r1-[04-07]", "a 1-24 r1-[01-03],r1-[08-10]"]);
  });

  test("is short of what the layout leaves empty, and of nothing else", () => {
    // Three to a rack instead of four: the layout holds 12 of b, and no position is left for the other four.
    const raw = lab(10, pools, [layout("by-hand", "r1-[04-07]", [{ name: "b", pool: "b", count: 3 }])]);
    expect(judged(fleetOf(raw))).toEqual([`ALLOC-2 ${site}.clusters.train.pools.b.count 16/12`]);
  });

  test("does not take machines of another pool into a rack that a layout fills in part", () => {
    const raw = lab(
      10,
      [pool("a", 25), pool("b", 12)],
      [layout("by-hand", "r1-[04-07]", [{ name: "b", pool: "b", count: 3 }])],
    );
    expect(judged(fleetOf(raw))).toEqual([`ALLOC-2 ${site}.clusters.train.pools.a.count 25/24`]);
  });

  test("may have both in each rack, by layouts", () => {
    const both = [
      { name: "a", pool: "a", count: 2 },
      { name: "b", pool: "b", count: 2 },
    ];
    const raw = lab(10, [pool("a", 20), pool("b", 20)], [layout("by-hand", "r1-[01-10]", both)]);
    expect(judged(fleetOf(raw))).toEqual([]);
    expect(placed(raw)).toEqual(["a 1-20 r1-[01-10]", "b 1-20 r1-[01-10]"]);
    // One more of a in the tenth rack: 42.84 of 41 kW, and more than the hall has.
    const more = [{ ...both[0], count: 3 }, both[1]];
    const layouts = [layout("by-hand", "r1-[01-09]", both), layout("last", "r1-10", more as Raw[])];
    expect(judged(fleetOf(lab(10, [pool("a", 21), pool("b", 20)], layouts)))).toContain(
      `HALL-4 ${site}.halls.h1.criticalItMW 418.2/408`,
    );
  });

  test("keeps what a layout puts there of devices, and has that much less for machines", () => {
    const storage = layout("store", "r1-10", [{ name: "s", device: "storage-2u", count: 10 }]);
    expect(judged(fleetOf(lab(10, [pool("a", 36)], [storage])))).toEqual([]);
    expect(judged(fleetOf(lab(10, [pool("a", 37)], [storage])))).toEqual([
      `ALLOC-2 ${site}.clusters.train.pools.a.count 37/36`,
    ]);
  });
});

describe("switches in a hall that layouts fill by hand", () => {
  const fabrics = [
    {
      name: "compute",
      cluster: "train",
      technology: "infinibandNdr",
      switch: "qm9700",
      linkGbps: 400,
      scalableUnitHosts: 32,
    },
  ];
  const roomy = (positions: number) => ({ halls: [hall(positions, { criticalItMW: 10 })], fabrics });

  // 32 hosts take eight positions; their eight leaves and four spines draw 1.291 kW each and stand in one rack of 41 kW.
  test("stand beside what a layout says, also where it fills the last positions", () => {
    const raw = lab(9, [pool("a", 32)], [layout("by-hand", "r1-[02-09]", [four("a")])], roomy(9));
    expect(judged(fleetOf(raw))).toEqual([]);
    expect(placed(raw)).toEqual(["a 1-32 r1-[02-09]", "leaf 1-8 r1-01", "spine 1-4 r1-01"]);
  });

  test("are short where layouts leave them nothing", () => {
    const raw = lab(8, [pool("a", 32)], [layout("by-hand", "r1-[01-08]", [four("a")])], roomy(8));
    expect(judged(fleetOf(raw))).toEqual([
      `ALLOC-2 ${site}.fabrics.compute 4/0`,
      `ALLOC-2 ${site}.fabrics.compute 8/0`,
    ]);
    expect(messages(fleetOf(raw), "ALLOC-2")[0]).toContain("have no place; h1: positions 1 of 0 racks");
  });

  test("do not stand on devices that a layout puts into the racks kept for the network", () => {
    const kept = { reserved: [{ name: "network", positions: "r1-[09-10]", use: "network" }], criticalItMW: 10 };
    const panels = layout("panels", "r1-09", [{ name: "p", device: "patch-panel-1u", count: 40 }]);
    const raw = lab(10, [pool("a", 32)], [panels], { halls: [hall(10, kept)], fabrics });
    expect(judged(fleetOf(raw))).toEqual([]);
    expect(placed(raw)).toEqual(["a 1-32 r1-[01-08]", "leaf 1-8 r1-10", "spine 1-4 r1-10"]);
  });
});
