import type { Fleet } from "siteform";
import { onDemand } from "siteform/aws";
import { atlas, aws, trainium } from "../support";

/** A cluster must stand in some network; in a stack of its own in one of its own. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio").addCluster("train", { pools: [trainium(64)] });
  aws(fleet, "oregon", {
    region: "us-west-2",
    stacks: "perCluster",
    network: { cidrs: ["10.17.0.0/16"] },
  }).addCluster("train", { pools: [trainium(64, { capacity: onDemand({ zoneId: "usw2-az1" }) })] });
  return fleet;
}
