import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

/** Two units of 32 hosts with 8 leaves each and 8 spines, and one rack for all of these switches. */
export function fleet(): Fleet {
  const fleet = atlas().addRackType("rack-42", { units: 42, ratedKW: 50, basis: "vendor", source: "data sheet" });
  ownedSite(fleet, "lab", {
    halls: [
      {
        name: "h1",
        criticalItMW: 3.6,
        rackType: "rack-42",
        rows: [{ name: "main", rows: "r[1-2]", racks: 10 }],
        reserved: [{ name: "net", positions: "r1-10", use: "network" }],
      },
    ],
    fabrics: [
      {
        name: "rail",
        cluster: "train",
        technology: "spectrumX",
        switch: "sn5600",
        linkGbps: 400,
        rails: 8,
        scalableUnitHosts: 32,
      },
    ],
  }).addCluster("train", { purpose: "training", pools: [ownServers(64)] });
  return fleet;
}

export const expected = [
  "error   sites.lab.fabrics.rail: 3 switches of the role spine have no place; h1: positions 2 of 1 racks  [ALLOC-2]",
  "          → lower the count, name further halls, or raise the limit that binds, if that is what is built",
];
