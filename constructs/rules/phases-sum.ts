import { type Bound, formatMW, type PowerFigure, phasesOf, speaksOfSame, total } from "../model";
import type { Rule } from "./rule";
import { phasesPath, sites } from "./walk";

const TOLERANCE_MW = 0.1;

export const phasesSum: Rule = {
  id: "LEASE-1",
  title: "the phases of a site add up to its power",
  severity: "error",
  formula: `|sum of the phases - power of the site| <= ${TOLERANCE_MW} MW, where both speak of the same power`,
  source: "data-center leases filed with the SEC (Form 8-K): premises are delivered in phases that make up the whole",
  *check(context) {
    for (const { site, path } of sites(context)) {
      const { power } = site;
      const phases = phasesOf(site);
      if (power === undefined || phases.length === 0) continue;
      if (context.isPartial(`${path}.power`) || context.isPartial(phasesPath(site))) continue;
      const figures = phases.map((phase) => phase.power);
      if (!figures.every((figure) => speaksOfSame(figure, power))) continue;
      const sum = total(figures.map(({ valueMW, bound, basis }) => ({ value: valueMW, bound, basis })));
      const [stated, summed] = [spanOf(power), figures.map(spanOf).reduce(add)];
      const gap = Math.max(summed.least - stated.most, stated.least - summed.most);
      if (!(Number(gap.toPrecision(12)) > TOLERANCE_MW)) continue;
      yield {
        path: `${path}.power`,
        observed: sum.value,
        limit: power.valueMW,
        unit: "MW",
        message: `the phases add up to ${formatMW(sum.value, sum.bound)}; the site is stated with ${formatMW(power.valueMW, power.bound)}`,
        hint: "correct one of them, or leave out the power of the site: its phases then say it",
      };
    }
  },
};

interface Span {
  readonly least: number;
  readonly most: number;
}

/** What a figure may be; "about" may be anything. */
function spanOf({ valueMW, bound }: PowerFigure): Span {
  const spans: Record<Bound, Span> = {
    exact: { least: valueMW, most: valueMW },
    atLeast: { least: valueMW, most: Number.POSITIVE_INFINITY },
    atMost: { least: 0, most: valueMW },
    about: { least: 0, most: Number.POSITIVE_INFINITY },
  };
  return spans[bound];
}

const add = (a: Span, b: Span): Span => ({ least: a.least + b.least, most: a.most + b.most });
