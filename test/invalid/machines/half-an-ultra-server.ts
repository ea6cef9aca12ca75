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

export const expected = [
  'error   sites.dallas.clusters.train.pools.gb200.capacity.kind: p6e-gb200.36xlarge is sold in capacity blocks only; got the contract "onDemand"  [AWS-CB-05]',
  "          → give the reservation id, zone, start and end of a capacity block",
  "error   sites.dallas.clusters.train.pools.gb200.count: p6e-gb200.36xlarge comes in UltraServers of 9 or 18 machines; 10 are no whole number of them  [AWS-CB-05]",
  "          → take 9 or 18",
  "error   sites.memphis.clusters.train.pools.h100.count: must be a whole number of machines; got 37.5  [SCHEMA]",
];
