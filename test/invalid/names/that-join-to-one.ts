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
