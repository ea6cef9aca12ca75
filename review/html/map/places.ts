import { geoArea, geoCentroid, geoDistance } from "d3-geo";
import type { SiteSpec } from "../../../constructs/model";
import { place } from "../../../constructs/model/location";
import type { SitePair } from "../pictures/site-pictures";
import { type Outline, outlineOf } from "./outlines";

/** A site of the list beside the map. */
export interface MapSite {
  readonly name: string;
  readonly site: SiteSpec;
  /** The place in words. */
  readonly where: string;
  readonly status: "added" | "removed" | "moved" | undefined;
}

/** A site on the map. */
export interface MapPlace extends MapSite {
  /** Its number in the list beside the map, from 1. */
  readonly number: number;
  /** Longitude and latitude: of the site, or of the middle of the state or country that its documents name. */
  readonly point: readonly [number, number];
  /** Whether its documents give coordinates. */
  readonly isExact: boolean;
  /** The state or country, where that is all that is known. */
  readonly outline?: Outline;
}

/** The sites of a map, and those of whose place too little is known, with why. */
export interface MapPlaces {
  readonly placed: readonly MapPlace[];
  readonly unplaced: readonly (MapSite & { readonly why: string })[];
}

/** Largest area in which a marker still says something, as a solid angle: some 800,000 km², a little more than Texas or France. */
const LARGE = 0.02;

/** Where sites stand: by their coordinates, else in the middle of the smallest area that their documents name and that has an outline. */
export function mapPlaces(pairs: readonly SitePair[], hasBase: boolean): MapPlaces {
  const placed: MapPlace[] = [];
  const unplaced: (MapSite & { why: string })[] = [];
  for (const { name, before, after } of pairs) {
    const site = after ?? before;
    if (site === undefined) continue;
    const { country, subdivision, latitude, longitude } = site.location;
    const common = { name, site, where: place(site.location), status: hasBase ? statusOf(before, after) : undefined };
    const number = placed.length + 1;
    if (latitude !== undefined && longitude !== undefined) {
      placed.push({ ...common, number, point: [longitude, latitude], isExact: true });
      continue;
    }
    const outline = outlineOf(country, subdivision);
    if (outline === undefined) unplaced.push({ ...common, why: "no outline of it is known" });
    else if (geoArea(outline) > LARGE) unplaced.push({ ...common, why: "too large to say where" });
    else placed.push({ ...common, number, point: geoCentroid(outline), isExact: false, outline });
  }
  return { placed, unplaced };
}

function statusOf(before: SiteSpec | undefined, after: SiteSpec | undefined): MapPlace["status"] {
  if (before === undefined) return "added";
  if (after === undefined) return "removed";
  const [was, is] = [before.location, after.location];
  // Coordinates that are told for the first time say where it is, and not that it went there.
  const isElsewhere =
    was.latitude !== undefined &&
    is.latitude !== undefined &&
    (was.latitude !== is.latitude || was.longitude !== is.longitude);
  return isElsewhere || place(was) !== place(is) || was.country !== is.country ? "moved" : undefined;
}

/** How far apart places may be that share a map, as an angle on the globe: some 3,500 km. */
const NEAR = 0.55;

/** Places that are shown in one map: each is near to another of them. */
export function regionsOf(places: readonly MapPlace[]): MapPlace[][] {
  const regions: MapPlace[][] = [];
  for (const each of places) {
    const near = regions.filter((region) =>
      region.some(({ point }) => geoDistance([...point], [...each.point]) < NEAR),
    );
    const merged = [...near.flat(), each].sort((a, b) => a.number - b.number);
    for (const region of near) regions.splice(regions.indexOf(region), 1);
    regions.push(merged);
  }
  return regions.sort((a, b) => b.length - a.length || (a[0]?.number ?? 0) - (b[0]?.number ?? 0));
}
