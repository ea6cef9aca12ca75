import { z } from "zod";
import { subdivisions } from "./iso-3166";
import { type DeepReadonly, Text, textLike } from "./primitives";
import { show } from "./show";

const degrees = (most: number) => {
  const error = (issue: { readonly input?: unknown }) =>
    `must be decimal degrees, -${most} to ${most}; got ${show(issue.input)}`;
  return z.number({ error }).min(-most, { error }).max(most, { error });
};

/** Where a site stands: one place in one jurisdiction. That the codes exist, and that
 * coordinates and time zone are of that place, is the rule LOC-1, which can suggest what is meant. */
export const Location = z.strictObject({
  /** ISO 3166-1 alpha-2 code, e.g. `US`. */
  country: textLike(/^[A-Z]{2}$/, 'an ISO 3166-1 code of two capital letters, such as "US"'),
  /** ISO 3166-2 code, e.g. `US-TN`. */
  subdivision: textLike(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'an ISO 3166-2 code, such as "US-TN"').optional(),
  /** City or municipality, e.g. `Memphis`. */
  locality: Text.optional(),
  /** Decimal degrees north of the equator, south of it negative; with `longitude` or not at all. */
  latitude: degrees(90).optional(),
  /** Decimal degrees east of Greenwich, west of it negative. */
  longitude: degrees(180).optional(),
  /** Time zone of the IANA database, e.g. `America/Chicago`. */
  timeZone: textLike(
    /^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/,
    'an IANA time zone, such as "America/Chicago"',
  ).optional(),
});
export type Location = z.infer<typeof Location>;
/** A location as one writes it. */
export type LocationInput = DeepReadonly<z.input<typeof Location>>;

/** The codes of a country's subdivisions, in order: `US-AK`, `US-AL`, ...; none where the country does not exist. */
export function subdivisionsOf(country: string): string[] {
  const codes = Object.hasOwn(subdivisions, country) ? subdivisions[country] : undefined;
  return codes === undefined ? [] : codes.split(" ").map((code) => `${country}-${code}`);
}

/** `Memphis, US-TN`: the most that is known of a place, in one line. */
export function place(location: Location): string {
  const region = location.subdivision ?? location.country;
  return location.locality === undefined ? region : `${location.locality}, ${region}`;
}
