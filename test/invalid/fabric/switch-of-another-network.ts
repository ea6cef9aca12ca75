import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

/** Hosts of one generation on switches of the next, a misspelt switch, and a speed that no cage has. */
export function fleet(): Fleet {
  const fleet = atlas();
  const site = ownedSite(fleet, "garching", {
    fabrics: [
      {
        name: "compute",
        cluster: "train",
        technology: "infinibandXdr",
        switch: "q3400-ra",
        linkGbps: 800,
        scalableUnitHosts: 72,
        storage: { switch: "sn5600", linkGbps: 1600 },
      },
      {
        name: "serving",
        cluster: "serve",
        technology: "roce",
        switch: "sn5060",
        linkGbps: 400,
        scalableUnitHosts: 32,
      },
    ],
  });
  site.addCluster("train", { pools: [ownServers(72)] });
  site.addCluster("serve", { pools: [ownServers(32)] });
  return fleet;
}

export const expected = [
  'error   sites.garching.fabrics.compute.linkGbps: a NIC of "dgx-h100" has 400 Gbit/s and a link of 800 Gbit/s  [NET-5]',
  "          → both ends of a link run at one speed",
  "error   sites.garching.fabrics.compute.storage.linkGbps: sn5600 has no links of 1600 Gbit/s  [NET-9]",
  "          → its links run at 800, 400, 200, 100 Gbit/s",
  'error   sites.garching.fabrics.compute.technology: lanes of infinibandXdr run at 200 Gbit/s; those of the NICs of "dgx-h100" at 100 Gbit/s  [NET-5]',
  'error   sites.garching.fabrics.serving.switch: "sn5060" is no switch that the catalogue knows  [NET-8]',
  '          → did you mean "sn5600"?',
];
