import { countedMeaning, formatMW, type PhysicalSiteSpec, total } from "../model";
import { isOpen, OPEN_LIMIT, powerIsPartial } from "./critical-power";
import type { Report, Rule } from "./rule";
import { sites } from "./walk";

const [LEAST_RATIO, MOST_RATIO] = [1.1, 1.6];

export const powerChain: Rule = {
  id: "PWR-7",
  title: "the grid delivers what the halls need, cooling and losses included",
  severity: "error",
  layer: "mechanicalElectrical",
  formula: "peak PUE >= 1; sum of halls x peak PUE <= utility power; 1.1 <= utility / halls <= 1.6 (a warning)",
  source: "ISO/IEC 30134-2, power usage effectiveness; the band of ratios is a convention of this project",
  *check(context) {
    for (const { site, path } of sites(context)) {
      const pue = site.peakPue?.value;
      if (pue !== undefined && pue < 1) {
        const message = `the PUE is utility power over IT power and never below 1; got ${pue}`;
        yield { path: `${path}.peakPue.value`, observed: pue, limit: 1, message, layer: "none" };
      } else if (site.tenure !== "cloud" && !powerIsPartial(context, site) && !context.isPartial(`${path}.halls`)) {
        yield* halls(site, path, pue);
      }
    }
  },
};

function* halls(site: PhysicalSiteSpec, path: string, pue: number | undefined): Generator<Report> {
  const { power } = site;
  if (power === undefined || countedMeaning(power) !== "utility" || site.halls.length === 0) return;
  const critical = sumMW(site.halls.map((hall) => hall.criticalItMW));
  const needed = sumMW([critical * (pue ?? 1)]);
  const place = { path: `${path}.power` };
  const open = isOpen([power]);
  if (needed > power.valueMW) {
    const by = pue === undefined ? "" : ` at a PUE of ${pue}`;
    yield {
      ...place,
      ...(open ? { severity: "warning" as const } : {}),
      observed: needed,
      limit: power.valueMW,
      unit: "MW",
      message: `the halls hold ${formatMW(critical)} of IT and need ${formatMW(needed)}${by}; the utility delivers ${formatMW(power.valueMW, power.bound)}${open ? `; ${OPEN_LIMIT}` : ""}`,
    };
    return;
  }
  const ratio = Number((power.valueMW / critical).toPrecision(12));
  if (ratio >= LEAST_RATIO && ratio <= MOST_RATIO) return;
  yield {
    ...place,
    severity: "warning",
    observed: ratio,
    limit: ratio < LEAST_RATIO ? LEAST_RATIO : MOST_RATIO,
    message: `utility power is ${Number(ratio.toFixed(3))} times the critical power of the halls; ${LEAST_RATIO} to ${MOST_RATIO} is usual`,
    hint: "check which power each figure means",
  };
}

const sumMW = (values: readonly number[]): number =>
  total(values.map((value) => ({ value, basis: "assumed" as const }))).value;
