import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

/** Servers of 10.2 kW in a hall for 8 kW a rack; a hall that does not say which racks stand there. */
export function fleet(): Fleet {
  const fleet = atlas().addRackType("rack-42", { units: 42, ratedKW: 50, basis: "vendor", source: "data sheet" });
  const rows = [{ name: "main", rows: "r[1-2]", racks: 5 }];
  ownedSite(fleet, "lab", {
    halls: [
      { name: "old", criticalItMW: 1, rackKW: 8, rackType: "rack-42", rows },
      { name: "new", criticalItMW: 1, rows },
    ],
  }).addCluster("research", {
    purpose: "training",
    pools: [ownServers(4, { name: "a", halls: ["old"] }), ownServers(4, { name: "b", halls: ["new"] })],
  });
  return fleet;
}

export const expected = [
  "error   sites.lab.clusters.research.pools.a.count: short 4 machines; old: density of a rack 10.2 of 8 kW  [ALLOC-2]",
  "          → lower the count, name further halls, or raise the limit that binds, if that is what is built",
  "error   sites.lab.clusters.research.pools.b.count: short 4 machines; new: racks of a type that is stated 1 of 0 racks  [ALLOC-2]",
  "          → lower the count, name further halls, or raise the limit that binds, if that is what is built",
];
