import type { Fleet } from "siteform";
import { aks, atlas, azure, azureH100, untyped } from "../support";

/** A pool for four clusters and one range; one for more machines than AKS takes in a cluster; stacks in other letters. */
export function fleet(): Fleet {
  const fleet = atlas();
  azure(fleet, "boydton", { infiniband: "external", stacks: "perCluster" }).addCluster("train", {
    network: aks(),
    pools: [azureH100(20, { perCluster: 5 })],
  });
  azure(fleet, "quincy", {
    infiniband: "external",
    stacks: untyped("percluster"),
    network: { cidrs: ["10.52.0.0/16"] },
  }).addCluster("train", {
    network: { nodes: "10.52.0.0/18", pods: "10.64.0.0/11", services: "10.96.0.0/20" },
    pools: [azureH100(5_000)],
  });
  return fleet;
}

export const expected = [
  "error   sites.boydton.clusters.train.network: train becomes 4 clusters, and its network gives all of them the same ranges  [SPREAD-1]",
  '          → give it ranges for each: eachRange("10.16.0.0/12", 16)',
  "error   sites.quincy.clusters.train.pools: an AKS cluster has at most 5,000 nodes; with 3 for the system this one has 5,003  [AZ-NODES]",
  "          → split the cluster: give a pool perCluster",
  'error   sites.quincy.stacks: must be one of "single", "perCluster"; got "percluster"  [SCHEMA]',
  '          → did you mean "perCluster"?',
];
