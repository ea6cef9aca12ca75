import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

/** One hall is short of power, the other of positions; a second pool finds nothing that is left. */
export function fleet(): Fleet {
  const fleet = atlas().addRackType("rack-42", { units: 42, ratedKW: 50, basis: "vendor", source: "data sheet" });
  const rows = [{ name: "main", rows: "r[1-2]", racks: 5 }];
  ownedSite(fleet, "lab", {
    halls: [
      { name: "north", criticalItMW: 0.3, rackType: "rack-42", rows },
      { name: "south", criticalItMW: 0.8, rackType: "rack-42", rows },
    ],
  })
    .addCluster("train", { purpose: "training", pools: [ownServers(70)] })
    .addCluster("serve", { purpose: "training", pools: [ownServers(6, { halls: ["south"] })] });
  return fleet;
}

export const expected = [
  "error   sites.lab.clusters.serve.pools.h100.count: short 6 machines and 2 racks (0 of 2); south: positions 12 of 10 racks  [ALLOC-2]",
  "          → lower the count, name further halls, or raise the limit that binds, if that is what is built",
  "error   sites.lab.clusters.train.pools.h100.count: short 1 machine and 0 racks (18 of 18); north: power 306 of 300 kW; south: positions 11 of 10 racks  [ALLOC-2]",
  "          → lower the count, name further halls, or raise the limit that binds, if that is what is built",
];
