import type { Fleet } from "siteform";
import { atlas, ownedSite } from "../support";

/** A reserve smaller than a block: it locks the block out. With static switches it trips, and takes what hangs on it alone. */
const blocks = (transfer: "catcher" | "staticTransfer") => ({
  nodes: [
    { id: "grid-[1-2]", kind: "utility" as const },
    ...["A", "B", "C"].map((side, index) => ({
      id: `ups-${index + 1}`,
      kind: "ups" as const,
      parents: ["grid-1"],
      ratedKW: 1000,
      side,
    })),
    { id: "reserve", kind: "ups" as const, parents: ["grid-2"], ratedKW: 800, side: "R" },
  ],
  loads: [
    {
      id: "block-[1-3]",
      kind: "network" as const,
      powerKW: 900,
      feeds: ["ups-[1-3]", "reserve"],
      transfer,
    },
  ],
});

export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "abilene", { powerTopology: blocks("catcher") });
  ownedSite(fleet, "lab", { powerTopology: blocks("staticTransfer") });
  return fleet;
}

export const expected = [
  "error   sites.abilene.powerTopology.nodes.ups-1: with ups-1 lost the reserve has no room for block-1; block-1 goes dark, and must live through it  [PWR-2]",
  "          → give the loads another live path with room for them, or state the survival that they need",
  "error   sites.abilene.powerTopology.nodes.ups-2: with ups-2 lost the reserve has no room for block-2; block-2 goes dark, and must live through it  [PWR-2]",
  "          → give the loads another live path with room for them, or state the survival that they need",
  "error   sites.abilene.powerTopology.nodes.ups-3: with ups-3 lost the reserve has no room for block-3; block-3 goes dark, and must live through it  [PWR-2]",
  "          → give the loads another live path with room for them, or state the survival that they need",
  "error   sites.lab.powerTopology.nodes.ups-1: with ups-1 lost reserve is to carry 900 kW of 800 kW and trips; block-1 goes dark, and must live through it  [PWR-2]",
  "          → give the loads another live path with room for them, or state the survival that they need",
  "error   sites.lab.powerTopology.nodes.ups-2: with ups-2 lost reserve is to carry 900 kW of 800 kW and trips; block-2 goes dark, and must live through it  [PWR-2]",
  "          → give the loads another live path with room for them, or state the survival that they need",
  "error   sites.lab.powerTopology.nodes.ups-3: with ups-3 lost reserve is to carry 900 kW of 800 kW and trips; block-3 goes dark, and must live through it  [PWR-2]",
  "          → give the loads another live path with room for them, or state the survival that they need",
];
