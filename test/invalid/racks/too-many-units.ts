import { lab, withRack } from "../racks-support";

/** Five servers of eight units beside what the rack keeps, and six without. */
export function fleet() {
  const fleet = withRack({ reservedUnits: 4 });
  const layout = (count: number) => [
    { name: "first", hall: "h1", racks: "r01-[01-04]", entries: [{ name: "servers", pool: "h100", count }] },
  ];
  lab(fleet, "austin", { rackLayouts: layout(5) });
  lab(fleet, "reno", { rackLayouts: layout(6) });
  return fleet;
}

export const expected = [
  "error   sites.austin.rackLayouts.first: 5 dgx-h100 in rack r01-01 and 3 more of h1 take 40 U; it has 38 U beside the 4 that r42 keeps  [RACK-1]",
  "          → fewer devices in a rack, or a higher rack",
  "error   sites.austin.rackLayouts.first: 5 dgx-h100 in rack r01-01 and 3 more of h1 draw up to 51 kW; r42 is rated 50 kW a rack  [RACK-3]",
  "          → fewer machines in a rack, or the density that is really built",
  "error   sites.reno.rackLayouts.first: 6 dgx-h100 in rack r01-01 and 3 more of h1 take 48 U; it has 38 U beside the 4 that r42 keeps  [RACK-1]",
  "          → fewer devices in a rack, or a higher rack",
  "error   sites.reno.rackLayouts.first: 6 dgx-h100 in rack r01-01 and 3 more of h1 draw up to 61.2 kW; r42 is rated 50 kW a rack  [RACK-3]",
  "          → fewer machines in a rack, or the density that is really built",
];
