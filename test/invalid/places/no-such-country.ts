import type { Fleet } from "siteform";
import { atlas, leasedSite, ownedSite } from "../support";

/** The code that people write for the code, a code of no country, a code of three letters, a name. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "london", { location: { country: "UK" } });
  ownedSite(fleet, "nowhere", { location: { country: "XX" } });
  leasedSite(fleet, "memphis", {}, { location: { country: "USA" } });
  leasedSite(fleet, "munich", {}, { location: { country: "Germany", subdivision: "Bavaria" } });
  return fleet;
}
