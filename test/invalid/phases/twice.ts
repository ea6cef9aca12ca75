import type { Fleet } from "siteform";
import { atlas, leasedSite, partnerSite, phase } from "../support";

/** Phases of one name, of which a contract could mean either. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { phases: [phase("p1", 20), phase("p2", 20), phase("p1", 20)] });
  partnerSite(fleet, "abilene", { phases: [phase("p1", 20), phase("p1", 20)] });
  return fleet;
}

export const expected = [
  'error   sites.abilene.phases.p1[1]: the name "p1" stands 2 times (positions 1, 2); each phase of the site needs a name of its own  [NAME-1]',
  "          → rename all but one",
  'error   sites.memphis.lease.phases.p1[2]: the name "p1" stands 2 times (positions 1, 3); each phase of the site needs a name of its own  [NAME-1]',
  "          → rename all but one",
];
