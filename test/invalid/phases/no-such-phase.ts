import { type Fleet, leased, owned } from "siteform";
import { atlas, leasedServers, leasedSite, ownedSite, ownServers, partnerSite, phase } from "../support";

/** Contracts for phases that the site does not have, or has spelt otherwise. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { phases: [phase("phase-1", 20)] }).addCluster("train", {
    pools: [leasedServers(100, { capacity: leased({ phase: "phase1" }) })],
  });
  partnerSite(fleet, "abilene").addCluster("train", {
    pools: [leasedServers(100, { capacity: leased({ phase: "building-west" }) })],
  });
  ownedSite(fleet, "lab").addCluster("research", { pools: [ownServers(10, { capacity: owned({ phase: "p1" }) })] });
  return fleet;
}

export const expected = [
  'error   sites.abilene.clusters.train.pools.h100.capacity.phase: the site has no phase "building-west"; it has p1  [CAP-1]',
  'error   sites.lab.clusters.research.pools.h100.capacity.phase: the site has no phase "p1"; it has no phases  [CAP-1]',
  'error   sites.memphis.clusters.train.pools.h100.capacity.phase: the site has no phase "phase1"; it has phase-1  [CAP-1]',
  '          → did you mean "phase-1"?',
];
