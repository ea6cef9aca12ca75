import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite } from "../support";

/** A supplier counted the spines of three units by ports alone; and leaves with fewer uplinks than were agreed. */
export function fleet(): Fleet {
  const fleet = atlas();
  const site = leasedSite(
    fleet,
    "memphis",
    {},
    {
      fabrics: [
        {
          name: "compute",
          cluster: "train",
          technology: "infinibandNdr",
          switch: "qm9700",
          linkGbps: 400,
          scalableUnitHosts: 32,
          stated: { leaves: 24, spines: 12 },
        },
        {
          name: "serving",
          cluster: "serve",
          technology: "infinibandNdr",
          switch: "qm9700",
          linkGbps: 400,
          scalableUnitHosts: 32,
          uplinksPerLeaf: 16,
        },
      ],
    },
  );
  site.addCluster("train", { pools: [leasedServers(96)] });
  site.addCluster("serve", { pools: [leasedServers(32)] });
  return fleet;
}

export const expected = [
  "error   sites.memphis.fabrics.compute.stated.spines: 12 spines are stated; 96 hosts with 8 rails in units of 32 take 16  [NET-2]",
  "error   sites.memphis.fabrics.serving.uplinksPerLeaf: a leaf has 32 hosts on 16 uplinks, more than 1 for each  [NET-2]",
  "          → 32 uplinks keep to it, or say the oversubscription that is meant",
];
