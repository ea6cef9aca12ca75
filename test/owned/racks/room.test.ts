import { emptyFloor } from "../../../constructs/owned/layout/floor";
import { layOut } from "../../../constructs/owned/layout/lay-out";
import { shortfallOf } from "../../../constructs/owned/layout/shortfall";
import { roomsOf } from "../../../constructs/owned/racks/room";
import { cluster, hardwarePool } from "../../rules/support";
import { lookups, request, site } from "./site";
import { hall } from "./support";

const pool = (more = {}) => hardwarePool({ capacity: { kind: "leased", phase: "p1" }, survival: "feed", ...more });

/** Plans one pool in empty halls: machines by hall, and what is short. */
function plan(spec: ReturnType<typeof site>, name = "h100") {
  const wanted = request(spec, name);
  if (wanted === undefined) return undefined;
  const floor = emptyFloor(roomsOf(spec, lookups));
  const placed = layOut(floor, wanted);
  const machines = placed.reduce((sum, each) => sum + each.machines, 0);
  const short = wanted.machines - machines;
  return { placed, machines, racks: placed.length, ...(short > 0 ? { short: shortfallOf(floor, wanted, short) } : {}) };
}

test("case 4 through the planner: of 320 DGX H100 294 stand in 74 racks; air cooling binds at 3,264 of 3,000 kW", () => {
  const spec = site({ halls: [hall()], clusters: [cluster([pool({ count: 320 })])] });
  const { placed: _, ...figures } = plan(spec) ?? { placed: [] };
  expect(figures).toMatchObject({ machines: 294, racks: 74 });
  expect(figures).toHaveProperty("short.binds", [
    expect.objectContaining({ label: "air cooling", needed: 3264, most: 3000, unit: "kW" }),
  ]);
});

test("positions that are kept, or filled by a layout, are left alone, and what stands there is taken off", () => {
  const spec = site({
    halls: [
      hall({
        // Room for 8 machines and a network rack of 10 kW.
        criticalItMW: 0.0916,
        airCoolingMW: undefined,
        reserved: [{ name: "net", positions: "r01-01", use: "network", rackKW: 10 }],
      }),
    ],
    rackLayouts: [{ name: "spare", hall: "h1", racks: "r01-02" }],
    clusters: [cluster([pool({ count: 9 })])],
  });
  const found = plan(spec);
  expect(found?.placed.map(({ position, machines }) => [position, machines])).toEqual([
    ["r01-03", 4],
    ["r01-04", 4],
  ]);
  expect(found).toHaveProperty("short.binds.0.label", "power");
});

test("a row takes no more than its busway delivers", () => {
  const rows = [{ name: "a", rows: "r[1-2]", racks: 4, rowKW: 81.6 }];
  const spec = site({ halls: [hall({ rows })], clusters: [cluster([pool({ count: 20 })])] });
  expect(plan(spec)?.placed.map(({ position, machines }) => [position, machines])).toEqual([
    ["r1-01", 4],
    ["r1-02", 4],
    ["r2-01", 4],
    ["r2-02", 4],
  ]);
});

test("rows for another rack stay empty", () => {
  const rows = [
    { name: "nvl", rows: "n", racks: 2, rackType: "nvl72-place" },
    { name: "air", rows: "a", racks: 2 },
  ];
  const mixed = [pool({ count: 8 }), pool({ name: "gb300", machine: "gb300-nvl72", count: 3 })];
  const spec = site({ halls: [hall({ rows })], clusters: [cluster(mixed)] });
  expect(plan(spec)?.placed.map(({ position }) => position)).toEqual(["a-01", "a-02"]);
  expect(plan(spec, "gb300")?.placed.map(({ position, rackType }) => [position, rackType])).toEqual([
    ["n-01", "nvl72-place"],
    ["n-02", "nvl72-place"],
  ]);
});

test("machines cooled by liquid stand where a loop has capacity left with its largest CDU out", () => {
  // 120 kW, 0.85 of it liquid: 102 kW. Loop a: 900 kW, enough for eight; loop b: nothing; the rest: no loop.
  const units = (name: string, ids: string) => ({ name, ids, kind: "cdu", capacityKW: 900, loop: name });
  const spec = site({
    halls: [hall({ airCoolingMW: 1, rows: [{ name: "r", rows: "r[1-3]", racks: 8, rackType: "nvl72-place" }] })],
    coolingTopology: {
      loops: [
        { name: "a", kind: "technology", hall: "h1", racks: "r1-[01-08]" },
        { name: "b", kind: "technology", hall: "h1", racks: "r2-[01-08]" },
      ],
      units: [units("a", "cdu-a[1-2]"), units("b", "cdu-b1")],
    },
    clusters: [cluster([pool({ name: "gb", machine: "gb200-nvl72", count: 16 })])],
  });
  const found = plan(spec, "gb");
  expect(found?.placed.map(({ position }) => position)).toEqual(Array.from({ length: 8 }, (_, i) => `r1-0${i + 1}`));
});

test("machines of training may stand in racks that lose a feed; others may not", () => {
  const two = { ...hall(), rackType: "two" };
  const spec = site({ halls: [two], clusters: [cluster([pool({ count: 8 })])] });
  expect(request(spec, "h100")).toBeUndefined();
  // 415 x 60 x 1.7320508 x 0.8 x 0.95 = 32,777.3 W a feed
  const training = site({
    halls: [hall()],
    clusters: [cluster([pool({ survival: undefined })], { purpose: "training" })],
  });
  expect(
    request(training, "h100")
      ?.perRack("h1")
      .limits.find(({ name }) => name === "feeds")?.most,
  ).toBe(98_331);
  const inference = site({
    halls: [hall()],
    clusters: [cluster([pool({ survival: undefined })], { purpose: "inference" })],
  });
  expect(
    request(inference, "h100")
      ?.perRack("h1")
      .limits.find(({ name }) => name === "feeds")?.most,
  ).toBe(65_554);
});
