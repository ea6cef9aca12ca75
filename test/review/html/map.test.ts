import { geoCentroid } from "d3-geo";
import { usStateBoxes } from "../../../constructs/catalog/us-state-boxes";
import { outlineOf } from "../../../review/html/map/outlines";
import { mapPlaces, regionsOf } from "../../../review/html/map/places";
import { mapSection } from "../../../review/html/map/section";
import { write } from "../../../review/html/markup";
import { sitePairs } from "../../../review/html/pictures/site-pictures";
import { judged } from "../../../review/spec/judged";
import { changed, goldenFleet } from "../fleets";
import { labFleet } from "./fleets";

const on = "2026-11-28";
const asIs = (text: string) => text;

// The boxes were made of the same outlines by other code, and stand by the codes of ISO 3166-2. Hawaii and Alaska reach far.
test.each(Object.entries(usStateBoxes).filter(([code]) => code !== "US-AK"))(
  "the outline of %s is its own",
  (code, [south, west, north, east]) => {
    const outline = outlineOf("US", code);
    const [longitude = Number.NaN, latitude = Number.NaN] = outline === undefined ? [] : geoCentroid(outline);
    expect([latitude >= south && latitude <= north, longitude >= west && longitude <= east]).toEqual([true, true]);
  },
);

test("a country has an outline, a state that nobody has outlined that of its country", () => {
  expect(outlineOf("DE", "DE-BY")?.properties.name).toBe("Germany");
  expect(outlineOf("DE", undefined)).toBe(outlineOf("DE", "DE-BY"));
});

describe("where sites stand", () => {
  const fleet = judged(goldenFleet("data-centers"), on).document;

  test("is known by coordinates, else by the smallest area that is not too large", () => {
    const { placed, unplaced } = mapPlaces(sitePairs(undefined, fleet), false);
    expect(placed.map(({ name, isExact, outline }) => [name, isExact, outline?.properties.name])).toEqual([
      ["lab", false, "Germany"],
      ["memphis", false, "Tennessee"],
      ["abilene", false, "Texas"],
      ["old-lab", false, "Germany"],
    ]);
    expect(unplaced).toEqual([]);
    const lab = mapPlaces(sitePairs(undefined, judged(labFleet(), on).document), false).placed;
    expect(lab.map(({ isExact, point }) => [isExact, point])).toEqual([[true, [11.65, 48.25]]]);
  });

  test("is not told of a site of which only a large country is known", () => {
    const vague = changed(goldenFleet("data-centers"), (text) =>
      text.replace('"subdivision":"US-TN","locality":"Memphis"', '"locality":"Memphis"'),
    );
    const { unplaced } = mapPlaces(sitePairs(undefined, judged(vague, on).document), false);
    expect(unplaced.map(({ name, why }) => [name, why])).toEqual([["memphis", "too large to say where"]]);
  });

  test("is one map for what is near, and another across an ocean", () => {
    const regions = regionsOf(mapPlaces(sitePairs(undefined, fleet), false).placed);
    expect(regions.map((region) => region.map(({ name }) => name))).toEqual([
      ["lab", "old-lab"],
      ["memphis", "abilene"],
    ]);
  });

  test("is marked where a site came, went or stands elsewhere; coordinates told for the first time move nothing", () => {
    const other = changed(labFleet(), (text) => text.replace('"latitude":48.25', '"latitude":48.1'));
    const vague = changed(labFleet(), (text) =>
      text.replace('"latitude":48.25,"longitude":11.65', '"locality":"Garching"'),
    );
    const statusOf = (...sides: Parameters<typeof sitePairs>) =>
      mapPlaces(sitePairs(...sides), true).placed.map(({ status }) => status);
    const [lab, moved, before] = [labFleet(), other, vague].map((each) => judged(each, on).document);
    expect(statusOf(lab, moved)).toEqual(["moved"]);
    expect(statusOf(before, lab)).toEqual([undefined]);
    expect(statusOf(lab, lab)).toEqual([undefined]);
    expect(mapPlaces(sitePairs(lab, undefined), true).placed[0]?.status).toBe("removed");
    expect(mapPlaces(sitePairs(undefined, lab), true).placed[0]?.status).toBe("added");
  });
});

test("the map names every site in words, and asks no network", () => {
  const pairs = sitePairs(undefined, judged(goldenFleet("data-centers"), on).document);
  let last = 0;
  const html = mapSection(pairs, false, (prefix) => `${prefix}${++last}`)
    .map((each) => write(each, asIs))
    .join("");
  for (const name of ["lab", "memphis", "abilene", "old-lab"]) expect(html).toContain(`<th scope="row">${name}</th>`);
  expect(html).not.toMatch(/https?:|<image|<img/);
  // Two maps in few bytes: outlines without what nobody sees.
  expect(html.length).toBeLessThan(150_000);
});
