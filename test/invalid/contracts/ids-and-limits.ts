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

export const expected = [
  "error   sites.iowa.clusters.train.pools.tpu-v5p.capacity.maxRunHours: must be 1 to 168 hours; got 336  [SCHEMA]",
  'error   sites.iowa.clusters.train.pools.tpu-v5p.capacity.zone: must be a zone such as "us-central1-c"; got "iowa"  [SCHEMA]',
  'error   sites.ohio.clusters.train.pools.trainium2.capacity.end: must be an instant in UTC, such as "2026-12-01T11:30:00Z"; got "2026-12-15T11:30:00+01:00"  [SCHEMA]',
  'error   sites.ohio.clusters.train.pools.trainium2.capacity.reservationId: must be a capacity reservation id such as "cr-0123456789abcdef0"; got "cb-0123456789abcdef0"  [SCHEMA]',
  'error   sites.ohio.clusters.train.pools.trainium2.capacity.start: must be an instant in UTC, such as "2026-12-01T11:30:00Z"; got "2026-12-01"  [SCHEMA]',
  'error   sites.ohio.clusters.train.pools.trainium2.capacity.zoneId: must be an availability zone id such as "use2-az1" (ids, unlike names, mean the same in every account); got "us-east-2a"  [SCHEMA]',
  "error   sites.virginia.clusters.serve.pools.h100.capacity.groupId: must not be empty  [SCHEMA]",
  'error   sites.virginia.clusters.serve.pools.h100.capacity.zone: must be one of "1", "2", "3"; got "4"  [SCHEMA]',
];
