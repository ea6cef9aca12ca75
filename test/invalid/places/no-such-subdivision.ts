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

export const expected = [
  'error   sites.memphis.location.subdivision: United States of America has no subdivision "US-TS"  [LOC-1]',
  '          → did you mean "US-AS"?',
  'error   sites.munich.location.subdivision: "US-TX" does not belong to Germany (DE)  [LOC-1]',
  'error   sites.reno.location.subdivision: must be an ISO 3166-2 code, such as "US-TN"; got "NV"  [SCHEMA]',
  '          → did you mean "US-NV"?',
];
