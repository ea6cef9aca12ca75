import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

/** Passive copper at 200 Gbit/s a lane, copper where two NICs share a cage, and more patch panels than modules see through. */
export function fleet(): Fleet {
  const fleet = atlas();
  const site = ownedSite(fleet, "garching", {
    fabrics: [
      {
        name: "xdr",
        cluster: "train",
        technology: "infinibandXdr",
        switch: "q3400-ra",
        linkGbps: 800,
        scalableUnitHosts: 72,
        cabling: { hostLeafMedia: ["dac", "singleMode"] },
      },
      {
        name: "ndr",
        cluster: "serve",
        technology: "infinibandNdr",
        switch: "qm9700",
        linkGbps: 400,
        scalableUnitHosts: 32,
        cabling: { hostLeafMedia: ["lacc"], panelsPerLink: 3 },
      },
    ],
  });
  site.addCluster("train", { pools: [ownServers(72, { machine: "dgx-b300" })] });
  site.addCluster("serve", { pools: [ownServers(32)] });
  return fleet;
}

export const expected = [
  "error   sites.garching.fabrics.ndr.cabling.hostLeafMedia: links from hosts to leaves cannot be lacc: a cage of the host holds links to several leaves  [NET-4]",
  "error   sites.garching.fabrics.ndr.cabling.panelsPerLink: 3 patch panels lie in a link; the reach of modules is stated for 2  [NET-4]",
  "error   sites.garching.fabrics.xdr.cabling.hostLeafMedia: links from hosts to leaves cannot be dac: there is none for lanes of 200 Gbit/s  [NET-4]",
  "          → they can be singleMode",
];
