import type { Fleet } from "siteform";
import { atlas, leasedSite, ownedSite, untyped } from "../support";

/** Sites that stand nowhere. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab", { location: untyped(undefined) });
  leasedSite(fleet, "memphis", {}, { location: untyped("Memphis, Tennessee") });
  return fleet;
}

export const expected = [
  "error   sites.lab.location: is missing; must be an object with country  [SCHEMA]",
  'error   sites.memphis.location: must be an object with country; got "Memphis, Tennessee"  [SCHEMA]',
];
