import type { Fleet } from "siteform";
import { aks, atlas, aws, azure, azureH100, gke, google, tpus, trainium } from "../support";

/** Three teams, one plan of 10.0.0.0/8 each. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16", "10.17.0.0/16"] } }).addCluster("train", {
    pools: [trainium(64)],
  });
  azure(fleet, "virginia", { network: { cidrs: ["10.17.0.0/16"] } }).addCluster("serve", {
    network: { ...aks(), nodes: "10.17.0.0/20" },
    pools: [azureH100(16)],
  });
  google(fleet, "iowa").addCluster("train", { network: { ...gke(), pods: "10.16.0.0/14" }, pools: [tpus(1)] });
  return fleet;
}

export const expected = [
  "error   sites.iowa.clusters.train.network.pods: 10.16.0.0/14 overlaps sites.ohio.network.cidrs[0] (10.16.0.0/16); traffic for these addresses has two destinations  [X-CIDR-01]",
  "          → choose a range that no other site or cluster has",
  "error   sites.iowa.clusters.train.network.pods: 10.16.0.0/14 overlaps sites.ohio.network.cidrs[1] (10.17.0.0/16); traffic for these addresses has two destinations  [X-CIDR-01]",
  "          → choose a range that no other site or cluster has",
  "error   sites.iowa.clusters.train.network.pods: 10.16.0.0/14 overlaps sites.virginia.network.cidrs[0] (10.17.0.0/16); traffic for these addresses has two destinations  [X-CIDR-01]",
  "          → choose a range that no other site or cluster has",
  "error   sites.virginia.network.cidrs[0]: 10.17.0.0/16 is the range of sites.ohio.network.cidrs[1]; traffic for these addresses has two destinations  [X-CIDR-01]",
  "          → choose a range that no other site or cluster has",
];
