// Version 2: version 3 is modules alone, which Node 20.9 cannot require.
import {
  type GeoPermissibleObjects,
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoGraticule10,
  geoPath,
} from "d3-geo";
import { textWidth } from "../../../constructs/emit/drawings/svg";
import { h, type Node } from "../markup";
import { countryOutlines, stateOutlines } from "./outlines";
import type { MapPlace } from "./places";

/** Least width of a map on the ground, as an angle: of a single town one sees the country. */
const LEAST_DEGREES = 9;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A map of places that are near each other, in an equal-area projection about their middle. */
export function drawMap(places: readonly MapPlace[], size: Size, id: (prefix: string) => string): Node {
  const projection = projectionFor(places, size);
  const path = (shape: GeoPermissibleObjects): string => shortened(geoPath(projection)(shape) ?? "");
  const countries = countryOutlines();
  const isAmerican = places.some(({ site }) => site.location.country === "US");
  const [titleId, descId] = [id("t"), id("d")];
  const names = places.map(({ number, name, where }) => `${number} ${name} (${where})`).join(", ");
  return h(
    "svg",
    {
      class: "map",
      role: "img",
      "aria-labelledby": `${titleId} ${descId}`,
      width: size.width,
      height: size.height,
      viewBox: `0 0 ${size.width} ${size.height}`,
    },
    h("title", { id: titleId }, `Map of ${places.length === 1 ? "1 site" : `${places.length} sites`}`),
    h("desc", { id: descId }, names),
    h("rect", { class: "sea", width: size.width, height: size.height }),
    h("path", { class: "graticule", d: path(geoGraticule10()) }),
    h("path", { class: "land", d: [...countries.outlines.values()].map(path).join("") }),
    regions(places).map((outline) => h("path", { class: "region", d: path(outline) })),
    h("path", { class: "border", d: path(countries.between) }),
    isAmerican ? h("path", { class: "border border-state", d: path(stateOutlines().between) }) : h("g"),
    markers(places, projection, size),
  );
}

/** Each area in which some site is, once. */
const regions = (places: readonly MapPlace[]): GeoPermissibleObjects[] => [
  ...new Map(places.flatMap(({ outline }) => (outline === undefined ? [] : [[String(outline.id), outline]]))).values(),
];

function projectionFor(places: readonly MapPlace[], { width, height }: Size): GeoProjection {
  const points = places.map(({ point }): [number, number] => [...point]);
  const [longitude, latitude] = geoCentroid({ type: "MultiPoint", coordinates: points });
  const projection = geoAzimuthalEqualArea().rotate([-longitude, -latitude]).clipAngle(80);
  const areas = regions(places);
  const half = LEAST_DEGREES / 2;
  const around: [number, number][] = [
    [longitude - half, latitude],
    [longitude + half, latitude],
    [longitude, Math.min(89, latitude + half / 2)],
    [longitude, Math.max(-89, latitude - half / 2)],
  ];
  const shown: GeoPermissibleObjects = {
    type: "GeometryCollection",
    geometries: [
      { type: "MultiPoint", coordinates: [...points, ...around] },
      ...areas.flatMap((area) => ("geometry" in area && area.geometry !== null ? [area.geometry] : [])),
    ],
  };
  const margin = 46;
  return projection
    .fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      shown,
    )
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
}

/** Least distance of two points of an outline, in px: what is nearer is not seen. */
const STEP = 1;

