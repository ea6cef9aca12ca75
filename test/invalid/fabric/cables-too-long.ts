import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

/** The spines stand in the other hall, which multimode fibre does not reach; one rack stands in a hall that nobody built. */
export function fleet(): Fleet {
  const fleet = atlas();
  const site = ownedSite(fleet, "garching", {
    halls: [
      { name: "hall-1", criticalItMW: 2 },
      { name: "hall-2", criticalItMW: 2 },
    ],
    fabrics: [
      {
        name: "compute",
        cluster: "train",
        technology: "infinibandNdr",
        switch: "qm9700",
        linkGbps: 400,
        scalableUnitHosts: 32,
        cabling: { leafSpineMedia: ["multimode"], betweenHallsM: 30 },
        switchRacks: [
          { name: "n1", hall: "hall-1", role: "leaf", xM: 6, yM: 4 },
          { name: "n2", hall: "hall-2", role: "spine", switches: "1-4", xM: 6, yM: 4 },
          { name: "n3", hall: "hall-3", role: "managementLeaf", xM: 6, yM: 4 },
        ],
      },
    ],
  });
  site.addCluster("train", { pools: [ownServers(32)] });
  return fleet;
}

export const expected = [
  "error   sites.garching.fabrics.compute.cabling: links from leaves to spines are up to 54 m long with slack and panels; multimode reaches 50 m  [NET-4]",
  "          → 256 links are in groups that are too long: bring their racks together, or allow a medium that reaches",
  'error   sites.garching.fabrics.compute.switchRacks.n3.hall: the site has no hall "hall-3"  [NET-8]',
  '          → did you mean "hall-1"?',
  "error   sites.garching.fabrics.compute.switchRacks.n3.role: rack n3 holds managementLeaf switches; the fabric has none  [NET-8]",
];
