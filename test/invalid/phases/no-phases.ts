import type { Fleet } from "siteform";
import { atlas, leasedSite, leaseOf, partnerSite, untyped } from "../support";

/** A lease of nothing, a lease that forgets what it leases, and a partner that delivers nothing. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { phases: [] });
  leasedSite(fleet, "reno", {}, { lease: untyped({ ...leaseOf(), phases: undefined }) });
  partnerSite(fleet, "abilene", { phases: [] });
  return fleet;
}

export const expected = [
  "error   sites.abilene.phases: must hold at least one phase: what the partner delivers, and when  [SCHEMA]",
  "error   sites.memphis.lease.phases: must hold at least one phase: a lease without phases leases nothing  [SCHEMA]",
  "error   sites.reno.lease.phases: is missing; must hold at least one phase: a lease without phases leases nothing  [SCHEMA]",
];
