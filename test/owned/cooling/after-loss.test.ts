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
const without = (...dead: string[]) => uncooledWithout(spec, sources, units, new Set(dead));

test("a board takes its CDUs and air handlers along: 816 kW of liquid and 144 kW of air stay cooled, or not", () => {
  expect(without()).toEqual([]);
  expect(without("ma")).toEqual([]);
  expect(without("mb")).toEqual([{ hall: "h1", heatKW: 144, leftKW: 143 }]);
  expect(without("ma", "mb")).toEqual([
    { hall: "h1", loop: "tcs", heatKW: 816, leftKW: 0 },
    { hall: "h1", heatKW: 144, leftKW: 143 },
  ]);
});
