import { type Fleet, leased } from "siteform";
import { atlas, leasedServers, leasedSite, partnerSite, phase } from "../support";

/** Enough power in the end, but not on the day when the machines come. */
export function fleet(): Fleet {
  const fleet = atlas();
  const phases = [
    phase("p1", 5, { milestones: { readyForService: { contract: "2027-01-01" } } }),
    phase("p2", 15, { milestones: { readyForService: { contract: "2028-01-01" } } }),
  ];
  leasedSite(fleet, "memphis", { phases }).addCluster("train", { pools: [leasedServers(1_000)] });
  partnerSite(fleet, "abilene", { phases }).addCluster("train", {
    pools: [
      leasedServers(400, { name: "first" }),
      leasedServers(1_600, { name: "second", capacity: leased({ phase: "p2" }) }),
    ],
  });
  return fleet;
}
