import type { Fleet } from "siteform";
import { atlas, aws, leasedServers, leasedSite, trainium, untyped } from "../support";

/** Pools that do not say why their machines are there, and a cluster without pools. */
export function fleet(): Fleet {
  const fleet = atlas();
  const ohio = aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } });
  ohio.addCluster("train", { pools: [trainium(16, { capacity: untyped(undefined) })] });
  ohio.addCluster("empty", { pools: [] });
  leasedSite(fleet, "memphis").addCluster("train", { pools: [leasedServers(10, { capacity: untyped(null) })] });
  return fleet;
}

export const expected = [
  'error   sites.memphis.clusters.train.pools.h100.capacity: must be an object whose kind is one of "leased", "owned"; got null  [SCHEMA]',
  "error   sites.ohio.clusters.empty.pools: must hold at least one pool  [SCHEMA]",
  'error   sites.ohio.clusters.train.pools.trainium2.capacity: is missing; must be an object whose kind is one of "onDemand", "spot", "onDemandReservation", "capacityBlock", "capacityBlockPurchase"  [SCHEMA]',
];
