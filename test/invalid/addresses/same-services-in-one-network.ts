import type { Fleet } from "siteform";
import { atlas, gke, google, tpus } from "../support";

/** Clusters of one site on Google Cloud share a network, and so cannot have the same ranges. */
export function fleet(): Fleet {
  const fleet = atlas();
  const iowa = google(fleet, "iowa");
  iowa.addCluster("train", { network: gke(0), pools: [tpus(1)] });
  iowa.addCluster("serve", { network: { ...gke(1), services: gke(0).services }, pools: [tpus(1)] });
  return fleet;
}

export const expected = [
  "error   sites.iowa.clusters.serve.network.services: 10.36.0.0/20 is the range of sites.iowa.clusters.train.network.services; traffic for these addresses has two destinations  [X-CIDR-01]",
  "          → choose a range that no other site or cluster has",
];
