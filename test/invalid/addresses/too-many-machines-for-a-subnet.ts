import type { Fleet } from "siteform";
import { onDemand } from "siteform/aws";
import { atlas, aws, trainium } from "../support";

/** A /24 for 64 machines, and a second zone for which there is no range left. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/20"], accelerators: { "use2-az1": "10.16.8.0/24" } } }).addCluster(
    "train",
    {
      pools: [
        trainium(64),
        { name: "second", machine: "p5.48xlarge", count: 4, capacity: onDemand({ zoneId: "use2-az2" }) },
      ],
    },
  );
  return fleet;
}

export const expected = [
  "error   sites.ohio.network.accelerators.use2-az1: the machines in use2-az1 need 1,024 addresses (16 each: an interface and 15 pods); 10.16.8.0/24 has 251  [AWS-NET-01]",
  "          → a /21 is enough",
  "error   sites.ohio.network.cidrs: no range is left for the accelerators in use2-az2: each zone after the first takes a further one  [AWS-NET-01]",
  "          → add a /25 to cidrs, or give use2-az2 a range in accelerators",
];
