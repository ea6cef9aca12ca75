import { hall, lab, withRack } from "../racks-support";

/** One position in two layouts, one that is kept empty, and more machines than the pool has. */
export function fleet() {
  const fleet = withRack();
  const entries = [{ name: "servers", pool: "h100", count: 4 }];
  lab(fleet, "austin", {
    rackLayouts: [
      { name: "first", hall: "h1", racks: "r01-[01-04]", entries },
      { name: "second", hall: "h1", racks: "r01-[04-06]", entries },
    ],
  });
  lab(fleet, "reno", {
    halls: [hall({ reserved: [{ name: "pillar", positions: "r02-06", use: "blocked" }] })],
    rackLayouts: [{ name: "first", hall: "h1", racks: "r01-[01-09],r02-06", entries }],
  });
  return fleet;
}

export const expected = [
  "error   sites.austin.rackLayouts.second.racks: the position r01-04 of h1 is filled twice: by first and by second  [RACK-4]",
  "error   sites.reno.clusters.train.pools.h100.count: the layouts of the site place 40 machines of the pool; it has 32  [RACK-4]",
  "          → raise the count, or take racks out of the layouts",
  "error   sites.reno.rackLayouts.first.racks: the position r02-06 of h1 is kept empty (pillar: blocked)  [RACK-4]",
];
