import type { Fleet } from "siteform";
import { atlas, critical, leasedSite, partnerSite, phase } from "../support";

/** The whole is said apart from its parts, and is another. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { phases: [phase("p1", 20), phase("p2", 30)] }, { power: critical(60) });
  partnerSite(fleet, "abilene", { phases: [phase("p1", 20)], power: critical(19) });
  return fleet;
}
