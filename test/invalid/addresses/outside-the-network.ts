import type { Fleet } from "siteform";
import { aks, atlas, aws, azure, azureH100, trainium } from "../support";

/** A subnet beside its virtual network, and accelerators in addresses that the VPC does not have or needs for itself. */
export function fleet(): Fleet {
  const fleet = atlas();
  azure(fleet, "virginia").addCluster("serve", {
    network: { ...aks(), nodes: "10.50.0.0/20" },
    pools: [azureH100(16)],
  });
  aws(fleet, "ohio", {
    network: {
      cidrs: ["10.16.0.0/16"],
      accelerators: { "use2-az1": "10.17.0.0/17", "use2-az2": "10.16.0.0/18" },
    },
  }).addCluster("train", { pools: [trainium(64)] });
  return fleet;
}
