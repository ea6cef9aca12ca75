import type { FabricInput, Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

const fabric: FabricInput = {
  name: "compute",
  cluster: "train",
  technology: "infinibandNdr",
  switch: "qm9700",
  linkGbps: 400,
  scalableUnitHosts: 32,
};

/** Each host's NICs are joined by two fabrics; a third names a cluster that is another site's, a fourth a pool that nobody has. */
export function fleet(): Fleet {
  const fleet = atlas();
  const site = ownedSite(fleet, "garching", {
    fabrics: [
      fabric,
      { ...fabric, name: "second" },
      { ...fabric, name: "third", cluster: "research" },
      { ...fabric, name: "fourth", cluster: "serve", pools: ["dgx-h10"] },
    ],
  });
  site.addCluster("train", { pools: [ownServers(32)] });
  site.addCluster("serve", { pools: [ownServers(32)] });
  ownedSite(fleet, "munich").addCluster("research", { pools: [ownServers(32)] });
  return fleet;
}

export const expected = [
  'error   sites.garching.fabrics.fourth.pools[0]: cluster serve has no pool "dgx-h10"; it has h100  [NET-8]',
  "error   sites.garching.fabrics.second.cluster: hosts of pool h100 of cluster train are joined by two fabrics, compute and second  [NET-8]",
  "          → name the pools of each",
  'error   sites.garching.fabrics.third.cluster: the site has no cluster "research"; it has train, serve  [NET-8]',
];
