import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

/** Two pools together have more hosts than their fabric was designed for. */
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
        designFor: { hosts: 128 },
      },
    ],
  });
  site.addCluster("train", { pools: [ownServers(100), ownServers(29, { machine: "dgx-h200" })] });
  return fleet;
}

export const expected = [
  "error   sites.garching.fabrics.compute.designFor.hosts: the fabric is designed for 128 hosts; cluster train has 129 for it  [NET-6]",
  "          → a larger end state may move links of a fabric that is already cabled: compare its schedule first",
];
