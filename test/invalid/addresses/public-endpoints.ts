import type { Fleet } from "siteform";
import { atlas, aws, trainium } from "../support";

/** A public endpoint for addresses that nobody has on the internet, and for one address without its length. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    publicAccessCidrs: ["203.0.113.0/24", "10.0.0.0/8"],
    pools: [trainium(16)],
  });
  aws(fleet, "indiana", { network: { cidrs: ["10.17.0.0/16"] } }).addCluster("train", {
    publicAccessCidrs: ["203.0.113.7"],
    pools: [trainium(16)],
  });
  return fleet;
}

export const expected = [
  'error   sites.indiana.clusters.train.publicAccessCidrs[0]: must be an IPv4 range such as "10.16.0.0/16"; got "203.0.113.7"  [SCHEMA]',
  "error   sites.ohio.clusters.train.publicAccessCidrs[1]: 10.0.0.0/8 lies in 10.0.0.0/8, from which nobody comes over the internet; EKS refuses it  [AWS-EKS-03]",
  "          → name public ranges; what is inside the VPC, or routed to it, uses the private endpoint, which is always there",
];
