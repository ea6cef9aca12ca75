import { countedMeaning, formatMW, type PowerFigure, phasesOf, type SiteSpec } from "../model";
import type { Rule } from "./rule";
import { phasesPath, sites } from "./walk";

export const powerCounted: Rule = {
  id: "PWR-0",
  title: "every power figure that decides a site's power says which power it is, or what it is counted as",
  severity: "warning",
  source: "critical IT power and utility power differ by the PUE; press reports seldom say which they mean",
  *check(context) {
    for (const { site } of sites(context)) {
      for (const { figure, path } of figuresOf(site)) {
        if (countedMeaning(figure) !== undefined || context.isPartial(path)) continue;
        yield {
          path,
          observed: figure.valueMW,
          unit: "MW",
          message: `${formatMW(figure.valueMW, figure.bound)} is not counted: its source says nothing of which power is meant`,
          hint: 'state the assumption: countedAs: "criticalIT" or "utility"',
        };
      }
    }
  },
};

/** A site's own figure, else those of its phases. */
function figuresOf(site: SiteSpec): { figure: PowerFigure; path: string }[] {
  if (site.power !== undefined) return [{ figure: site.power, path: `sites.${site.name}.power` }];
  return phasesOf(site).map((phase) => ({ figure: phase.power, path: `${phasesPath(site)}.${phase.id}.power` }));
}
