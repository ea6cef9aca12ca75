import { eachRange, type Fleet } from "siteform";
import { atlas, aws, google, trainium } from "../support";

/** A seventeenth cluster, for which there is no range; and a range for each cluster of a site that spreads none. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio").addCluster("train", {
    network: { cidrs: [eachRange("10.16.0.0/12", 16)] },
    pools: [{ ...trainium(1_700), perCluster: 100 }],
  });
  google(fleet, "iowa").addCluster("serve", {
    network: {
      nodes: "10.48.0.0/20",
      pods: eachRange("10.64.0.0/10", 14),
      services: "10.49.0.0/20",
      controlPlane: "10.50.0.0/28",
    },
    pools: [{ machine: "a3-highgpu-8g", count: 4, capacity: { kind: "onDemand", zone: "us-central1-a" } }],
  });
  return fleet;
}

export const expected = [
  'error   sites.iowa.clusters.serve.network: "each /14 of 10.64.0.0/10" gives a range to each cluster of one that is spread, and no cluster is spread here  [SPREAD-1]',
  "          → give a pool of the cluster perCluster, or write the range itself",
  'error   sites.ohio.clusters.train.network: train becomes 17 clusters (trainium2: 1,700 at 100 a cluster); "each /16 of 10.16.0.0/12" has room for 16  [SPREAD-1]',
  "          → begin from a wider range that the narrower one begins, so that no cluster's range moves, or raise perCluster before the first deploy",
];
