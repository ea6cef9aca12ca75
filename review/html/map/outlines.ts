import type { Feature, Geometry } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** An outline on the globe. */
export type Outline = Feature<Geometry, { readonly name: string }>;

interface Borders {
  readonly outlines: ReadonlyMap<string, Outline>;
  readonly between: ReturnType<typeof mesh>;
}

type Places = Topology<Record<string, GeometryCollection<{ readonly name: string }>>>;

/**
 * Outlines of countries by their numeric codes of ISO 3166-1. Source: Natural Earth 1:50,000,000 (public domain), in the npm package
 * world-atlas (ISC).
 */
export const countryOutlines = once(() => bordersOf(require("world-atlas/countries-50m.json") as Places, "countries"));

/**
 * Outlines of the states and territories of the United States by their FIPS codes. Source: US Census Bureau, cartographic boundary
 * files 1:10,000,000 (public domain), in the npm package us-atlas (ISC).
 */
export const stateOutlines = once(() => bordersOf(require("us-atlas/states-10m.json") as Places, "states"));

/** What is made when it is first asked for, and kept. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function bordersOf(topology: Places, name: string): Borders {
  const collection = topology.objects[name];
  if (collection === undefined) throw new Error(`the outlines hold no ${name}`);
  return {
    outlines: new Map(feature(topology, collection).features.map((each) => [String(each.id), each])),
    between: mesh(topology, collection, (one, other) => one !== other),
  };
}

/** FIPS codes of states and territories by the last two letters of their ISO 3166-2 codes. Source: US Census Bureau, ANSI/FIPS codes. */
const fips =
  "AL01 AK02 AZ04 AR05 CA06 CO08 CT09 DE10 DC11 FL12 GA13 HI15 ID16 IL17 IN18 IA19 KS20 KY21 LA22 ME23 MD24 MA25 MI26 MN27 MS28 MO29 MT30 NE31 NV32 NH33 NJ34 NM35 NY36 NC37 ND38 OH39 OK40 OR41 PA42 RI44 SC45 SD46 TN47 TX48 UT49 VT50 VA51 WA53 WV54 WI55 WY56 AS60 GU66 MP69 PR72 VI78";

const fipsOf: ReadonlyMap<string, string> = new Map(
  fips.split(" ").map((each) => [`US-${each.slice(0, 2)}`, each.slice(2)]),
);

/** What is asked of the package of countries. */
interface Countries {
  feature(code: string): { readonly properties: { readonly iso1N3?: string; readonly nameEn?: string } } | null;
}

/** The outline of a state where one is known, else of the country; none of a place that has none. */
export function outlineOf(country: string, subdivision: string | undefined): Outline | undefined {
  const state = subdivision === undefined ? undefined : fipsOf.get(subdivision);
  if (state !== undefined) return stateOutlines().outlines.get(state);
  const { feature: find } = require("@rapideditor/country-coder") as Countries;
  const code = find(country)?.properties.iso1N3;
  return code === undefined ? undefined : countryOutlines().outlines.get(code);
}
