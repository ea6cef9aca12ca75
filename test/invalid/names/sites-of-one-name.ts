import type { Fleet } from "siteform";
import { atlas, aws, leasedSite, ownedSite, ownServers } from "../support";

/** A site that was copied and not renamed; what is wrong in the copy is still found. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis");
  ownedSite(fleet, "memphis").addCluster("research", { pools: [ownServers(400)] });
  aws(fleet, "ohio", { network: { cidrs: ["10.16.3.0/16"] } });
  return fleet;
}

export const expected = [
  "error   sites.memphis.power: the machines draw up to 4.08 MW, more than the usable critical IT power of 4 MW (contract)  [PWR-8]",
  "          → take fewer machines, raise the power of the site, or correct machinePowerKW where these draw less",
  'error   sites.memphis[1]: the name "memphis" stands 2 times (positions 1, 2); each site of the fleet needs a name of its own  [NAME-1]',
  "          → rename all but one",
  "error   sites.ohio.network.cidrs[0]: 10.16.3.0/16 is an address inside a range, not a range: its host bits are not zero  [ADDR-1]",
  '          → did you mean "10.16.0.0/16"?',
];
