import { type Fleet, leased, owned } from "siteform";
import { capacityBlock } from "siteform/aws";
import { reservation } from "siteform/google";
import { atlas, aws, leasedServers, leasedSite, ownedSite, ownServers, trainium, untyped } from "../support";

/** A capacity block in a leased hall, a lease in one's own, one's own machines in a cloud, one cloud's contract in another. */
export function fleet(): Fleet {
  const fleet = atlas();
  const block = capacityBlock({
    zoneId: "use2-az1",
    reservationId: "cr-0123456789abcdef0",
    start: "2026-12-01T11:30:00Z",
    end: "2026-12-15T11:30:00Z",
  });
  leasedSite(fleet, "memphis").addCluster("train", { pools: [leasedServers(10, { capacity: untyped(block) })] });
  ownedSite(fleet, "lab").addCluster("research", { pools: [ownServers(10, { capacity: untyped(leased()) })] });
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    pools: [
      trainium(16, { name: "own", capacity: untyped(owned()) }),
      trainium(16, { name: "reserved", capacity: untyped(reservation({ zone: "us-central1-a", reservation: "v5p" })) }),
    ],
  });
  return fleet;
}

export const expected = [
  'error   sites.lab.clusters.research.pools.h100.capacity.kind: must be "owned"; got "leased"  [SCHEMA]',
  'error   sites.memphis.clusters.train.pools.h100.capacity.kind: must be one of "leased", "owned"; got "capacityBlock"  [SCHEMA]',
  'error   sites.ohio.clusters.train.pools.own.capacity.kind: must be one of "onDemand", "spot", "onDemandReservation", "capacityBlock", "capacityBlockPurchase"; got "owned"  [SCHEMA]',
  'error   sites.ohio.clusters.train.pools.reserved.capacity.kind: must be one of "onDemand", "spot", "onDemandReservation", "capacityBlock", "capacityBlockPurchase"; got "reservation"  [SCHEMA]',
];
