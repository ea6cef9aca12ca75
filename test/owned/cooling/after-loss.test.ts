import { uncooledWithout } from "../../../constructs/owned/cooling/after-loss";
import { unitsOf } from "../../../constructs/owned/cooling/units";
import { standingRacks } from "../../../constructs/owned/racks/standing";
import { cluster, hardwarePool } from "../../rules/support";
import { lookups, site } from "../racks/fixtures";
import { hall } from "../racks/support";
import { topology } from "./support";

const spec = site({
  halls: [hall({ rackType: "nvl72-place", rows: [{ name: "nvl", rows: "r1", racks: 8 }] })],
  rackLayouts: [{ name: "all", hall: "h1", racks: "r1-[01-08]", entries: [{ name: "gb", pool: "gb" }] }],
  clusters: [cluster([hardwarePool({ name: "gb", machine: "gb200-nvl72", count: 8 })])],
  coolingTopology: topology({
    loops: [{ name: "tcs", kind: "technology", hall: "h1" }],
    units: [
      { name: "cdus", ids: "c[1-2]", kind: "cdu", capacityKW: 816, loop: "tcs", boards: ["ma", "mb"] },
      { name: "walls", ids: "w[1-2]", kind: "fanWall", capacityKW: 143, halls: ["h1"], boards: ["mb", "mc"] },
    ],
  }),
});
const sources = { racks: standingRacks(spec, undefined, lookups), loose: [] };
const units = unitsOf(spec.coolingTopology ?? topology({}));
const without = (...stopped: string[]) =>
  uncooledWithout(spec, sources, units, new Set(stopped)).map(({ loop, halls, heatKW, leftKW, installedKW }) => [
    loop ?? halls.join(),
    heatKW,
    leftKW,
    installedKW,
  ]);

// Eight racks of 120 kW, 0.85 of it liquid: 816 kW of liquid and 144 kW of air.
test("what stands still cools no more: the liquid of the loop, and the air of the hall", () => {
  expect(without()).toEqual([]);
  expect(without("c1")).toEqual([]);
  expect(without("c1", "w1")).toEqual([["h1", 144, 143, 286]]);
  expect(without("c1", "c2", "w1")).toEqual([
    ["tcs", 816, 0, 1632],
    ["h1", 144, 143, 286],
  ]);
});

test("what loses no component is not asked", () => {
  const few = units.filter(({ id }) => id === "w1" || id === "c1");
  expect(uncooledWithout(spec, sources, few, new Set(["c1"])).map(({ loop }) => loop)).toEqual(["tcs"]);
});
