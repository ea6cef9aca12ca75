import type { Fleet } from "siteform";
import { onDemand } from "siteform/aws";
import { atlas, aws, leasedServers, leasedSite, trainium } from "../support";

/** A machine of a rack that is sold whole; half a machine elsewhere. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "dallas", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    pools: [trainium(10, { machine: "p6e-gb200.36xlarge", capacity: onDemand({ zoneId: "use2-az1" }) })],
  });
  leasedSite(fleet, "memphis").addCluster("train", { pools: [leasedServers(37.5)] });
  return fleet;
}
