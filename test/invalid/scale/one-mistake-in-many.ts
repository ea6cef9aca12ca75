import { eachRange, type Fleet } from "siteform";
import { atlas, aws, google, trainium } from "../support";

/** Sixteen clusters and two, each with a mistake that somebody made once. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { stacks: "perCluster" }).addCluster("train", {
    network: { cidrs: [eachRange("10.16.0.0/12", 16)] },
    pools: [{ ...trainium(1_550), perCluster: 100, disk: { sizeGiB: 20, iops: 16_000 } }],
  });
  google(fleet, "iowa", { stacks: "perCluster" }).addCluster("train", {
    network: {
      nodes: eachRange("10.48.0.0/16", 20),
      pods: eachRange("10.64.0.0/12", 16),
      services: eachRange("10.49.0.0/16", 20),
      controlPlane: eachRange("10.50.0.0/24", 28),
    },
    pools: [
      {
        machine: "a3-highgpu-8g",
        count: 20,
        perCluster: 10,
        capacity: { kind: "spot", zone: "us-east5-a" },
      },
    ],
  });
  return fleet;
}

export const expected = [
  "error   sites.iowa.clusters.train.pools.h100.capacity.zone: us-east5-a is no zone of us-central1, the region of the site (in each of the 2 clusters of train)  [GCP-ZONE-1]",
  "          → machines in us-east5 belong to a site of that region",
  "error   sites.ohio.clusters.train.pools.trainium2.disk.iops: a gp3 disk of 20 GiB has at most 10,000 IOPS; got 16,000 (in each of the 16 clusters of train)  [AWS-EBS-01]",
];
