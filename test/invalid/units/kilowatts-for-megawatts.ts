import { assumed, contracted, days, type Fleet, megawatts } from "siteform";
import { atlas, leasedServers, leasedSite, ownedSite, untyped } from "../support";

/** Fields of another unit, power where a number of kilowatts is wanted, and days for power. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab", {
    power: untyped({ valueKW: 4_000, meaning: "criticalIT", basis: "contract", source: "the contract" }),
    halls: untyped([{ name: "a", criticalItKW: 4_000 }]),
  });
  leasedSite(fleet, "memphis").addCluster("train", {
    pools: [leasedServers(10, { machinePowerKW: untyped(assumed(megawatts(0.01), { meaning: "criticalIT" })) })],
  });
  leasedSite(fleet, "reno", {}, { power: untyped(contracted(untyped<number>(days(20)), { source: "the contract" })) });
  return fleet;
}
