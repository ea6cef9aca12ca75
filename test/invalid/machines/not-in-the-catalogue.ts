import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers, untyped } from "../support";

/** Nothing in the catalogue is spelt like it. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab").addCluster("research", { pools: [ownServers(10, { machine: untyped("cerebras-wse-3") })] });
  return fleet;
}
