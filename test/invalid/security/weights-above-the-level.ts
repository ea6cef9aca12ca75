import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite, ownedSite, ownServers } from "../support";

/** Weights that need more than their site attains: by the site's own profile, and by the policy of the fleet. */
export function fleet(): Fleet {
  const fleet = atlas({ policy: { weightsLevel: 4 } });
  leasedSite(
    fleet,
    "reno",
    {},
    {
      securityProfile: {
        attained: { level: 2, basis: "vendor", source: "the landlord's assessment" },
        weights: { requiredLevel: 3, clusters: ["train"] },
      },
    },
  ).addCluster("train", { pools: [leasedServers(10)] });
  ownedSite(fleet, "lab", {
    securityProfile: {
      attained: { level: 3, basis: "measured", source: "the audit of 2026" },
      weights: { clusters: ["research"] },
    },
  }).addCluster("research", { pools: [ownServers(10)] });
  return fleet;
}

export const expected = [
  "error   sites.lab.securityProfile.attained.level: the weights on research need SL4 by policy; the site attains SL3 (measured: the audit of 2026)  [SEC-1]",
  "          → keep weights elsewhere, or raise what protects them here",
  "error   sites.reno.securityProfile.attained.level: the weights on train need SL3; the site attains SL2 (vendor: the landlord's assessment)  [SEC-1]",
  "          → keep weights elsewhere, or raise what protects them here",
];
