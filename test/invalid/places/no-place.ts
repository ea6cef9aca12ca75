import type { Fleet } from "siteform";
import { atlas, leasedSite, ownedSite, untyped } from "../support";

/** Sites that stand nowhere. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab", { location: untyped(undefined) });
  leasedSite(fleet, "memphis", {}, { location: untyped("Memphis, Tennessee") });
  return fleet;
}
