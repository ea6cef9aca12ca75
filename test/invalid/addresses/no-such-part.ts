import { cidrSubnet, type Fleet } from "siteform";
import { atlas, aws, azure } from "../support";

/** The seventeenth sixteenth of a range, and a part larger than the whole. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: [cidrSubnet("10.16.0.0/12", 16, 16)] } });
  azure(fleet, "virginia", { network: { cidrs: [cidrSubnet("10.48.0.0/16", 12, 0)] } });
  return fleet;
}

export const expected = [
  'error   sites.ohio.network.cidrs[0]: must be an IPv4 range such as "10.16.0.0/16"; got "no /16 number 16 in 10.16.0.0/12"  [SCHEMA]',
  'error   sites.virginia.network.cidrs[0]: must be an IPv4 range such as "10.16.0.0/16"; got "no /12 number 0 in 10.48.0.0/16"  [SCHEMA]',
];
