import type { Fleet } from "siteform";
import { onDemand } from "siteform/aws";
import { atlas, aws, trainium } from "../support";

/** A cluster must stand in some network, also where each has a stack of its own. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio").addCluster("train", { pools: [trainium(64)] });
  aws(fleet, "oregon", {
    region: "us-west-2",
    stacks: "perCluster",
  }).addCluster("train", { pools: [trainium(64, { capacity: onDemand({ zoneId: "usw2-az1" }) })] });
  return fleet;
}

export const expected = [
  "error   sites.ohio.clusters.train.network: the cluster train has no network, and neither has its site  [AWS-STACK-1]",
  '          → give the site a network, for example { cidrs: ["10.16.0.0/16"] }',
  "error   sites.oregon.clusters.train.network: the cluster train has no network, and neither has its site  [AWS-STACK-1]",
  '          → give the site a network, for example { cidrs: ["10.16.0.0/16"] }',
];
