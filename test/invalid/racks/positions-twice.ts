import { hall, lab, withRack } from "../racks-support";

/** A row of two groups, a position kept for two things, and a floor whose positions are too narrow. */
export function fleet() {
  const fleet = withRack({ widthMm: 750 });
  const rows = [
    { name: "front", rows: "r[01-04]", racks: 12 },
    { name: "back", rows: "r[04-08]", racks: 12 },
  ];
  lab(fleet, "austin", { halls: [hall({ rows, floor: { rackPitchM: 0.75 } })] });
  const reserved = [
    { name: "network", positions: "r01-[01-02]", use: "network" as const },
    { name: "storage", positions: "r01-[02-03]", use: "storage" as const },
  ];
  lab(fleet, "reno", { halls: [hall({ reserved, floor: { rackPitchM: 0.6 } })] });
  return fleet;
}

export const expected = [
  "error   sites.austin.halls.h1.rows.back.rows: the row r04 is named twice: by front and by back  [HALL-3]",
  "error   sites.reno.halls.h1.floor.rackPitchM: r42 in the rows r[01-08] is 750 mm wide; its positions are 600 mm  [HALL-3]",
  "          → give floor: { rackPitchM: 0.75 }",
  "error   sites.reno.halls.h1.reserved.storage.positions: the position r01-02 is kept twice: by network and by storage  [HALL-3]",
];
