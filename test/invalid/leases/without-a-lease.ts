import type { Fleet } from "siteform";
import { atlas, leasedSite, partnerSite, untyped } from "../support";

/** A leased site and a leased title, and no lease. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", {}, { lease: untyped(undefined) });
  partnerSite(fleet, "abilene", { title: untyped({ kind: "leased" }) });
  return fleet;
}

export const expected = [
  "error   sites.abilene.title.lease: is missing; must be an object with landlord and state  [SCHEMA]",
  "error   sites.memphis.lease: is missing; must be an object with landlord, state and phases  [SCHEMA]",
];
