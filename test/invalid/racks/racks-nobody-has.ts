import { hall, lab, withRack } from "../racks-support";

/** A hall of racks that nobody defined, and a pool that wants more machines in one than its feeds carry with one lost. */
export function fleet() {
  const fleet = withRack();
  lab(fleet, "austin", { halls: [hall({ rackType: "r-42" })] });
  lab(fleet, "reno", {}, { machinesPerRack: 5 });
  return fleet;
}

export const expected = [
  'error   sites.austin.halls.h1.rackType: there is no rack type "r-42"  [RACK-5]',
  '          → did you mean "r42"?',
  "error   sites.reno.clusters.train.pools.h100.machinesPerRack: 4 dgx-h100 fit a rack r42 of h1, not 5: density of a rack, 51 of 50 kW  [RACK-5]",
];
