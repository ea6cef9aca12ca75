import type { Fleet } from "siteform";
import { onDemandReservation } from "siteform/aws";
import { reservation } from "siteform/google";
import { atlas, aws, gke, google, tpus, trainium } from "../support";

/** Zones that exist, in another region than the site. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"], zoneIds: ["use1-az1", "use2-az2"] } }).addCluster("train", {
    pools: [trainium(16, { capacity: onDemandReservation({ zoneId: "use1-az1" }) })],
  });
  google(fleet, "iowa").addCluster("train", {
    network: gke(),
    pools: [tpus(1, { capacity: reservation({ zone: "us-east5-a", reservation: "v5p" }) })],
  });
  return fleet;
}
