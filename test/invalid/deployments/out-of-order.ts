import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite, ownedSite, ownServers, phase } from "../support";

/** Delivered before it is ordered, as agreed at one site; commissioned before it is installed, as expected at the other. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(
    fleet,
    "reno",
    {},
    {
      deployments: [
        {
          name: "first",
          phase: "p1",
          pools: [{ name: "train.h100" }],
          milestones: { ordered: { contract: "2027-01-10" }, delivered: { contract: "2027-01-09" } },
        },
      ],
    },
  ).addCluster("train", { pools: [leasedServers(10, { name: "h100" })] });
  ownedSite(fleet, "lab", {
    phases: [phase("p1", 4)],
    deployments: [
      {
        name: "racks",
        phase: "p1",
        pools: [{ name: "research.h100" }],
        state: "binding",
        milestones: {
          ordered: { actual: "2026-01-05" },
          installed: { contract: "2026-12-01", forecast: "2026-12-20" },
          commissioned: { contract: "2026-12-15" },
        },
      },
    ],
  }).addCluster("research", { pools: [ownServers(100, { name: "h100" })] });
  return fleet;
}

export const expected = [
  "error   sites.lab.deployments.racks.milestones.commissioned.contract (phase p1): commissioned (contract) is on 2026-12-15, before installed on 2026-12-20, on which it rests  [DEPLOY-1]",
  "error   sites.reno.deployments.first.milestones.delivered.contract (phase p1): delivered (contract) is on 2027-01-09, before ordered on 2027-01-10, on which it rests  [DEPLOY-1]",
];
