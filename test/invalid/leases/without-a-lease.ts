import type { Fleet } from "siteform";
import { atlas, leasedSite, partnerSite, untyped } from "../support";

/** A leased site and a leased title, and no lease. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", {}, { lease: untyped(undefined) });
  partnerSite(fleet, "abilene", { title: untyped({ kind: "leased" }) });
  return fleet;
}
