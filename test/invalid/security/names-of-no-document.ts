import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite, ownedSite, ownServers } from "../support";

/** Security profiles that speak of clusters, halls and zones which the site's documents call otherwise; a hall in two zones. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(
    fleet,
    "reno",
    {},
    {
      halls: [{ name: "hall-north", criticalItMW: 20 }],
      securityProfile: {
        attained: { level: 3, basis: "vendor", source: "the assessment of 2026" },
        weights: { clusters: ["trains"] },
        zones: [
          { id: "building", protectionClass: 2 },
          { id: "hall", parent: "bilding", protectionClass: 3, halls: ["hall-noth"] },
        ],
      },
    },
  ).addCluster("train", { pools: [leasedServers(10)] });
  ownedSite(fleet, "lab", {
    halls: [{ name: "room", criticalItMW: 4 }],
    securityProfile: {
      zones: [
        { id: "a", protectionClass: 2, halls: ["room"] },
        { id: "b", protectionClass: 2, halls: ["room"] },
      ],
      access: [{ name: "guards", party: "contractor", zone: "c", racks: "escorted", bmc: "none", weights: "none" }],
    },
  }).addCluster("research", { pools: [ownServers(10)] });
  return fleet;
}

export const expected = [
  'error   sites.lab.securityProfile.access.guards.zone: the profile has no zone "c"; it has a, b  [SEC-2]',
  "error   sites.lab.securityProfile.zones.b.halls[0]: the hall room lies in the zone a already  [SEC-2]",
  "          → name a hall in its innermost zone",
  'error   sites.reno.securityProfile.weights.clusters[0]: the site has no cluster "trains"; it has train  [SEC-2]',
  '          → did you mean "train"?',
  'error   sites.reno.securityProfile.zones.hall.halls[0]: the site has no hall "hall-noth"; it has hall-north  [SEC-2]',
  '          → did you mean "hall-north"?',
  'error   sites.reno.securityProfile.zones.hall.parent: the profile has no zone "bilding"; it has building, hall  [SEC-2]',
  '          → did you mean "building"?',
];
