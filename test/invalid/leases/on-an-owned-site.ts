import type { Fleet } from "siteform";
import { atlas, aws, leaseOf, ownedSite, partnerSite, untyped } from "../support";

/** A lease where there is nothing to lease. */
export function fleet(): Fleet {
  const fleet = atlas();
  partnerSite(fleet, "abilene", { title: untyped({ kind: "owned", lease: leaseOf() }) });
  ownedSite(fleet, "lab", untyped({ lease: leaseOf() }));
  aws(fleet, "ohio", untyped({ lease: leaseOf() }));
  return fleet;
}
