import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

/** 400 servers of 10.2 kW in a hall of four megawatts. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab").addCluster("research", { pools: [ownServers(400)] });
  return fleet;
}
