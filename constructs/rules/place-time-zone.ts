import { didYouMean, type Location } from "../model";
import { timeZones } from "../model/time-zones";
import type { Report } from "./rule";
import { hinted } from "./walk";

/** Parts of countries that have a country code, and with it time zones, of their own. */
const territories: ReadonlySet<string> = new Set([
  ...["US-AS", "US-GU", "US-MP", "US-PR", "US-UM", "US-VI"],
  ...["CN-HK", "CN-MO", "CN-TW", "FI-01", "NL-AW", "NL-CW", "NL-SX"],
]);

/** What is wrong with the time zone of a place whose country exists. */
export function* timeZone(location: Location, countryName: string, path: string): Generator<Report> {
  const { timeZone: observed } = location;
  if (observed === undefined) return;
  const here = zonesOf(location);
  if (here.includes(observed)) return;
  const owner = Object.keys(timeZones).find((country) => zonesIn(country).includes(observed));
  const at = { path: `${path}.location.timeZone`, observed, limit: location.country };
  if (owner !== undefined) {
    const one = here.length === 1 ? `its time zone is ${here[0]}` : undefined;
    yield {
      ...at,
      message: `the time zone ${observed} is not one of ${countryName} (${location.country})`,
      ...hinted(one),
    };
    return;
  }
  if (exists(observed)) {
    // Names such as UTC and US/Central: clocks know them, and no country is listed with them.
    yield {
      ...at,
      severity: "warning",
      message: `the time zone ${observed} is of no country`,
      hint: "write the zone of a city, such as America/Chicago",
    };
    return;
  }
  yield {
    ...at,
    message: `there is no time zone ${JSON.stringify(observed)}`,
    ...hinted(didYouMean(observed, here)),
  };
}

const zonesIn = (country: string): readonly string[] => timeZones[country]?.split(" ") ?? [];

/** The zones of a place: of its country, and of its territory if it is one. */
function zonesOf({ country, subdivision = "" }: Location): readonly string[] {
  if (!territories.has(subdivision)) return zonesIn(country);
  const territory = subdivision === "FI-01" ? "AX" : (subdivision.split("-")[1] ?? "");
  return [...zonesIn(country), ...zonesIn(territory)];
}

function exists(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
