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

export const expected = [
  "error   sites.iowa.clusters.gpu.network.pods: the pods of 20 nodes (4 of them for the system and its upgrade) need 5,120 addresses, by default 32 a TPU host and 256 a node else; 10.128.0.0/20 has 4,096  [GCP-CL-03]",
  "          → a /19 is enough",
  "error   sites.virginia.clusters.serve.network.nodes: 64 nodes, 7 while they are upgraded and 4 for the system, one for the API server and 5 that Azure keeps need 81 addresses; 10.48.0.0/28 has 16  [AZ-AKS-05]",
  "          → a /25 is enough",
  "error   sites.virginia.clusters.serve.network.pods: the overlay gives each node a /24: 64 nodes, 7 while they are upgraded and 4 for the system need 75; 100.64.0.0/20 has 16  [AZ-AKS-05]",
  "          → a /17 is enough; the range cannot be changed later",
];
