import type { Fleet } from "siteform";
import { spot } from "siteform/aws";
import { atlas, aws, trainium } from "../support";

/** A range for one zone on that of another, and a range for a zone by its name. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", {
    network: { cidrs: ["10.16.0.0/16"], accelerators: { "use2-az1": "10.16.128.0/17" } },
  }).addCluster("train", {
    pools: [
      trainium(16, { name: "first", capacity: spot({ zoneId: "use2-az1" }) }),
      trainium(16, { name: "second", capacity: spot({ zoneId: "use2-az2" }) }),
    ],
  });
  aws(fleet, "indiana", {
    network: { cidrs: ["10.17.0.0/16"], accelerators: { "us-east-2a": "10.17.128.0/18" } },
  }).addCluster("train", { pools: [trainium(16)] });
  return fleet;
}

export const expected = [
  'error   sites.indiana.network.accelerators.us-east-2a: must be an availability zone id such as "use2-az1" (ids, unlike names, mean the same in every account); got "us-east-2a"  [SCHEMA]',
  "error   sites.ohio.network.accelerators.use2-az1: 10.16.128.0/17, the accelerator subnet of use2-az1, overlaps 10.16.160.0/19, that of use2-az2  [AWS-VPC-1]",
  "          → name a range for use2-az2 as well, or take one that leaves it out",
];
