import { eachRange, type Fleet } from "siteform";
import { atlas, aws, trainium } from "../support";

/** Thirty clusters in the same ranges, and three of which one further range is the same: a mistake each, and not hundreds. */
export function fleet(): Fleet {
  const fleet = atlas();
  const quotas = { vpcs: 40, elasticIps: 100, natGatewaysPerZone: 40 };
  aws(fleet, "ohio", { quotas }).addCluster("train", {
    network: { cidrs: ["10.16.0.0/16"] },
    pools: [trainium(300, { perCluster: 10 })],
  });
  aws(fleet, "indiana", { quotas }).addCluster("train", {
    network: { cidrs: [eachRange("10.32.0.0/16", 20), "10.48.0.0/16"] },
    pools: [trainium(30, { perCluster: 10 })],
  });
  return fleet;
}

export const expected = [
  "error   sites.indiana.clusters.train-2.network.cidrs[1]: 10.48.0.0/16 is the range of sites.indiana.clusters.train.network.cidrs[1]; traffic for these addresses has two destinations  [X-CIDR-01]",
  "          → choose a range that no other site or cluster has",
  "error   sites.ohio.clusters.train.network: train becomes 30 clusters, and its network gives all of them the same ranges  [SPREAD-1]",
  '          → give it ranges for each: eachRange("10.16.0.0/12", 16)',
];
