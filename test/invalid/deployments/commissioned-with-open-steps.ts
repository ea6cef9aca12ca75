import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite, ownedSite, ownServers, phase } from "../support";

/** Accepted with a test that failed and one that nobody has done; ordered, and still only proposed. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(
    fleet,
    "reno",
    { phases: [phase("p1", 20, { milestones: { acceptance: { actual: "2026-10-01" } } })] },
    {
      deployments: [
        {
          name: "first",
          phase: "p1",
          pools: [{ name: "train.h100" }],
          state: "binding",
          milestones: {
            ordered: { actual: "2026-01-05" },
            delivered: { actual: "2026-09-20" },
            commissioned: { actual: "2026-10-20" },
          },
          commissioning: [
            {
              id: "burn-in",
              title: "Machines run at full load",
              stage: "burnIn",
              layer: "hardware",
              state: "failed",
              day: "2026-10-18",
            },
            { id: "power-cap", title: "Power caps hold", stage: "powerCap", layer: "hardware" },
          ],
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
        milestones: { ordered: { actual: "2026-11-01" } },
      },
    ],
  }).addCluster("research", { pools: [ownServers(100, { name: "h100" })] });
  return fleet;
}

export const expected = [
  "error   sites.lab.deployments.racks.state (phase p1): the hardware was ordered on 2026-11-01, but its state is proposed  [DEPLOY-8]",
  '          → state "binding", or ordered as a forecast',
  "error   sites.reno.deployments.first.commissioning.burn-in.state (phase p1): the hardware was commissioned on 2026-10-20, but its step burn-in has failed on 2026-10-18  [DEPLOY-8]",
  "error   sites.reno.deployments.first.commissioning.power-cap.state (phase p1): the hardware was commissioned on 2026-10-20, but its step power-cap is open  [DEPLOY-8]",
];
