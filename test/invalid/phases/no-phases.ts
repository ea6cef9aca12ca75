import type { Fleet } from "siteform";
import { atlas, leaseOf, leasedSite, partnerSite, untyped } from "../support";

/** A lease of nothing, a lease that forgets what it leases, and a partner that delivers nothing. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { phases: [] });
  leasedSite(fleet, "reno", {}, { lease: untyped({ ...leaseOf(), phases: undefined }) });
  partnerSite(fleet, "abilene", { phases: [] });
  return fleet;
}
