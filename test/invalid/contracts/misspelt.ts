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
