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
