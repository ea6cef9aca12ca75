import { hall, lab, withRack } from "../racks-support";

/** Four servers and their rack weigh 731.8 kg, and stand on 0.72 m2. */
export function fleet() {
  const fleet = withRack({ maxWeightKg: 700 });
  const rackLayouts = [
    { name: "first", hall: "h1", racks: "r01-01", entries: [{ name: "servers", pool: "h100", count: 4 }] },
  ];
  lab(fleet, "austin", { rackLayouts });
  lab(fleet, "reno", {
    rackLayouts: [{ ...rackLayouts[0], name: "second", hall: "h1", racks: "r01-02", rackType: "apc-ar3300" }],
    halls: [hall({ floorLoadKgPerM2: 900 })],
  });
  return fleet;
}

export const expected = [
  "error   sites.austin.rackLayouts.first: 4 dgx-h100 in rack r01-01 of h1 weigh 731.8 kg with the 210 kg of the rack; r42 bears 700 kg  [RACK-2]",
  "          → fewer machines in a rack, or a stronger rack",
  "error   sites.reno.rackLayouts.second: 4 dgx-h100 in rack r01-02 of h1 weigh 655.89 kg with the 134.09 kg of the rack on 0.72 m2: 911 kg/m2; the floor of h1 bears 900 kg/m2  [RACK-2]",
  "          → spread the load with fewer machines in a rack, or with plates under it and a rack type of that footprint",
];
