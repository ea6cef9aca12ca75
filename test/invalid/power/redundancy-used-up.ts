import type { Fleet } from "siteform";
import { atlas, ownedSite } from "../support";

/** N+1 that is all needed, and 2N of which one side does not carry all. Nothing has to survive: the scheme itself is broken. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "abilene", {
    powerTopology: {
      nodes: [
        { id: "grid", kind: "utility" },
        { id: "module-[1-4]", kind: "ups", parents: ["grid"], ratedKW: 500, redundancyGroup: "modules" },
        { id: "bus", kind: "switchgear", parents: ["module-[1-4]"], transfer: "equalShare" },
      ],
      redundancyGroups: [{ id: "modules", scheme: "N+1" }],
      loads: [{ id: "hall", kind: "it", powerKW: 1600, feeds: ["bus"] }],
    },
  });
  ownedSite(fleet, "lab", {
    powerTopology: {
      nodes: [
        { id: "grid", kind: "utility" },
        { id: "ups-a", kind: "ups", parents: ["grid"], ratedKW: 500, side: "A", redundancyGroup: "sides" },
        { id: "ups-b", kind: "ups", parents: ["grid"], ratedKW: 400, side: "B", redundancyGroup: "sides" },
      ],
      redundancyGroups: [{ id: "sides", scheme: "2N" }],
      loads: [{ id: "rack-[01-10]", kind: "it", powerKW: 42, feeds: ["ups-a", "ups-b"] }],
    },
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.powerTopology.redundancyGroups.modules: the group carries 1,600 kW; all its systems but the largest deliver 1,500 kW (N+1)  [PWR-3]",
  "          → take load off the group, or add a system to it",
  "error   sites.lab.powerTopology.redundancyGroups.sides: the group carries 420 kW; its smaller side delivers 400 kW (2N)  [PWR-3]",
  "          → take load off the group, or add a system to it",
];
