import type { Fleet } from "siteform";
import { atlas, aws, gke, google, tpus, trainium } from "../support";

/** "us" with "east-train" and "us-east" with "train" are one cluster to the cloud; so are the slices of two pools. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "us", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("east-train", { pools: [trainium(16)] });
  aws(fleet, "us-east", { network: { cidrs: ["10.17.0.0/16"] } }).addCluster("train", { pools: [trainium(16)] });
  google(fleet, "iowa").addCluster("train", {
    network: gke(),
    pools: [tpus(2, { name: "v5p" }), tpus(1, { name: "v5p-001", topology: "2x2x1" })],
  });
  return fleet;
}

export const expected = [
  'error   sites.iowa.clusters.train.pools.v5p-001: the node pool "v5p-001" of GKE would belong to the pools v5p and v5p-001  [NAME-1]',
  "          → rename one of the two pools",
  'error   sites.us-east.clusters.train: the cloud\'s cluster of sites.us-east.clusters.train is named "us-east-train", as is that of sites.us.clusters.east-train; site and cluster names together must be unique  [NAME-1]',
  "          → rename the cluster or the site",
];
