import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

/** The unit of the next generation of switches, on the switches of this one; and a rail that the machine has no NIC for. */
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
        scalableUnitHosts: 72,
        rails: 9,
      },
    ],
  });
  site.addCluster("train", { pools: [ownServers(72)] });
  return fleet;
}

export const expected = [
  "error   sites.garching.fabrics.compute.rails: a host has 8 NICs for the fabric, not 9  [NET-3]",
  "error   sites.garching.fabrics.compute.scalableUnitHosts: a unit of 72 hosts needs 72 ports of each leaf for them; of 64 ports the uplinks leave 32  [NET-3]",
  "          → take units of 32 hosts",
];
