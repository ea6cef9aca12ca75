import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite, ownedSite, ownServers } from "../support";

/** Pools that name a hall that there is not, one by a slip of the pen. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab", { halls: [{ name: "north", criticalItMW: 2 }] }).addCluster("research", {
    pools: [ownServers(4, { halls: ["nord"] })],
  });
  leasedSite(fleet, "memphis").addCluster("train", { pools: [leasedServers(4, { halls: ["hall-1"] })] });
  return fleet;
}

export const expected = [
  'error   sites.lab.clusters.research.pools.h100.halls[0]: the site has no hall "nord"  [LOC-2]',
  '          → did you mean "north"?',
  'error   sites.memphis.clusters.train.pools.h100.halls[0]: the site has no hall "hall-1"; it has no halls  [LOC-2]',
];
