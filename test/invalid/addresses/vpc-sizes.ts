import type { Fleet } from "siteform";
import { atlas, aws, trainium } from "../support";

/** A VPC as large as the company, one too small to be cut, and a further range smaller than a subnet. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.0.0.0/8"] } }).addCluster("train", { pools: [trainium(64)] });
  aws(fleet, "oregon", { region: "us-west-2", network: { cidrs: ["172.16.0.0/26", "172.16.1.0/29"] } });
  return fleet;
}

export const expected = [
  "error   sites.ohio.network.cidrs[0]: the first range of a VPC is /16 to /24; got 10.0.0.0/8  [AWS-VPC-1]",
  "error   sites.oregon.network.cidrs[0]: the first range of a VPC is /16 to /24; it is cut into 16 subnets of at least /28; got 172.16.0.0/26  [AWS-VPC-1]",
  "error   sites.oregon.network.cidrs[1]: a range of a VPC is /16 to /28; got 172.16.1.0/29  [AWS-VPC-1]",
];
