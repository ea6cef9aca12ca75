import type { Fleet } from "siteform";
import { atlas, leasedSite, ownedSite } from "../support";

/** A subdivision of another country, one that does not exist, one without its country. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "munich", { location: { country: "DE", subdivision: "US-TX" } });
  leasedSite(fleet, "memphis", {}, { location: { country: "US", subdivision: "US-TS" } });
  leasedSite(fleet, "reno", {}, { location: { country: "US", subdivision: "NV" } });
  return fleet;
}
