import type { Fleet } from "siteform";
import { atlas, aws, leasedSite, ownedSite } from "../support";

/** A site that was copied and not renamed; what is wrong elsewhere is still found. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis");
  ownedSite(fleet, "memphis");
  aws(fleet, "ohio", { network: { cidrs: ["10.16.3.0/16"] } });
  return fleet;
}

export const expected = [
  'error   sites.memphis[1]: the name "memphis" stands 2 times (positions 1, 2); each site of the fleet needs a name of its own  [NAME-1]',
  "          → rename all but one",
  "error   sites.ohio.network.cidrs[0]: 10.16.3.0/16 is an address inside a range, not a range: its host bits are not zero  [ADDR-1]",
  '          → did you mean "10.16.0.0/16"?',
];
