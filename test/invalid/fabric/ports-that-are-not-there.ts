import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

/** Ports and splits that the switch does not have, uplinks in half a cage, and a management network without ports above it. */
export function fleet(): Fleet {
  const fleet = atlas();
  const site = ownedSite(fleet, "garching", {
    fabrics: [
      {
        name: "compute",
        cluster: "train",
        technology: "infinibandNdr",
        switch: "qm9700",
        linkGbps: 400,
        scalableUnitHosts: 32,
        portsPerSwitch: 128,
        uplinksPerLeaf: 33,
        management: { switch: "sn2201", otherPorts: 200 },
      },
      {
        name: "serving",
        cluster: "serve",
        technology: "infinibandNdr",
        switch: "qm9700",
        linkGbps: 400,
        linksPerCage: 4,
        scalableUnitHosts: 32,
      },
    ],
  });
  site.addCluster("train", { pools: [ownServers(32)] });
  site.addCluster("serve", { pools: [ownServers(32)] });
  return fleet;
}

export const expected = [
  "error   sites.garching.fabrics.compute.management.switch: 243 managed ports need 6 switches; sn2201 has 4 ports of 100 Gbit/s to join them  [NET-9]",
  "          → name a spineSwitch with more ports",
  "error   sites.garching.fabrics.compute.portsPerSwitch: qm9700 has 32 cages of 2 links at 400 Gbit/s, that is 64 ports; the fabric counts on 128  [NET-1]",
  "error   sites.garching.fabrics.compute.uplinksPerLeaf: 33 uplinks do not fill whole cages of 2 links: one would go up and down at once  [NET-1]",
  "error   sites.garching.fabrics.serving.linksPerCage: a cage of qm9700 is split into 4 links of 400 Gbit/s; it takes 2  [NET-1]",
];
