import type { Fleet } from "siteform";
import { onDemand, reservation } from "siteform/google";
import { atlas, gke, google, untyped } from "../support";

/** GPUs in slices, TPUs with a driver, local SSDs nobody knows of, an upgrade that can do nothing. */
export function fleet(): Fleet {
  const fleet = atlas();
  const zone = "us-central1-a";
  google(fleet, "iowa").addCluster("train", {
    network: gke(),
    pools: [
      untyped({ machine: "a3-highgpu-8g", slices: 4, capacity: onDemand({ zone }) }),
      untyped({ machine: "ct5p-hightpu-4t", topology: "2x2x1", gpuDriver: "latest", capacity: onDemand({ zone }) }),
    ],
  });
  google(fleet, "ohio", { region: "us-east5" }).addCluster("train", {
    network: gke(1),
    pools: [
      {
        machine: "a4x-highgpu-4g",
        count: 1,
        localSsd: "block",
        upgrade: { surge: 0, unavailable: 0 },
        capacity: reservation({ zone: "us-east5-a", reservation: "gb200" }),
      },
    ],
  });
  return fleet;
}

export const expected = [
  "error   sites.iowa.clusters.train.pools.h100.slices: a3-highgpu-8g is counted in machines: only TPUs have slices; got 4  [GCP-TPU-01]",
  "          → give a count of machines instead",
  "error   sites.iowa.clusters.train.pools.tpu-v5p.gpuDriver: ct5p-hightpu-4t has no GPUs, and so no driver of theirs  [GCP-POOL-04]",
  "error   sites.ohio.clusters.train.pools.gb200.localSsd: how many local SSDs a4x-highgpu-4g has is not known here  [GCP-POOL-04]",
  "          → leave it out: GKE gives them to the file system of pods",
  "error   sites.ohio.clusters.train.pools.gb200.upgrade: neither adds a node nor takes one away, so that no node could be upgraded  [GCP-POOL-02]",
  "          → where accelerators are reserved: { surge: 0, unavailable: 1 }",
];
