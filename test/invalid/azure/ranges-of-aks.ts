import type { Fleet } from "siteform";
import { aks, atlas, azure, azureH100 } from "../support";

/** Services and pods in ranges that AKS has itself, and one range of pods over the whole network: each is one finding. */
export function fleet(): Fleet {
  const fleet = atlas();
  azure(fleet, "boydton", { infiniband: "external" }).addCluster("train", {
    network: { ...aks(), services: "172.30.0.0/20" },
    pools: [azureH100(8)],
  });
  azure(fleet, "quincy", { infiniband: "external", network: { cidrs: ["10.52.0.0/16"] } }).addCluster("serve", {
    network: { ...aks(), nodes: "10.52.0.0/20", pods: "10.52.0.0/14" },
    pools: [azureH100(8)],
  });
  return fleet;
}

export const expected = [
  "error   sites.boydton.clusters.train.network.services: 172.30.0.0/20 overlaps 172.30.0.0/16 that AKS uses itself  [AZ-AKS-08]",
  "          → choose a part of 10.0.0.0/8, of 172.16.0.0/13 or of 192.168.0.0/16",
  "error   sites.quincy.clusters.serve.network.pods: 10.52.0.0/14 overlaps sites.quincy.network.cidrs[0] (10.52.0.0/16); traffic for these addresses has two destinations  [X-CIDR-01]",
  "          → choose a range that no other site or cluster has",
];
