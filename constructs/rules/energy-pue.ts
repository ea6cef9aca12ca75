import type { Report, Rule } from "./rule";
import { sites } from "./walk";

export const energyPue: Rule = {
  id: "ENERGY-1",
  title: "the PUE of a year is not above that of its worst hour, and the months agree with the year",
  severity: "error",
  formula:
    "averagePue <= peakPue; each of monthlyPue <= peakPue; least of monthlyPue <= averagePue <= most of monthlyPue",
  source: "ISO/IEC 30134-2: the PUE is a ratio of energies over a year; no average is above the greatest of its values",
  *check(context) {
    for (const { site, path } of sites(context)) {
      const { energy, peakPue } = site;
      if (energy === undefined || context.isPartial(`${path}.energy`)) continue;
      const { averagePue, monthlyPue } = energy;
      const average = `${path}.energy.averagePue.value`;
      // A peak below 1 is the rule PWR-7's.
      const peak = peakPue === undefined || peakPue.value < 1 ? undefined : peakPue;
      if (peak !== undefined && averagePue !== undefined && averagePue.value > peak.value) {
        yield above(average, averagePue.value, peak.value, "the average of a year");
      }
      for (const [index, value] of (monthlyPue?.values ?? []).entries()) {
        if (peak !== undefined && value > peak.value) {
          yield above(
            `${path}.energy.monthlyPue.values[${index}]`,
            value,
            peak.value,
            `the average of month ${index + 1}`,
          );
        }
      }
      if (averagePue === undefined || monthlyPue === undefined) continue;
      const [least, most] = [Math.min(...monthlyPue.values), Math.max(...monthlyPue.values)];
      if (averagePue.value >= least && averagePue.value <= most) continue;
      yield {
        path: average,
        observed: averagePue.value,
        limit: averagePue.value < least ? least : most,
        message: `the average of a year is ${averagePue.value}, and that of its months ${least} to ${most}: it lies between them`,
        hint: "months go before the average: leave the average out, or mend it",
      };
    }
  },
};

const above = (path: string, observed: number, limit: number, what: string): Report => ({
  path,
  observed,
  limit,
  message: `the PUE is ${observed} as ${what}, and ${limit} at the worst hour of the year: no average is above the peak`,
  hint: "averagePue is energy over energy in a year, peakPue power over power at the worst hour: see whether they are swapped",
});
