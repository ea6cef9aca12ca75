import type { Fleet } from "siteform";
import { atlas, ownedSite } from "../support";

/** Storage on two sides whose boards burn together; controls on a single board. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "abilene", {
    powerTopology: {
      nodes: [
        { id: "grid-[1-2]", kind: "utility" },
        { id: "ups-a,ups-b", kind: "ups", parents: ["grid-[1-2]"], ratedKW: 1000 },
        { id: "pdu-a", kind: "pdu", parents: ["ups-a"], side: "A" },
        { id: "pdu-b", kind: "pdu", parents: ["ups-b"], side: "B" },
      ],
      commonCauses: [{ id: "zone-1", kind: "fireZone", nodes: ["pdu-a,pdu-b"], survival: "side" }],
      loads: [{ id: "storage-[01-20]", kind: "storage", powerKW: 20, feeds: ["pdu-a", "pdu-b"] }],
    },
  });
  ownedSite(fleet, "lab", {
    powerTopology: {
      nodes: [
        { id: "grid", kind: "utility" },
        { id: "panel", kind: "panel", parents: ["grid"] },
      ],
      loads: [{ id: "building-control", kind: "control", powerKW: 2, feeds: ["panel"], survival: "feed" }],
    },
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.powerTopology.commonCauses.zone-1: with zone-1 lost storage-01, storage-02, storage-03 and 17 more go dark, and must live through it  [PWR-2]",
  "          → give the loads another live path with room for them, or state the survival that they need",
  "error   sites.lab.powerTopology.nodes.panel: with panel lost building-control goes dark, and must live through it  [PWR-2]",
  "          → give the loads another live path with room for them, or state the survival that they need",
];
