import { findGrid } from "../catalog";
import { addMonths, compareDates, isPlainDate, type SiteSpec } from "../model";
import type { Rule } from "./rule";
import { sites } from "./walk";

export const energyData: Rule = {
  id: "ENERGY-4",
  title: "the carbon intensity of a site's electricity is not old",
  severity: "warning",
  formula: "end of the period in which it was found + policy.carbonDataYears >= the day asked about",
  source: "grids change by some percent a year; agencies publish a year's figure within two; the limit is the policy's",
  *check(context) {
    const { carbonDataYears } = context.fleet.policy;
    if (!isPlainDate(context.asOf)) return;
    for (const { site, path } of sites(context)) {
      for (const { field, date, what } of datedFigures(site)) {
        const old = addMonths(date, Math.round(carbonDataYears * 12));
        if (compareDates(context.asOf, old) <= 0) continue;
        yield {
          path: `${path}.energy.${field}`,
          observed: date,
          limit: addMonths(context.asOf, -Math.round(carbonDataYears * 12)),
          message: `${what} was found in a period that ended on ${date}, more than ${carbonDataYears} years before ${context.asOf}`,
          hint: "state a later figure as carbonGramsPerKWh with its source and date, or raise policy.carbonDataYears",
        };
      }
    }
  },
};

interface Dated {
  readonly field: string;
  readonly date: string;
  readonly what: string;
}

/** Figures of a site that say when they were found; the catalogue's only where the site states none of its own. */
function datedFigures({ energy }: SiteSpec): Dated[] {
  const { carbonGramsPerKWh: own, residualGramsPerKWh: residual, grid: name = "" } = energy ?? {};
  const grid = own === undefined ? findGrid(name) : undefined;
  const dated: readonly (Omit<Dated, "date"> & { readonly date: string | undefined })[] = [
    { field: "carbonGramsPerKWh.date", date: own?.date, what: "the carbon intensity" },
    { field: "residualGramsPerKWh.date", date: residual?.date, what: "the intensity of the residual mix" },
    { field: "grid", date: grid?.date, what: `the catalogue's carbon intensity of ${name}` },
  ];
  return dated.flatMap(({ date, ...rest }) => (date === undefined ? [] : [{ ...rest, date }]));
}
