import type { Fleet } from "siteform";
import { onDemand } from "siteform/aws";
import { atlas, aws, trainium } from "../support";

/** Half a /20 for 256 machines, and a second zone for which there is no range left. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/20"] } }).addCluster("train", {
    pools: [
      trainium(256),
      { name: "second", machine: "p5.48xlarge", count: 4, capacity: onDemand({ zoneId: "use2-az2" }) },
    ],
  });
  return fleet;
}
