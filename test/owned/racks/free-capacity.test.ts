import { freeCapacity, hallUse } from "../../../constructs/owned/racks/free-capacity";
import { fitHall } from "../../../constructs/owned/racks/hall-fit";
import { racks, spec } from "../../emit/racks";
import { machine, rackType } from "./support";

const [hall] = spec.halls;

test("what is left of a hall beside what stands in it and what it keeps", () => {
  // 447.15 kW stand there, 238 of them in liquid; 11 positions, two kept and six filled.
  expect(hall && freeCapacity(hall, racks)).toEqual({ powerKW: 3152.85, airKW: 2790.85, liquidKW: 1762, positions: 3 });
});

test("what fits beside it takes no more than that", () => {
  const fit =
    hall &&
    fitHall({ hall, machine: machine("dgx-h100"), rackType: rackType(), survival: "feed", used: hallUse(racks) });
  // 2,790.85 / 10.2 = 273; 3 positions of 4
  expect(fit?.limits.map(({ name, machines }) => [name, machines])).toEqual([
    ["power", 309],
    ["air", 273],
    ["liquid", Number.POSITIVE_INFINITY],
    ["positions", 12],
  ]);
});
