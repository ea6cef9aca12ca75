import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite, partnerSite, phase } from "../support";

/** The lease moves a phase by 91 days and nobody moves the deployment; another comes a day before the builder hands over. */
export function fleet(): Fleet {
  const fleet = atlas();
  const first = { name: "first", phase: "p1", pools: [{ name: "train.h100" }] };
  leasedSite(
    fleet,
    "reno",
    {
      phases: [
        phase("p1", 20, { milestones: { readyForService: { contract: "2027-03-01", forecast: "2027-05-31" } } }),
      ],
    },
    { deployments: [{ ...first, milestones: { commissioned: { forecast: "2027-03-01" } } }] },
  ).addCluster("train", { pools: [leasedServers(10, { name: "h100" })] });
  partnerSite(fleet, "abilene", {
    phases: [phase("p1", 20, { milestones: { acceptance: { contract: "2027-08-01" } } })],
    deployments: [{ ...first, milestones: { commissioned: { contract: "2027-07-31" } } }],
  }).addCluster("train", { pools: [leasedServers(10, { name: "h100" })] });
  return fleet;
}

export const expected = [
  "error   sites.abilene.deployments.first.milestones.commissioned (phase p1): the hardware is commissioned on 2027-07-31, a day before phase p1 can be used on 2027-08-01  [DEPLOY-3]",
  "          → move the deployment to a later day or an earlier phase",
  "error   sites.reno.deployments.first.milestones.commissioned (phase p1): the hardware is commissioned on 2027-03-01, 91 days before phase p1 can be used on 2027-05-31  [DEPLOY-3]",
  "          → move the deployment to a later day or an earlier phase",
];
