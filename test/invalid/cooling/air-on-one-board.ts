import { hall, lab, withRack } from "../racks-support";

/** Air handlers of which half hang on one board, and fewer than the hall's heat needs. */
export function fleet() {
  const fleet = withRack();
  const rackLayouts = [
    { name: "first", hall: "h1", racks: "r01-[01-08]", entries: [{ name: "servers", pool: "h100", count: 4 }] },
  ];
  // 326.4 kW of air
  const walls = { name: "walls", ids: "fw[1-4]", kind: "fanWall" as const, halls: ["h1"], capacityKW: 120 };
  lab(fleet, "austin", { rackLayouts, coolingTopology: { units: [{ ...walls, boards: ["mcc-a", "mcc-b"] }] } });
  lab(fleet, "reno", { rackLayouts, halls: [hall({ airCoolingMW: 0.3 })] });
  return fleet;
}

export const expected = [
  "error   sites.austin.coolingTopology.units.walls: walls cools 326 kW of air in h1; with board mcc-a lost, which feeds fw1 and fw3, 240 kW is left of 480 kW  [COOL-2]",
  "          → add an air handler, or feed them from more boards",
  "error   sites.reno.halls.h1.airCoolingMW: what stands in h1 gives off 326 kW into its air; air cooling takes 300 kW  [COOL-2]",
  "          → place less in the hall, or correct its cooling",
];
