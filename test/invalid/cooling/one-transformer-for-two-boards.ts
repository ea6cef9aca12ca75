import type { OwnedSiteProps } from "siteform";
import { lab, withRack } from "../racks-support";

type Tree = NonNullable<OwnedSiteProps["powerTopology"]>;

/** Air handlers on three boards, of which one transformer feeds two; at another site one fire takes two of them. */
export function fleet() {
  const fleet = withRack();
  const rackLayouts = [
    { name: "first", hall: "h1", racks: "r01-[01-08]", entries: [{ name: "servers", pool: "h100", count: 4 }] },
  ];
  // 326.4 kW of air: two of three carry it.
  const walls = { name: "walls", ids: "fw[1-3]", kind: "fanWall" as const, halls: ["h1"], capacityKW: 170 };
  const coolingTopology = { units: [{ ...walls, boards: ["mcc-a", "mcc-b", "mcc-c"], drawKW: 5 }] };
  const panel = (id: string, parent: string) => ({ id, kind: "panel" as const, parents: [parent], ratedKW: 100 });
  const feed = (side: string, nodes: string) => ({
    id: side.toLowerCase(),
    side,
    voltageV: 415,
    currentA: 60,
    powerFactor: 0.95,
    nodes,
  });
  const tree = (above: string, more: Partial<Tree> = {}): Tree => ({
    nodes: [
      { id: "grid", kind: "utility" },
      { id: "tx", kind: "transformer", parents: ["grid"], ratedKW: 1000 },
      panel("mcc-a", above),
      panel("mcc-b", above),
      panel("mcc-c", "grid"),
      { id: "pdu-[1-3]", kind: "pdu", parents: ["grid"], ratedKW: 1000 },
    ],
    rackSupplies: [
      {
        id: "racks",
        hall: "h1",
        toPosition: 96,
        feeds: ["A", "B", "C"].map((side, index) => feed(side, `pdu-${index + 1}`)),
      },
    ],
    ...more,
  });
  lab(fleet, "austin", { rackLayouts, coolingTopology, powerTopology: tree("tx") });
  const fire = {
    commonCauses: [{ id: "room-2", kind: "fireZone" as const, nodes: ["mcc-a", "mcc-c"], survival: "side" as const }],
  };
  lab(fleet, "reno", { rackLayouts, coolingTopology, powerTopology: tree("grid", fire) }, { survival: "side" });
  return fleet;
}

export const expected = [
  "error   sites.austin.coolingTopology.units.walls: the air of h1 takes 326 kW of racks that live on when tx is lost; it stops fw1 and fw2, and 170 kW is left of 510 kW  [COOL-2]",
  "          → feed what cools them from boards that no single loss takes together",
  "error   sites.reno.coolingTopology.units.walls: the air of h1 takes 326 kW of racks that live on when room-2 is lost; it stops fw1 and fw3, and 170 kW is left of 510 kW  [COOL-2]",
  "          → feed what cools them from boards that no single loss takes together",
];
