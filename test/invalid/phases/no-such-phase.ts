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
