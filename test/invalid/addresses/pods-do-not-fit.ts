import type { Fleet } from "siteform";
import { onDemand } from "siteform/google";
import { atlas, azure, azureH100, gke, google } from "../support";

/** Every node takes a /24 of the pod range: a /20 has sixteen of them. */
export function fleet(): Fleet {
  const fleet = atlas();
  google(fleet, "iowa").addCluster("gpu", {
    network: { ...gke(), pods: "10.128.0.0/20" },
    pools: [{ machine: "a3-highgpu-8g", count: 16, capacity: onDemand({ zone: "us-central1-a" }) }],
  });
  azure(fleet, "virginia").addCluster("serve", {
    network: { nodes: "10.48.0.0/28", pods: "100.64.0.0/20", services: "10.49.0.0/20" },
    pools: [azureH100(64)],
  });
  return fleet;
}
