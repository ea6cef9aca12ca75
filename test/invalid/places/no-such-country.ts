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

export const expected = [
  'error   sites.london.location.country: "UK" is the code of no country  [LOC-1]',
  '          → did you mean "GB"?',
  'error   sites.memphis.location.country: must be an ISO 3166-1 code of two capital letters, such as "US"; got "USA"  [SCHEMA]',
  'error   sites.munich.location.country: must be an ISO 3166-1 code of two capital letters, such as "US"; got "Germany"  [SCHEMA]',
  'error   sites.munich.location.subdivision: must be an ISO 3166-2 code, such as "US-TN"; got "Bavaria"  [SCHEMA]',
  'error   sites.nowhere.location.country: "XX" is the code of no country  [LOC-1]',
];
