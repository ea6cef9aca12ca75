import { days, type Fleet } from "siteform";
import { capacityBlock } from "siteform/aws";
import { capacityReservation } from "siteform/azure";
import { flexStart } from "siteform/google";
import { aks, atlas, aws, azure, azureH100, gke, google, tpus, trainium, untyped } from "../support";

/** An offering's id for a reservation's, days for instants, a fourth zone, two weeks of flex-start. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    pools: [
      trainium(16, {
        capacity: capacityBlock({
          zoneId: "us-east-2a",
          reservationId: "cb-0123456789abcdef0",
          start: "2026-12-01",
          end: "2026-12-15T11:30:00+01:00",
        }),
      }),
    ],
  });
  azure(fleet, "virginia").addCluster("serve", {
    network: aks(),
    pools: [azureH100(16, { capacity: capacityReservation({ groupId: "", zone: untyped("4") }) })],
  });
  google(fleet, "iowa").addCluster("train", {
    network: gke(),
    pools: [tpus(1, { capacity: flexStart({ zone: "iowa", maxRun: days(14) }) })],
  });
  return fleet;
}