/** A path of lines without points that nobody sees, in tenths of px. */
function shortened(path: string): string {
  return path.replace(/M[^MZ]*Z?/g, (ring) => {
    const points = [...ring.matchAll(/[ML](-?[\d.]+(?:e-?\d+)?),(-?[\d.]+(?:e-?\d+)?)/g)].map(
      ([, x, y]): [number, number] => [Number(x), Number(y)],
    );
    const kept: [number, number][] = [];
    for (const [index, point] of points.entries()) {
      const last = kept.at(-1);
      const isFar = last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= STEP;
      if (isFar || (index === points.length - 1 && !ring.endsWith("Z"))) kept.push(point);
    }
    const isClosed = ring.endsWith("Z");
    // An island of less than a few px is not seen either.
    if (kept.length < (isClosed ? 3 : 2)) return "";
    return `M${kept.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join("L")}${isClosed ? "Z" : ""}`;
  });
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const RADIUS = 11;
const FONT = 12.5;

/** Numbered markers, with names where there is room; sites at one point stand side by side. */
function markers(places: readonly MapPlace[], projection: GeoProjection, size: Size): Node[] {
  const spots = spread(
    places.flatMap((place) => {
      const at = projection([...place.point]);
      return at === null ? [] : [{ place, x: at[0], y: at[1] }];
    }),
  );
  const taken: Rect[] = spots.map(({ x, y }) => ({
    x: x - RADIUS,
    y: y - RADIUS,
    width: RADIUS * 2,
    height: RADIUS * 2,
  }));
  return spots.map(({ place, x, y }) => {
    const label = labelSpot(place.name, x, y, size, taken);
    if (label !== undefined) taken.push(label);
    return h(
      "g",
      { class: `place${place.isExact ? "" : " somewhere"}${place.status === undefined ? "" : ` is-${place.status}`}` },
      h(
        "title",
        {},
        `${place.number} ${place.name}: ${place.isExact ? "" : "somewhere in "}${place.where}${place.status === undefined ? "" : `, ${place.status}`}`,
      ),
      h("circle", { class: "pin", cx: x, cy: y, r: RADIUS }),
      h("text", { class: "pin-number", x, y: y + 4.3, "text-anchor": "middle" }, String(place.number)),
      label === undefined
        ? []
        : [h("text", { class: "pin-name", x: label.x, y: label.y + label.height - 5 }, place.name)],
      place.status === undefined
        ? []
        : [h("use", { href: `#sign-${place.status}`, x: x + 4, y: y - RADIUS - 5, width: 14, height: 14 })],
    );
  });
}

interface Spot {
  readonly place: MapPlace;
  readonly x: number;
  readonly y: number;
}

/** Markers that would cover each other, side by side. */
function spread(spots: readonly Spot[]): Spot[] {
  const done: Spot[] = [];
  for (const spot of spots) {
    let { x, y } = spot;
    for (
      let turn = 0;
      done.some((other) => Math.hypot(other.x - x, other.y - y) < RADIUS * 2 + 2) && turn < 60;
      turn++
    ) {
      const angle = (turn % 8) * (Math.PI / 4);
      const reach = (Math.floor(turn / 8) + 1) * (RADIUS * 2 + 3);
      x = spot.x + Math.cos(angle) * reach;
      y = spot.y + Math.sin(angle) * reach;
    }
    done.push({ place: spot.place, x, y });
  }
  return done;
}

/** A place beside a marker where a name covers nothing; none where there is none. */
function labelSpot(name: string, x: number, y: number, size: Size, taken: readonly Rect[]): Rect | undefined {
  const [width, height] = [textWidth(name, FONT) + 8, 18];
  const gap = RADIUS + 4;
  const tries: readonly (readonly [number, number])[] = [
    [x + gap, y - height / 2],
    [x - gap - width, y - height / 2],
    [x - width / 2, y - gap - height],
    [x - width / 2, y + gap],
    [x + gap * 0.7, y - gap - height / 2],
    [x + gap * 0.7, y + gap - height / 2],
    [x - gap * 0.7 - width, y - gap - height / 2],
    [x - gap * 0.7 - width, y + gap - height / 2],
  ];
  return tries
    .map(([left, top]): Rect => ({ x: left, y: top, width, height }))
    .find(
      (spot) =>
        spot.x >= 4 &&
        spot.y >= 4 &&
        spot.x + spot.width <= size.width - 4 &&
        spot.y + spot.height <= size.height - 4 &&
        !taken.some(
          (other) =>
            spot.x < other.x + other.width &&
            other.x < spot.x + spot.width &&
            spot.y < other.y + other.height &&
            other.y < spot.y + spot.height,
        ),
    );
}
