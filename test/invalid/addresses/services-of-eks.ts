import type { Fleet } from "siteform";
import { atlas, aws, trainium } from "../support";

/** EKS takes private ranges for services, of a /12 to a /24. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"], services: "100.64.0.0/16" } }).addCluster("train", {
    pools: [trainium(64)],
  });
  aws(fleet, "oregon", { region: "us-west-2", network: { cidrs: ["10.17.0.0/16"], services: "172.20.0.0/28" } });
  return fleet;
}

export const expected = [
  "error   sites.ohio.network.services: a service range lies in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16; got 100.64.0.0/16  [AWS-EKS-02]",
  "          → EKS itself takes 10.100.0.0/16 or 172.20.0.0/16",
  "error   sites.oregon.network.services: a service range is /12 to /24; got 172.20.0.0/28  [AWS-EKS-02]",
];
