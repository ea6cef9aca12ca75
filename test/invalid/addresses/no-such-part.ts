import { cidrSubnet, type Fleet } from "siteform";
import { atlas, aws, azure } from "../support";

/** The seventeenth sixteenth of a range, and a part larger than the whole. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: [cidrSubnet("10.16.0.0/12", 16, 16)] } });
  azure(fleet, "virginia", { network: { cidrs: [cidrSubnet("10.48.0.0/16", 12, 0)] } });
  return fleet;
}
