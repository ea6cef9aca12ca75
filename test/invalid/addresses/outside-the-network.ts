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

export const expected = [
  "error   sites.ohio.network.accelerators.use2-az1: 10.17.0.0/17 lies in none of the VPC's ranges (10.16.0.0/16)  [AWS-VPC-1]",
  "error   sites.ohio.network.accelerators.use2-az2: 10.16.0.0/18 reaches into the lower half of 10.16.0.0/16, where the control plane and the system machines stand  [AWS-VPC-1]",
  "          → take the upper half, 10.16.128.0/17, or a further range",
  "error   sites.virginia.clusters.serve.network.nodes: 10.50.0.0/20 lies in none of the ranges of the site's network (10.48.0.0/16)  [AZ-NET]",
  "          → choose a part of 10.48.0.0/16, or add the range to the site's network",
];
