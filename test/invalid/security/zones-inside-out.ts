import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite, ownedSite, ownServers } from "../support";

/** A cage that is protected less than the hall around it, zones that go round, and weights that stand in none of them. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(
    fleet,
    "reno",
    {},
    {
      securityProfile: {
        zones: [
          { id: "cage", parent: "hall", protectionClass: 2 },
          { id: "hall", protectionClass: 3 },
          { id: "north", parent: "south", protectionClass: 2 },
          { id: "south", parent: "north", protectionClass: 2 },
        ],
      },
    },
  ).addCluster("train", { pools: [leasedServers(10)] });
  ownedSite(fleet, "lab", {
    securityProfile: {
      attained: { level: 3, basis: "measured", source: "the audit of 2026" },
      weights: { clusters: ["research"] },
      zones: [{ id: "hall", protectionClass: 3, clusters: ["serve"] }],
    },
  })
    .addCluster("research", { pools: [ownServers(10)] })
    .addCluster("serve", { pools: [ownServers(10)] });
  return fleet;
}

export const expected = [
  "error   sites.lab.securityProfile.weights.clusters: the cluster research holds weights, and stands in none of the zones  [PHYS-1]",
  "          → give the zone its halls, or name the cluster in it",
  "error   sites.reno.securityProfile.zones.cage.protectionClass: the zone cage has protection class 2, less than class 3 of the zone hall around it  [PHYS-1]",
  "          → raise the class of the inner zone, or nest the zones the other way round",
  "error   sites.reno.securityProfile.zones.north.parent: zones go round: north in south in north  [SEC-2]",
];
