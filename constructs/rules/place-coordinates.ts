import { usStateBoxes } from "../catalog/us-state-boxes";
import type { Location } from "../model";
import type { Report } from "./rule";
import { hinted } from "./walk";

/** How imprecise the borders are taken to be, in degrees: about 5 km. */
const TOLERANCE = 0.05;

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** What is asked of the package of borders, which takes longitudes first. */
interface Borders {
  featuresContaining(place: readonly number[]): readonly { readonly properties: { readonly iso1A2?: string } }[];
}

/** Loaded when a site has coordinates: 700 kB that most programs do not need. */
const borders = (): Borders => require("@rapideditor/country-coder") as Borders;

/**
 * What is wrong with the coordinates of a place whose country exists.
 *
 * @param isPartial - whether one of them was left out for its form, which is reported
 */
export function* coordinates(
  location: Location,
  countryName: string,
  path: string,
  isPartial: boolean,
): Generator<Report> {
  const { country, subdivision, latitude, longitude } = location;
  if (latitude === undefined && longitude === undefined) return;
  if (latitude === undefined || longitude === undefined) {
    if (isPartial) return;
    const [there, missing] = latitude === undefined ? ["longitude", "latitude"] : ["latitude", "longitude"];
    yield {
      path: `${path}.location.${there}`,
      observed: latitude ?? longitude,
      message: `a place with a ${there} needs a ${missing} too`,
    };
    return;
  }
  const point = { latitude, longitude };
  if (!inCountry(point, country)) {
    yield outside(path, point, `${countryName} (${country})`, country, (other) => inCountry(other, country));
    return;
  }
  if (subdivision === undefined || inBox(point, subdivision)) return;
  yield outside(path, point, `${subdivision}`, subdivision, (other) => inBox(other, subdivision));
}

function outside(path: string, point: Point, where: string, limit: string, isThere: (point: Point) => boolean): Report {
  const at = ({ latitude, longitude }: Point) => `${latitude}, ${longitude}`;
  const meant = slips(point).find(isThere);
  return {
    path: `${path}.location`,
    observed: at(point),
    limit,
    message: `latitude ${point.latitude} and longitude ${point.longitude} do not lie in ${where}`,
    ...hinted(meant === undefined ? undefined : `did you mean ${at(meant)}?`),
  };
}

/** What people write by mistake: a sign left out, and the longitude first. */
const slips = ({ latitude, longitude }: Point): readonly Point[] =>
  [
    { latitude, longitude: -longitude },
    { latitude: -latitude, longitude },
    { latitude: -latitude, longitude: -longitude },
    { latitude: longitude, longitude: latitude },
    { latitude: longitude, longitude: -latitude },
  ].filter((point) => Math.abs(point.latitude) <= 90);

/** Whether a place, or one so near that the borders may be wrong, lies in a country; a territory lies in what it belongs to. */
function inCountry({ latitude, longitude }: Point, country: string): boolean {
  const { featuresContaining } = borders();
  return steps.some(([dx, dy]) =>
    featuresContaining([longitude + dx * TOLERANCE, latitude + dy * TOLERANCE]).some(
      ({ properties }) => properties.iso1A2 === country,
    ),
  );
}

/** The place itself, and four around it at the tolerance. */
const steps: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
];

/** Whether a place lies in the box around a subdivision; in one of which none is known every place does. */
function inBox({ latitude, longitude }: Point, subdivision: string): boolean {
  const box = Object.hasOwn(usStateBoxes, subdivision) ? usStateBoxes[subdivision] : undefined;
  if (box === undefined) return true;
  const [south, west, north, east] = box;
  const afterWest = longitude >= west - TOLERANCE;
  const beforeEast = longitude <= east + TOLERANCE;
  const between = west <= east ? afterWest && beforeEast : afterWest || beforeEast;
  return between && latitude >= south - TOLERANCE && latitude <= north + TOLERANCE;
}
