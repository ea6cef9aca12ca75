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

export const expected = [
  "error   sites.iowa.clusters.train.pools.tpu-v5p.capacity.zone: us-east5-a is no zone of us-central1, the region of the site  [GCP-ZONE-1]",
  "          → machines in us-east5 belong to a site of that region",
  'error   sites.ohio.clusters.train.pools.trainium2.capacity.zoneId: use1-az1 is no zone of us-east-2, whose zone ids begin with "use2-"  [AWS-EKS-01]',
  '          → did you mean "use2-az1"?',
  'error   sites.ohio.network.zoneIds[0]: use1-az1 is no zone of us-east-2, whose zone ids begin with "use2-"  [AWS-EKS-01]',
  '          → did you mean "use2-az1"?',
];
