import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

/** The cluster has one host more than eight units of 32 hold, and two tiers of 64 ports take no ninth unit. */
export function fleet(): Fleet {
  const fleet = atlas();
  const site = ownedSite(fleet, "garching", {
    fabrics: [
      {
        name: "compute",
        cluster: "train",
        technology: "infinibandNdr",
        switch: "qm9700",
        linkGbps: 400,
        scalableUnitHosts: 32,
        tiers: 2,
      },
    ],
  });
  site.addCluster("train", { pools: [ownServers(257)] });
  return fleet;
}

export const expected = [
  "error   sites.garching.fabrics.compute.tiers: two tiers take 64 leaves, one at each port of a spine; 257 hosts need 72  [NET-1]",
  "          → take three tiers, or switches with more ports",
];
