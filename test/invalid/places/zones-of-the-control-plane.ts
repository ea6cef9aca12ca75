import type { Fleet } from "siteform";
import { atlas, aws } from "../support";

/** One zone, one zone twice, and one that EKS does not take. */
export function fleet(): Fleet {
  const fleet = atlas();
  const at = (name: string, region: string, cidr: string, zoneIds: readonly string[]) =>
    aws(fleet, name, { region, network: { cidrs: [cidr], zoneIds: [...zoneIds] } });
  at("ohio", "us-east-2", "10.16.0.0/16", ["use2-az1"]);
  at("oregon", "us-west-2", "10.17.0.0/16", ["usw2-az1", "usw2-az1"]);
  at("virginia", "us-east-1", "10.18.0.0/16", ["use1-az1", "use1-az3"]);
  return fleet;
}

export const expected = [
  "error   sites.ohio.network.zoneIds: must hold at least two zone ids: EKS needs subnets in two zones  [SCHEMA]",
  "error   sites.oregon.network.zoneIds: EKS needs subnets in at least 2 different zones; usw2-az1, usw2-az1 is 1  [AWS-EKS-01]",
  "error   sites.virginia.network.zoneIds[1]: use1-az3 takes no subnet of an EKS control plane  [AWS-EKS-01]",
  "          → take use1-az2 or use1-az4 or use1-az5 or use1-az6",
];
