import type { Fleet } from "siteform";
import { kubernetes, reservation } from "siteform/google";
import { atlas, gke, google, tpus } from "../support";

/** Ironwood came with Kubernetes 1.34. */
export function fleet(): Fleet {
  const fleet = atlas();
  google(fleet, "iowa").addCluster("train", {
    scheduler: kubernetes({ version: "1.33" }),
    network: gke(),
    pools: [
      tpus(2, {
        name: "ironwood",
        machine: "tpu7x-standard-4t",
        topology: "4x4x4",
        capacity: reservation({ zone: "us-central1-c", reservation: "ironwood" }),
      }),
    ],
  });
  return fleet;
}

export const expected = [
  'error   sites.iowa.clusters.train.scheduler.version: TPU7x (pool "ironwood") needs GKE 1.34.0-gke.2201000 or later; got "1.33"  [GCP-TPU-03]',
  '          → write "1.34", or leave the version out for GKE\'s default',
];
