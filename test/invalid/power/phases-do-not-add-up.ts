import type { Fleet } from "siteform";
import { atlas, critical, leasedSite, partnerSite, phase } from "../support";

/** The whole is said apart from its parts, and is another. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { phases: [phase("p1", 20), phase("p2", 30)] }, { power: critical(60) });
  partnerSite(fleet, "abilene", { phases: [phase("p1", 20)], power: critical(19) });
  return fleet;
}

export const expected = [
  "error   sites.abilene.power: the phases add up to 20 MW; the site is stated with 19 MW  [LEASE-1]",
  "          → correct one of them, or leave out the power of the site: its phases then say it",
  "error   sites.memphis.power: the phases add up to 50 MW; the site is stated with 60 MW  [LEASE-1]",
  "          → correct one of them, or leave out the power of the site: its phases then say it",
];
