import { planSite } from "../../../constructs/owned/allocation/plan-site";
import { totalLoad } from "../../../constructs/owned/racks/rack-load";
import { standingRacks } from "../../../constructs/owned/racks/standing";
import { cluster, hardwarePool } from "../../rules/support";
import { lookups, site } from "./fixtures";
import { hall } from "./support";

const context = { ...lookups, addressGrowth: 0.2 };
const pool = (more = {}) => hardwarePool({ survival: "feed", ...more });

/** Plans a site: where machines stand, and what is short. */
function plan(more: Readonly<Record<string, unknown>>) {
  const spec = site(more);
  const { allocation, shortfalls } = planSite(spec, context);
  const racks = standingRacks(spec, allocation, lookups);
  const filled = racks.filter(({ items }) => items.some((each) => each.pool !== undefined));
  return {
    racks,
    positions: filled.map(({ position }) => position),
    machines: filled.flatMap(({ items }) => items).reduce((sum, { count }) => sum + count, 0),
    shortfalls,
  };
}

test("case 4 through the planner: of 320 DGX H100 294 stand in 74 racks; air cooling binds at 3,264 of 3,000 kW", () => {
  const { racks, machines, shortfalls } = plan({ halls: [hall()], clusters: [cluster([pool({ count: 320 })])] });
  expect([racks.length, machines]).toEqual([74, 294]);
  expect(shortfalls).toMatchObject([
    {
      machines: 26,
      racks: 6,
      racksPlaced: 74,
      binds: [{ label: "air cooling", needed: 3264, most: 3000, unit: "kW" }],
    },
  ]);
  expect(totalLoad(racks).watts).toBe(294 * 10_200);
});

test("positions that are kept, or filled by a layout, are left alone, and what stands there is taken off", () => {
  // Room for 8 machines, a network rack of 10 kW and a switch of 0.35 kW; nine do not fit.
  const spec = {
    halls: [
      hall({
        criticalItMW: 0.092,
        airCoolingMW: undefined,
        reserved: [{ name: "net", positions: "r01-01", use: "network", rackKW: 10 }],
      }),
    ],
    rackLayouts: [
      { name: "spare", hall: "h1", racks: "r01-02", entries: [{ name: "m", device: "management-switch-1u" }] },
    ],
    clusters: [cluster([pool({ count: 9 })])],
  };
  expect(plan(spec).positions).toEqual(["r01-03", "r01-04"]);
  expect(plan(spec).shortfalls).toMatchObject([{ machines: 1, binds: [{ label: "power" }] }]);
  // 10 + 0.35 + 8 x 10.2 = 91.95 kW: a watt less, and only seven fit.
  const exact = { ...spec, halls: [{ ...spec.halls[0], criticalItMW: 0.09195 }] };
  expect(plan(exact).machines).toBe(8);
  expect(plan({ ...spec, halls: [{ ...spec.halls[0], criticalItMW: 0.091949 }] }).machines).toBe(7);
});

test("rows for another rack stay empty", () => {
  const rows = [
    { name: "nvl", rows: "n", racks: 2, rackType: "nvl72-place" },
    { name: "air", rows: "a", racks: 2 },
  ];
  const mixed = [pool({ count: 12 }), pool({ name: "gb300", machine: "gb300-nvl72", count: 3 })];
  const { racks, shortfalls } = plan({ halls: [hall({ rows })], clusters: [cluster(mixed)] });
  expect(racks.map(({ position, items }) => [position, items[0]?.item.type])).toEqual([
    ["n-01", "gb300-nvl72"],
    ["n-02", "gb300-nvl72"],
    ["a-01", "dgx-h100"],
    ["a-02", "dgx-h100"],
  ]);
  expect(shortfalls).toMatchObject([{ machines: 4 }, { machines: 1 }]);
});

test("machines cooled by liquid stand where a loop has capacity left with its largest CDU out", () => {
  // 120 kW, 0.85 of it liquid: 102 kW. Loop a: 900 kW, enough for eight; loop b: nothing; row 3: no loop.
  const units = (name: string, ids: string) => ({ name, ids, kind: "cdu", capacityKW: 900, loop: name });
  const { positions, shortfalls } = plan({
    halls: [hall({ airCoolingMW: 1, rows: [{ name: "r", rows: "r[1-3]", racks: 8, rackType: "nvl72-place" }] })],
    coolingTopology: {
      loops: [
        { name: "a", kind: "technology", hall: "h1", racks: "r1-[01-08]" },
        { name: "b", kind: "technology", hall: "h1", racks: "r2-[01-08]" },
      ],
      units: [units("a", "cdu-a[1-2]"), units("b", "cdu-b1")],
    },
    clusters: [cluster([pool({ name: "gb", machine: "gb200-nvl72", count: 16, survival: undefined })])],
  });
  expect(positions).toEqual(Array.from({ length: 8 }, (_, index) => `r1-0${index + 1}`));
  expect(shortfalls).toMatchObject([{ machines: 8 }]);
});

test("training may stand in racks that lose a feed; other machines may not, unless their pool says so", () => {
  // Two feeds: with one lost three of six supplies live, and a DGX H100 needs four.
  const two = { name: "a", rows: "a", racks: 1, rackType: "two" };
  const withTwo = { ...context, rackType: (name: string) => (name === "two" ? twoFeeds : lookups.rackType(name)) };
  const machines = (purpose: string, survival?: string) => {
    const spec = site({
      halls: [hall({ rackType: undefined, rows: [two] })],
      clusters: [cluster([pool({ survival, count: 4 })], { purpose })],
    });
    return planSite(spec, withTwo).allocation.placements.length;
  };
  expect([
    machines("training"),
    machines("inference"),
    machines("inference", "none"),
    machines("training", "feed"),
  ]).toEqual([1, 0, 1, 0]);
});

const base = lookups.rackType("r42");
const twoFeeds = base?.feeds && { ...base, feeds: { ...base.feeds, count: 2, sides: ["A", "B"] } };
