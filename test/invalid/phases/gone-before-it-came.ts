import { type Fleet, leased } from "siteform";
import { atlas, leasedServers, leasedSite, phase } from "../support";

/** Machines that are given back before the phase with their power is ready. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", {
    phases: [phase("p1", 20, { milestones: { readyForService: { contract: "2027-06-01" } } })],
  }).addCluster("train", {
    pools: [leasedServers(100, { capacity: leased({ phase: "p1", until: "2027-05-31" }) })],
  });
  return fleet;
}

export const expected = [
  "error   sites.memphis.clusters.train.pools.h100.capacity.until (phase p1): the machines are there until 2027-05-31, but phase p1 is usable from 2027-06-01 only  [CAP-1]",
];
