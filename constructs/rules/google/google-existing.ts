import { clustersNeeded, isSpread } from "../../ledger";
import type { Rule } from "../rule";

export const googleExisting: Rule = {
  id: "GCP-NET-01",
  title: "clusters of one that is spread do not stand in one subnetwork that exists",
  severity: "error",
  source: "GKE documentation, VPC-native clusters: a subnetwork has one primary range, and one range of each name",
  *check({ authored, isPartial }) {
    for (const site of authored.sites) {
      if (site.tenure !== "cloud" || site.provider !== "google" || site.retired) continue;
      for (const cluster of site.clusters) {
        const path = `sites.${site.name}.clusters.${cluster.name}`;
        const { existing } = cluster.network;
        if (existing === undefined || !isSpread(cluster) || isPartial(path)) continue;
        const needed = clustersNeeded(cluster);
        if (needed < 2) continue;
        yield {
          path: `${path}.network.existing`,
          observed: needed,
          limit: 1,
          unit: "clusters",
          message: `${cluster.name} becomes ${needed} clusters, whose ranges the subnetwork ${existing.subnetwork} cannot all have`,
          hint: "declare a cluster for each subnetwork, or leave existing out",
        };
      }
    }
  },
};
