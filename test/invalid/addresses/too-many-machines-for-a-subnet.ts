import type { Fleet } from "siteform";
import { onDemand } from "siteform/aws";
import { atlas, aws, trainium } from "../support";

/** A /24 for 64 machines, and a zone to which the network gives none. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/20"], accelerators: { "use2-az1": "10.16.8.0/24" } } }).addCluster(
    "train",
    {
      pools: [
        trainium(64),
        { name: "second", machine: "p5.48xlarge", count: 4, capacity: onDemand({ zoneId: "use2-az9" }) },
      ],
    },
  );
  return fleet;
}

export const expected = [
  "error   sites.ohio.network.accelerators.use2-az1: the machines in use2-az1 need 1,024 addresses (16 each: an interface and 15 pods); 10.16.8.0/24 has 251  [AWS-NET-01]",
  "          → a /21 is enough",
  "error   sites.ohio.network.zoneIds: use2-az9 has accelerators (pool second of train), and the network neither lists it among its zones nor gives it a range  [AWS-ZONE-01]",
  '          → add it to zoneIds, after the others, or name a range for it: accelerators: { "use2-az9": "..." }',
];
