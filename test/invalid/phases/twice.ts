import type { Fleet } from "siteform";
import { atlas, leasedSite, partnerSite, phase } from "../support";

/** Phases of one name, of which a contract could mean either. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { phases: [phase("p1", 20), phase("p2", 20), phase("p1", 20)] });
  partnerSite(fleet, "abilene", { phases: [phase("p1", 20), phase("p1", 20)] });
  return fleet;
}
