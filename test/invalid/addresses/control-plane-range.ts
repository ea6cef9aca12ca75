import type { Fleet } from "siteform";
import { atlas, gke, google, tpus } from "../support";

/** GKE wants a /28 for the control plane, and nothing else. */
export function fleet(): Fleet {
  const fleet = atlas();
  google(fleet, "iowa").addCluster("train", { network: { ...gke(), controlPlane: "172.16.0.0/24" }, pools: [tpus(1)] });
  return fleet;
}

export const expected = [
  "error   sites.iowa.clusters.train.network.controlPlane: the range of the control plane is exactly a /28; got 172.16.0.0/24  [GCP-CL-02]",
  '          → did you mean "172.16.0.0/28"?',
];
