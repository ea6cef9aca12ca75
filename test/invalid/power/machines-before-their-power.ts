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

export const expected = [
  "error   sites.abilene.phases.p2.power (phase p2): from 2028-01-01 the machines draw up to 20.4 MW, more than the usable critical IT power of 20 MW (contract)  [PWR-8]",
  "          → move machines to a later phase, or correct machinePowerKW where these draw less",
  "error   sites.memphis.lease.phases.p1.power (phase p1): from 2027-01-01 the machines draw up to 10.2 MW, more than the usable critical IT power of 5 MW (contract)  [PWR-8]",
  "          → move machines to a later phase, or correct machinePowerKW where these draw less",
];
