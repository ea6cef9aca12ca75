import { lab, withRack } from "../racks-support";

/** A switch in the middle of a server, and one above the rack. */
export function fleet() {
  const fleet = withRack();
  const layout = (fromU: number) => [
    {
      name: "first",
      hall: "h1",
      racks: "r01-01",
      entries: [
        { name: "servers", pool: "h100", count: 4, fromU: 1 },
        { name: "switch", device: "management-switch-1u", fromU },
      ],
    },
  ];
  lab(fleet, "austin", { rackLayouts: layout(20) });
  lab(fleet, "reno", { rackLayouts: layout(43) });
  return fleet;
}

export const expected = [
  "error   sites.austin.rackLayouts.first.entries.switch: in rack r01-01 of h1 management-switch-1u stands at U20, where dgx-h100 stands at U17 to U24  [RACK-1]",
  "          → move one of them, or leave fromU out: it then takes the lowest free place",
  "error   sites.reno.rackLayouts.first.entries.switch: in rack r01-01 of h1 management-switch-1u stands at U43; the rack ends at U42  [RACK-1]",
];
