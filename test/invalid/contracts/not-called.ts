import { type Fleet, leased, owned } from "siteform";
import { kubernetes, onDemand } from "siteform/aws";
import { atlas, aws, leasedServers, leasedSite, ownedSite, ownServers, trainium, untyped } from "../support";

/** The function itself in place of what it gives. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis").addCluster("train", { pools: [leasedServers(10, { capacity: untyped(leased) })] });
  ownedSite(fleet, "lab").addCluster("research", { pools: [ownServers(10, { capacity: untyped(owned) })] });
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    scheduler: untyped(kubernetes),
    pools: [trainium(16, { capacity: untyped(onDemand) })],
  });
  return fleet;
}

export const expected = [
  "error   sites.lab.clusters.research.pools.h100.capacity: must be an object with kind; got a function  [SCHEMA]",
  "          → call it, with parentheses",
  'error   sites.memphis.clusters.train.pools.h100.capacity: must be an object whose kind is one of "leased", "owned"; got a function  [SCHEMA]',
  "          → call it, with parentheses",
  'error   sites.ohio.clusters.train.pools.trainium2.capacity: must be an object whose kind is one of "onDemand", "spot", "onDemandReservation", "capacityBlock", "capacityBlockPurchase"; got a function  [SCHEMA]',
  "          → call it, with parentheses",
  "error   sites.ohio.clusters.train.scheduler: must be an object with kind; got a function  [SCHEMA]",
  "          → call it, with parentheses",
];
