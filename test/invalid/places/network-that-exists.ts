import type { Fleet } from "siteform";
import { existingVpc } from "siteform/aws";
import { atlas, aws, trainium } from "../support";

/** Zones by name instead of by id, one subnet for two zones, and none for the accelerators. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", {
    network: existingVpc({
      vpcId: "vpc-0123456789abcdef0",
      cidrs: ["10.16.0.0/16"],
      systemSubnets: { "us-east-2a": "subnet-0aaaaaaaaaaaaaaa1", "use2-az2": "subnet-0aaaaaaaaaaaaaaa2" },
      acceleratorSubnets: { "use2-az1": "subnet-0bbbbbbbbbbbbbbb1" },
    }),
  }).addCluster("train", { pools: [trainium(16)] });
  aws(fleet, "second", {
    network: existingVpc({
      vpcId: "vpc-0123456789abcdef1",
      cidrs: ["10.17.0.0/16"],
      systemSubnets: { "use2-az1": "subnet-0aaaaaaaaaaaaaaa3", "use2-az2": "subnet-0aaaaaaaaaaaaaaa3" },
      acceleratorSubnets: { "use2-az2": "subnet-0bbbbbbbbbbbbbbb2" },
    }),
  }).addCluster("train", { pools: [trainium(16)] });
  return fleet;
}

export const expected = [
  'error   sites.ohio.network.systemSubnets.us-east-2a: must be an availability zone id such as "use2-az1" (ids, unlike names, mean the same in every account); got "us-east-2a"  [SCHEMA]',
  "error   sites.second.network.acceleratorSubnets: use2-az1 has accelerators (pool trainium2 of train), and the network names no subnet for them there  [AWS-ZONE-01]",
  '          → name it: acceleratorSubnets: { "use2-az1": "subnet-..." }',
  "error   sites.second.network.systemSubnets.use2-az2: subnet-0aaaaaaaaaaaaaaa3 is the subnet of use2-az1 already; a subnet lies in one zone  [AWS-EKS-01]",
  "          → name the subnet of use2-az2",
];
