import { usStateBoxes } from "../../constructs/catalog/us-state-boxes";
import { countries } from "../../constructs/model/iso-3166";
import { timeZones } from "../../constructs/model/time-zones";
import { brief, check, fleetOf, ownedSite, type Raw } from "./support";

const path = "sites.abilene.location";
const findings = (location: Raw) => check("LOC-1", fleetOf(ownedSite({ location })));
const found = (location: Raw): string[] => brief(findings(location));

const texas = { country: "US", subdivision: "US-TX" };
const abilene = { latitude: 32.45, longitude: -99.73 };

describe("LOC-1, coordinates", () => {
  test("are both there, or neither", () => {
    expect(found({ ...texas, ...abilene })).toEqual([]);
    expect(found({ ...texas, latitude: 32.45 })).toEqual([`${path}.latitude 32.45/-`]);
    expect(found({ ...texas, longitude: -99.73 })).toEqual([`${path}.longitude -99.73/-`]);
  });

  test("lie in the country", () => {
    // Toronto and Detroit; Basel lies where three countries meet, Weil am Rhein 4 km from it.
    expect(found({ country: "US", latitude: 42.4, longitude: -83.1 })).toEqual([]);
    expect(found({ country: "US", latitude: 43.65, longitude: -79.38 })).toEqual([`${path} 43.65, -79.38/US`]);
    expect(found({ country: "DE", latitude: 47.59, longitude: 7.61 })).toEqual([]);
    expect(found({ country: "DE", latitude: 46.95, longitude: 7.45 })).toEqual([`${path} 46.95, 7.45/DE`]);
    // In the Atlantic.
    expect(found({ country: "US", latitude: 35, longitude: -50 })).toEqual([`${path} 35, -50/US`]);
  });

  // The border of the United States and Canada is the parallel of 49 degrees there.
  test("lie no farther beyond the border than it may be wrong", () => {
    const at = (latitude: number) => found({ country: "US", latitude, longitude: -100 });
    expect(at(49.05)).toEqual([]);
    expect(at(49.051)).toEqual([`${path} 49.051, -100/US`]);
  });

  test("of a territory lie in what it belongs to, and in itself", () => {
    const sanJuan = { latitude: 18.4, longitude: -66.06 };
    expect(found({ country: "US", subdivision: "US-PR", ...sanJuan })).toEqual([]);
    expect(found({ country: "PR", ...sanJuan })).toEqual([]);
    expect(found({ country: "DO", ...sanJuan })).toEqual([`${path} 18.4, -66.06/DO`]);
  });

  // The box of Tennessee begins at 34.98 degrees north; 0.05 are allowed for borders that are not exact.
  test("lie in the box around the state, and no farther out than its borders may be wrong", () => {
    const at = (latitude: number) => found({ country: "US", subdivision: "US-TN", latitude, longitude: -90 });
    expect(at(34.93)).toEqual([]);
    expect(at(34.92)).toEqual([`${path} 34.92, -90/US-TN`]);
    expect(found({ ...texas, latitude: 35.15, longitude: -90.05 })).toEqual([`${path} 35.15, -90.05/US-TX`]);
  });

  test("of Alaska go over the 180th meridian", () => {
    const at = (longitude: number) => found({ country: "US", subdivision: "US-AK", latitude: 52, longitude });
    expect(at(173)).toEqual([]);
    expect(at(-174)).toEqual([]);
    expect(found({ country: "US", subdivision: "US-AK", ...abilene })).toEqual([`${path} 32.45, -99.73/US-AK`]);
  });

  test("are suggested where a sign or the order is wrong", () => {
    const hint = (location: Raw) => findings({ ...texas, ...location })[0]?.hint;
    expect(hint({ latitude: 32.45, longitude: 99.73 })).toBe("did you mean 32.45, -99.73?");
    expect(hint({ latitude: 32.45, longitude: -99.73 })).toBeUndefined();
    expect(findings({ country: "DE", latitude: 11.58, longitude: 48.14 })[0]?.hint).toBe("did you mean 48.14, 11.58?");
  });
});

describe("LOC-1, time zone", () => {
  test("is one of the country", () => {
    expect(found({ ...texas, timeZone: "America/Chicago" })).toEqual([]);
    expect(found({ ...texas, timeZone: "Europe/Berlin" })).toEqual([`${path}.timeZone Europe/Berlin/US`]);
    expect(findings({ country: "AT", timeZone: "Europe/Berlin" })[0]?.hint).toBe("its time zone is Europe/Vienna");
    expect(found({ country: "US", subdivision: "US-PR", timeZone: "America/Puerto_Rico" })).toEqual([]);
    expect(found({ ...texas, timeZone: "America/Puerto_Rico" })).toEqual([`${path}.timeZone America/Puerto_Rico/US`]);
  });

  test("that clocks know and no country has is a warning, one that does not exist an error", () => {
    expect(found({ ...texas, timeZone: "UTC" })).toEqual([`warning ${path}.timeZone UTC/US`]);
    expect(found({ ...texas, timeZone: "US/Central" })).toEqual([`warning ${path}.timeZone US/Central/US`]);
    expect(found({ ...texas, timeZone: "America/Chigaco" })).toEqual([`${path}.timeZone America/Chigaco/US`]);
    expect(findings({ ...texas, timeZone: "America/Chigaco" })[0]?.hint).toBe('did you mean "America/Chicago"?');
  });
});

describe("the data", () => {
  test("has zones that clocks know, of countries that exist, each in one country", () => {
    const zones = Object.values(timeZones).flatMap((text) => text.split(" "));
    expect(new Set(zones).size).toBe(zones.length);
    for (const zone of zones) expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
    expect(Object.keys(timeZones).filter((country) => !Object.hasOwn(countries, country))).toEqual([]);
  });

  // Coordinates of capitals and of corners, as atlases print them.
  test.each([
    ["US-TX", 30.27, -97.74],
    ["US-NY", 42.65, -73.75],
    ["US-IN", 39.77, -86.16],
    ["US-HI", 21.31, -157.86],
    ["US-ME", 44.31, -69.78],
    ["US-FL", 30.44, -84.28],
    ["US-GU", 13.47, 144.75],
  ])("has %s around its capital", (state, latitude, longitude) => {
    const [south = 0, west = 0, north = 0, east = 0] = usStateBoxes[state] ?? [];
    expect(south < latitude && latitude < north && west < longitude && longitude < east).toBe(true);
  });
});
