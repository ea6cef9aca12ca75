import { powerFiguresOf } from "../ledger";
import { countedMeaning, formatMW, type PowerFigure, phasesOf, type SiteSpec, total } from "../model";
import { isWithoutPue } from "./critical-power";
import type { Report, Rule, RuleContext } from "./rule";
import { phasesPath, sites } from "./walk";

export const powerCounted: Rule = {
  id: "PWR-0",
  title:
    "every power figure that decides a site's power says which power it is, or what it is counted as, and utility power what is left of it for machines",
  severity: "warning",
  source: "critical IT power and utility power differ by the PUE; press reports seldom say which they mean",
  *check(context) {
    for (const { site, path: place } of sites(context)) {
      yield* withoutPue(context, site, place);
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

/** Said once for a site, however many phases draw on the grid. */
function* withoutPue(context: RuleContext, site: SiteSpec, path: string): Generator<Report> {
  const figures = powerFiguresOf(site).filter((figure) => isWithoutPue(figure, site));
  if (figures.length === 0 || context.isPartial(`${path}.peakPue`)) return;
  const utility = total(figures.map(({ valueMW, bound, basis }) => ({ value: valueMW, bound, basis })));
  yield {
    path: `${path}.peakPue`,
    observed: utility.value,
    unit: "MW",
    message: `${formatMW(utility.value, utility.bound)} of utility power says nothing of what is left for machines`,
    hint: "give peakPue, the utility power over the IT power at the worst hour of the year",
  };
}

/** A site's own figure, else those of its phases. */
function figuresOf(site: SiteSpec): { figure: PowerFigure; path: string }[] {
  if (site.power !== undefined) return [{ figure: site.power, path: `sites.${site.name}.power` }];
  return phasesOf(site).map((phase) => ({ figure: phase.power, path: `${phasesPath(site)}.${phase.id}.power` }));
}
