import { h, type Node } from "../markup";
import { signOf } from "../pictures/signs";
import type { SitePair } from "../pictures/site-pictures";
import { dataTable, wide } from "../tables";
import { drawMap } from "./draw-map";
import { type MapPlace, type MapPlaces, type MapSite, mapPlaces, regionsOf } from "./places";

/** The map of all sites: a picture for each part of the world, and a list of them. */
export function mapSection(pairs: readonly SitePair[], hasBase: boolean, id: (prefix: string) => string): Node[] {
  const places = mapPlaces(pairs, hasBase);
  const regions = regionsOf(places.placed);
  return [
    ...(regions.length === 0
      ? [h("p", { class: "note" }, "No map: of no site the documents say enough to place it.")]
      : [
          h(
            "div",
            { class: "maps" },
            regions.map((region, index) =>
              wide(
                `Map ${index + 1} of ${regions.length}`,
                drawMap(region, index === 0 ? { width: 820, height: 460 } : { width: 340, height: 300 }, id),
              ),
            ),
          ),
        ]),
    ...(places.placed.every(({ isExact }) => isExact)
      ? []
      : [
          h(
            "p",
            { class: "hint" },
            "A dashed marker stands in the middle of the shaded state or country: the documents give no coordinates.",
          ),
        ]),
    siteTable(places, hasBase),
    h(
      "p",
      { class: "hint" },
      "Markers that would cover each other stand side by side. Outlines: Natural Earth and US Census Bureau, both public domain.",
    ),
  ];
}

const tenure = ({ site }: MapSite): string => (site.tenure === "cloud" ? `cloud, ${site.provider}` : site.tenure);

function siteTable({ placed, unplaced }: MapPlaces, hasBase: boolean): Node {
  const row = (number: string, each: MapSite, how: string): Node =>
    h(
      "tr",
      {},
      h("td", { class: "number" }, number),
      h("th", { scope: "row" }, each.name),
      h("td", {}, tenure(each)),
      h("td", {}, each.where),
      h("td", {}, how),
      hasBase ? [h("td", {}, ...(each.status === undefined ? [] : [signOf(each.status), ` ${each.status}`]))] : [],
    );
  return dataTable(
    "Sites",
    ["Number", "Site", "Tenure", "Where", "On the map", ...(hasBase ? ["Change"] : [])],
    [
      ...placed.map((each) => row(String(each.number), each, howPlaced(each))),
      ...unplaced.map((each) => row("—", each, `not placed: ${each.why}`)),
    ],
  );
}

const howPlaced = ({ isExact, site }: MapPlace): string =>
  isExact ? "by its coordinates" : `in the middle of ${site.location.subdivision ?? site.location.country}`;
