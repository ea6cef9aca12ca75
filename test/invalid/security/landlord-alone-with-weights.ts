import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite, partnerSite } from "../support";

const hall = { id: "hall", protectionClass: 3, entry: "badge", logged: true, visitorEscort: true } as const;

/** Weights in halls whose landlords come and go: by the security profile of one site, to the BMCs of the other. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(
    fleet,
    "reno",
    {},
    {
      securityProfile: {
        weights: { requiredLevel: 3, clusters: ["train"] },
        attained: { level: 3, basis: "vendor", source: "the assessment of 2026" },
        zones: [
          { id: "building", protectionClass: 2, entry: "badge" },
          { ...hall, parent: "building", clusters: ["train"] },
        ],
        access: [
          { name: "guards", party: "landlord", zone: "building", racks: "unescorted", bmc: "none", weights: "none" },
        ],
      },
    },
  ).addCluster("train", { pools: [leasedServers(10)] });
  partnerSite(fleet, "abilene", {
    securityProfile: {
      weights: { requiredLevel: 3, clusters: ["train"] },
      attained: { level: 3, basis: "vendor", source: "the assessment of 2026" },
      zones: [{ ...hall, clusters: ["train"] }],
      access: [{ name: "engineers", party: "landlord", racks: "escorted", bmc: "unescorted", weights: "none" }],
    },
  }).addCluster("train", { pools: [leasedServers(10)] });
  return fleet;
}

export const expected = [
  "error   sites.abilene.securityProfile.access.engineers.bmc: the landlord reaches BMCs unescorted in the zone hall, where weights are  [PHYS-1]",
  '          → "escorted" or "none"',
  "error   sites.reno.securityProfile.access.guards.racks: the landlord reaches racks unescorted in the zone hall, where weights are  [PHYS-1]",
  '          → "escorted" or "none"',
];
