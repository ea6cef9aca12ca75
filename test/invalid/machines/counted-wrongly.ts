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
