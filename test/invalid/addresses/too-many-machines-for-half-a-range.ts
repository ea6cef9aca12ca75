import type { Fleet } from "siteform";
import { onDemand } from "siteform/aws";
import { atlas, aws, trainium } from "../support";

/** An eighth of a /20 for 256 machines, and another for 32. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/20"] } }).addCluster("train", {
    pools: [
      trainium(256),
      { name: "second", machine: "p5.48xlarge", count: 32, capacity: onDemand({ zoneId: "use2-az2" }) },
    ],
  });
  return fleet;
}

export const expected = [
  "error   sites.ohio.network.cidrs[0]: the machines in use2-az1 need 4,096 addresses (16 each: an interface and 15 pods); 10.16.8.0/23 has 507  [AWS-NET-01]",
  '          → give the zone a range of its own: add a /19 to cidrs and name it in accelerators: { "use2-az1": "..." }',
  "error   sites.ohio.network.cidrs[0]: the machines in use2-az2 need 512 addresses (16 each: an interface and 15 pods); 10.16.10.0/23 has 507  [AWS-NET-01]",
  '          → give the zone a range of its own: add a /22 to cidrs and name it in accelerators: { "use2-az2": "..." }',
];
