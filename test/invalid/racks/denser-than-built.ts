import { hall, lab, withRack } from "../racks-support";

/** More power in a rack than its type is rated for, and than its hall takes. */
export function fleet() {
  const fleet = withRack({ ratedKW: 40 });
  const rackLayouts = [
    { name: "first", hall: "h1", racks: "r01-[01-02]", entries: [{ name: "servers", pool: "h100", count: 4 }] },
  ];
  lab(fleet, "austin", { rackLayouts });
  lab(fleet, "reno", {
    rackLayouts: [
      {
        name: "second",
        hall: "h1",
        racks: "r01-[01-02]",
        rackType: "apc-ar3300",
        entries: [{ name: "servers", pool: "h100", count: 3 }],
      },
    ],
    halls: [hall({ rackKW: 30 })],
  });
  return fleet;
}

export const expected = [
  "error   sites.austin.rackLayouts.first: 4 dgx-h100 in rack r01-01 and 1 more of h1 draw up to 40.8 kW; r42 is rated 40 kW a rack  [RACK-3]",
  "          → fewer machines in a rack, or the density that is really built",
  "error   sites.reno.rackLayouts.second: 3 dgx-h100 in rack r01-01 and 1 more of h1 draw up to 30.6 kW; the hall takes 30 kW a rack  [RACK-3]",
  "          → fewer machines in a rack, or the density that is really built",
];
