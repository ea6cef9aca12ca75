import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite, leaseOf, partnerSite, untyped } from "../support";

/** A lease where there is nothing to lease. */
export function fleet(): Fleet {
  const fleet = atlas();
  partnerSite(fleet, "abilene", { title: untyped({ kind: "owned", lease: leaseOf() }) });
  leasedSite(fleet, "memphis").addCluster("train", { pools: [untyped({ ...leasedServers(10), lease: leaseOf() })] });
  return fleet;
}

export const expected = [
  "error   sites.abilene.title.lease: is not a field here; there are kind  [SCHEMA]",
  "error   sites.memphis.clusters.train.pools.h100.lease: is not a field here; there are name, machine, machinePowerKW, count, capacity  [SCHEMA]",
];
