import { didYouMean } from "../model";
import { countries, subdivisions } from "../model/iso-3166";
import { coordinates } from "./place-coordinates";
import { timeZone } from "./place-time-zone";
import type { Rule } from "./rule";
import { allSites, hinted } from "./walk";

/** Codes that people write for the ISO code. */
const commonlyMeant: ReadonlyMap<string, string> = new Map([
  ["UK", "GB"],
  ["EL", "GR"],
]);

export const placeExists: Rule = {
  id: "LOC-1",
  title: "a site's country exists; its subdivision, coordinates and time zone belong to it",
  severity: "error",
  source:
    "ISO 3166-1 and ISO 3166-2, as in the npm package iso-3166 4.4.0; borders of the npm package @rapideditor/country-coder 5.6.1; US Census Bureau, boundary files 1:10,000,000; IANA time zone database 2025b, zone.tab",
  formula:
    "borders of the country, and for the United States the box around the subdivision, hold the coordinates, give or take 0.05 degrees",
  *check(context) {
    for (const { site, path } of allSites(context)) {
      const { country, subdivision } = site.location;
      const name = Object.hasOwn(countries, country) ? countries[country] : undefined;
      if (name === undefined) {
        const meant = commonlyMeant.get(country);
        yield {
          path: `${path}.location.country`,
          observed: country,
          message: `${JSON.stringify(country)} is the code of no country`,
          ...hinted(meant === undefined ? undefined : `did you mean "${meant}"?`),
        };
        continue;
      }
      yield* coordinates(site.location, name, path, context.isPartial(`${path}.location`));
      yield* timeZone(site.location, name, path);
      if (subdivision === undefined) continue;
      const codes = (subdivisions[country] ?? "")
        .split(" ")
        .filter((code) => code !== "")
        .map((code) => `${country}-${code}`);
      if (codes.includes(subdivision)) continue;
      const [owner = "", part = ""] = subdivision.split("-");
      const elsewhere = owner !== country;
      const meant =
        elsewhere && codes.includes(`${country}-${part}`) ? `did you mean "${country}-${part}"?` : undefined;
      yield {
        path: `${path}.location.subdivision`,
        observed: subdivision,
        limit: country,
        message: elsewhere
          ? `${JSON.stringify(subdivision)} does not belong to ${name} (${country})`
          : `${name} has no subdivision ${JSON.stringify(subdivision)}`,
        ...hinted(meant ?? didYouMean(subdivision, codes)),
      };
    }
  },
};
