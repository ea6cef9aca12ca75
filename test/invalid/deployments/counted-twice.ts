import type { Fleet } from "siteform";
import { atlas, leasedSite, ownedSite, ownServers, phase } from "../support";

/** Two deployments bring more machines than the pool of the cluster has: by their counts, and because each brings all. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(
    fleet,
    "reno",
    { phases: [phase("p1", 20), phase("p2", 20)] },
    {
      deployments: [
        { name: "first", phase: "p1", pools: [{ name: "train.h100", count: 700 }] },
        { name: "second", phase: "p2", pools: [{ name: "train.h100", count: 301 }] },
      ],
    },
  ).addCluster("train", {
    pools: [{ name: "h100", machine: "dgx-h100", count: 1_000, capacity: { kind: "leased" } }],
  });
  ownedSite(fleet, "lab", {
    phases: [phase("p1", 4)],
    deployments: [
      { name: "spring", phase: "p1", pools: [{ name: "research.h100" }] },
      { name: "autumn", phase: "p1", pools: [{ name: "research.h100" }] },
    ],
  }).addCluster("research", { pools: [ownServers(100, { name: "h100" })] });
  return fleet;
}

export const expected = [
  "error   sites.lab.clusters.research.pools.h100.count: the deployments spring, autumn bring 200 machines to a pool of 100  [DEPLOY-5]",
  "          → give each deployment of the pool a count of its own",
  "error   sites.reno.clusters.train.pools.h100.count: the deployments first, second bring 1001 machines to a pool of 1000  [DEPLOY-5]",
  "          → give each deployment of the pool a count of its own",
];
