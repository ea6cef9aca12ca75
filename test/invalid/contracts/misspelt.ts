import type { Fleet } from "siteform";
import { aks, atlas, aws, azure, azureH100, leasedServers, leasedSite, trainium, untyped } from "../support";

/** Kinds and fields with a typing mistake. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    pools: [
      trainium(16, { name: "kind", capacity: untyped({ kind: "on-demand" }) }),
      trainium(16, { name: "field", capacity: untyped({ kind: "onDemandReservation", zone: "use2-az1" }) }),
    ],
  });
  azure(fleet, "virginia").addCluster("serve", {
    network: aks(),
    pools: [azureH100(16, { capacity: untyped({ kind: "capacityreservation", groupID: "h100" }) })],
  });
  leasedSite(fleet, "memphis").addCluster("train", {
    pools: [leasedServers(10, { capacity: untyped({ kind: "lease" }) })],
  });
  return fleet;
}

export const expected = [
  'error   sites.memphis.clusters.train.pools.h100.capacity.kind: must be one of "leased", "owned"; got "lease"  [SCHEMA]',
  '          → did you mean "leased"?',
  "error   sites.ohio.clusters.train.pools.field.capacity.zone: is not a field here; there are kind, zoneId, reservationId, reservationGroupArn, placementGroupName, create  [SCHEMA]",
  '          → did you mean "zoneId"?',
  'error   sites.ohio.clusters.train.pools.kind.capacity.kind: must be one of "onDemand", "spot", "onDemandReservation", "capacityBlock", "capacityBlockPurchase"; got "on-demand"  [SCHEMA]',
  '          → did you mean "onDemand"?',
  'error   sites.virginia.clusters.serve.pools.h100.capacity.kind: must be one of "onDemand", "spot", "capacityReservation"; got "capacityreservation"  [SCHEMA]',
  '          → did you mean "capacityReservation"?',
];
