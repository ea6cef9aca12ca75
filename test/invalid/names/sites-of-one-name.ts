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
