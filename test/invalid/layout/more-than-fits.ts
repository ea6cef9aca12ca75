import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

/** 320 servers in a hall whose air takes away the heat of 294. */
export function fleet(): Fleet {
  const fleet = atlas().addRackType("rack-42", {
    units: 42,
    ratedKW: 50,
    maxWeightKg: 1000,
    tareKg: 210,
    feeds: { count: 3, sides: ["A", "B", "C"], voltageV: 415, currentA: 60 },
    basis: "vendor",
    source: "data sheet of the rack",
  });
  ownedSite(fleet, "lab", {
    halls: [
      {
        name: "h1",
        criticalItMW: 3.6,
        coolingMW: 3.6,
        airCoolingMW: 3,
        rackType: "rack-42",
        rows: [{ name: "main", rows: "r[1-8]", racks: 12 }],
      },
    ],
  }).addCluster("train", { purpose: "training", pools: [ownServers(320, { survival: "feed" })] });
  return fleet;
}

export const expected = [
  "error   sites.lab.clusters.train.pools.h100.count: short 26 machines and 6 racks (74 of 80); h1: air cooling 3,264 of 3,000 kW  [ALLOC-2]",
  "          → lower the count, name further halls, or raise the limit that binds, if that is what is built",
];
