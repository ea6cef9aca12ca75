import type { Fleet } from "siteform";
import { atlas, ownedSite } from "../support";

/** CDUs that move to the other board when theirs is lost, and find no room there: power and cooling, two documents. */
export function fleet(): Fleet {
  const fleet = atlas();
  for (const [name, drawKW] of [
    ["abilene", 30],
    ["lab", 26],
  ] as const) {
    ownedSite(fleet, name, {
      powerTopology: {
        nodes: [
          { id: "grid-[1-2]", kind: "utility" },
          { id: "mechanical-[1-2]", kind: "panel", parents: ["grid-[1-2]"], ratedKW: 100 },
        ],
      },
      coolingTopology: {
        loops: [{ name: "technology", kind: "technology" }],
        units: [
          {
            name: "cdus",
            ids: "cdu-[1-4]",
            kind: "cdu",
            loop: "technology",
            boards: ["mechanical-1", "mechanical-2"],
            supply: "either",
            drawKW,
          },
        ],
      },
    });
  }
  return fleet;
}

export const expected = [
  "error   sites.abilene.powerTopology.nodes.grid-[1-2]: with grid-1 lost (and 1 more of grid-[1-2]) mechanical-2 is to carry 120 kW of 100 kW and trips; cdu-1, cdu-2, cdu-3 and 1 more go dark, and must live through it  [PWR-2]",
  "          → give the loads another live path with room for them, or state the survival that they need",
  "error   sites.abilene.powerTopology.nodes.mechanical-[1-2]: with mechanical-1 lost (and 1 more of mechanical-[1-2]) mechanical-2 is to carry 120 kW of 100 kW and trips; cdu-1, cdu-2, cdu-3 and 1 more go dark, and must live through it  [PWR-2]",
  "          → give the loads another live path with room for them, or state the survival that they need",
  "error   sites.lab.powerTopology.nodes.grid-[1-2]: with grid-1 lost (and 1 more of grid-[1-2]) mechanical-2 is to carry 104 kW of 100 kW and trips; cdu-1, cdu-2, cdu-3 and 1 more go dark, and must live through it  [PWR-2]",
  "          → give the loads another live path with room for them, or state the survival that they need",
  "error   sites.lab.powerTopology.nodes.mechanical-[1-2]: with mechanical-1 lost (and 1 more of mechanical-[1-2]) mechanical-2 is to carry 104 kW of 100 kW and trips; cdu-1, cdu-2, cdu-3 and 1 more go dark, and must live through it  [PWR-2]",
  "          → give the loads another live path with room for them, or state the survival that they need",
];
