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
