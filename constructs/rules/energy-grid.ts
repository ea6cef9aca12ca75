import { findGrid, gridNames } from "../catalog";
import { didYouMean } from "../model";
import type { Rule } from "./rule";
import { sites } from "./walk";

export const energyGrid: Rule = {
  id: "ENERGY-2",
  title: "a site's grid is one of the catalogue, and of the country in which the site stands",
  severity: "error",
  source: "the catalogue: subregions of the US EPA's eGRID, and countries",
  *check(context) {
    for (const { site, path } of sites(context)) {
      const name = site.energy?.grid;
      if (name === undefined || context.isPartial(`${path}.location`)) continue;
      const grid = findGrid(name);
      const { country } = site.location;
      const own = gridNames().filter((each) => findGrid(each)?.country === country);
      const known =
        own.length === 0
          ? `the catalogue has none of ${country}: state carbonGramsPerKWh with its source instead`
          : `the catalogue has ${own.join(", ")} of ${country}; for another grid state carbonGramsPerKWh with its source`;
      if (grid === undefined) {
        yield {
          path: `${path}.energy.grid`,
          observed: name,
          message: `${JSON.stringify(name)} is no grid of the catalogue`,
          hint: didYouMean(name, gridNames()) ?? known,
        };
      } else if (grid.country !== country) {
        yield {
          path: `${path}.energy.grid`,
          observed: grid.country,
          limit: country,
          message: `${name} (${grid.about}) lies in ${grid.country}, and the site stands in ${country}`,
          hint: known,
        };
      }
    }
  },
};
