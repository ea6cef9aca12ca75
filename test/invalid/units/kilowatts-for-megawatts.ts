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

export const expected = [
  "error   sites.lab.halls.a.criticalItKW: is not a field here; there are name, criticalItMW, coolingMW, airCoolingMW, liquidCoolingMW, rackKW, rackType, rows, floor, reserved, floorLoadKgPerM2, redundancy, coolingRedundancy, airClass, airSupplyC, waterClass  [SCHEMA]",
  "          → power is written in MW: 4,000 kW are criticalItMW: 4",
  "error   sites.lab.power.valueKW: is not a field here; there are valueMW, bound, meaning, countedAs, basis, source  [SCHEMA]",
  "          → power is written in MW: 4,000 kW are valueMW: 4",
  "error   sites.memphis.clusters.train.pools.h100.machinePowerKW: must be a plain number of kW with basis and source, as assumed(10) gives; got a power figure in MW  [SCHEMA]",
  "error   sites.reno.power: must be a power, as megawatts(20) gives; got a duration of 20 days  [SCHEMA]",
];
