import { hall, lab, withRack } from "../racks-support";

/** Eight racks of 40.8 kW on a busway of 300 kW, and in a hall of 300 kW. */
export function fleet() {
  const fleet = withRack();
  const rackLayouts = [
    { name: "first", hall: "h1", racks: "r01-[01-08]", entries: [{ name: "servers", pool: "h100", count: 4 }] },
  ];
  lab(fleet, "austin", {
    rackLayouts,
    halls: [hall({ rows: [{ name: "compute", rows: "r[01-08]", racks: 12, rowKW: 300 }] })],
  });
  lab(fleet, "reno", { rackLayouts, halls: [hall({ criticalItMW: 0.3 })] });
  return fleet;
}

export const expected = [
  "error   sites.austin.halls.h1.rows.compute.rowKW: what stands in the row r01 of h1 draws up to 326.4 kW; the row has 300 kW  [HALL-4]",
  "error   sites.reno.halls: once everything is there the machines draw up to 0.326 MW, more than the usable critical IT power of 0.3 MW: the open halls power no more with their redundancy kept  [PWR-8]",
  "          → move machines to a later phase, or correct the step of the ramp, the hall or the topology that binds",
  "error   sites.reno.halls.h1.criticalItMW: what stands in h1 draws up to 326.4 kW; the hall has 300 kW  [HALL-4]",
  "          → place less in it by layouts, or correct criticalItMW",
];
