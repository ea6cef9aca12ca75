import type { Fleet } from "siteform";
import { onDemand } from "siteform/google";
import { atlas, gke, google, untyped } from "../support";

/** TPUs by count, GPUs by topology, and neither. */
export function fleet(): Fleet {
  const fleet = atlas();
  const capacity = onDemand({ zone: "us-central1-a" });
  google(fleet, "iowa").addCluster("tpu", {
    network: gke(0),
    pools: untyped([
      { name: "counted", machine: "ct5p-hightpu-4t", count: 64, capacity },
      { name: "bare", machine: "ct5p-hightpu-4t", capacity },
    ]),
  });
  google(fleet, "council-bluffs").addCluster("gpu", {
    network: gke(1),
    pools: untyped([
      { name: "shaped", machine: "a3-highgpu-8g", topology: "4x4", count: 4, capacity },
      { name: "bare", machine: "a3-megagpu-8g", capacity },
    ]),
  });
  return fleet;
}

export const expected = [
  "error   sites.council-bluffs.clusters.gpu.pools.bare.count: a3-megagpu-8g needs a count of machines  [GCP-TPU-01]",
  'error   sites.council-bluffs.clusters.gpu.pools.shaped.topology: a3-highgpu-8g is counted in machines: only TPUs have topology; got "4x4"  [GCP-TPU-01]',
  "          → give a count of machines instead",
  "error   sites.iowa.clusters.tpu.pools.bare.topology: ct5p-hightpu-4t needs the topology of its slices  [GCP-TPU-01]",
  "          → for example 2x2x1, 2x2x2, 2x2x4, 2x4x4",
  "error   sites.iowa.clusters.tpu.pools.counted.count: ct5p-hightpu-4t comes in slices of a topology, not by count; got a count of 64  [GCP-TPU-01]",
  "          → give a topology, and slices for more than one",
];
