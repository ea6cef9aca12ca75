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
