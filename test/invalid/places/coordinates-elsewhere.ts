import type { Fleet } from "siteform";
import { atlas, leasedSite, ownedSite } from "../support";

/** Coordinates with the wrong sign, in the wrong order and alone; time zones of another country and of none. */
export function fleet(): Fleet {
  const fleet = atlas();
  const texas = { country: "US", subdivision: "US-TX" } as const;
  ownedSite(fleet, "abilene", { location: { ...texas, latitude: 32.45, longitude: 99.73, timeZone: "Europe/Berlin" } });
  ownedSite(fleet, "munich", { location: { country: "DE", latitude: 11.58, longitude: 48.14 } });
  leasedSite(fleet, "memphis", {}, { location: { country: "US", subdivision: "US-TN", longitude: -90.05 } });
  leasedSite(fleet, "reno", {}, { location: { country: "US", timeZone: "America/Los_Angelos" } });
  return fleet;
}

export const expected = [
  "error   sites.abilene.location: latitude 32.45 and longitude 99.73 do not lie in United States of America (US)  [LOC-1]",
  "          → did you mean 32.45, -99.73?",
  "error   sites.abilene.location.timeZone: the time zone Europe/Berlin is not one of United States of America (US)  [LOC-1]",
  "error   sites.memphis.location.longitude: a place with a longitude needs a latitude too  [LOC-1]",
  "error   sites.munich.location: latitude 11.58 and longitude 48.14 do not lie in Germany (DE)  [LOC-1]",
  "          → did you mean 48.14, 11.58?",
  'error   sites.reno.location.timeZone: there is no time zone "America/Los_Angelos"  [LOC-1]',
  '          → did you mean "America/Los_Angeles"?',
];
