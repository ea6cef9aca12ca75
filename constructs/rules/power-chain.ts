import { presenceAt, usablePowerSteps } from "../ledger";
import { countedMeaning, formatMW, type PhysicalSiteSpec, total } from "../model";
import { isOpen, OPEN_LIMIT, powerIsPartial } from "./critical-power";
import type { Report, Rule, RuleContext } from "./rule";
import { sites } from "./walk";

export const powerChain: Rule = {
  id: "PWR-7",
  title: "the grid delivers what the halls need, cooling and losses included",
  severity: "error",
  layer: "mechanicalElectrical",
  formula:
    "peak PUE >= 1; sum of halls x peak PUE <= utility power; policy.leastDesignRatio <= utility / halls <= policy.mostDesignRatio (a warning); with utilities stated, at each date: halls open x peak PUE <= firm ramp + permitted onsite generation (a warning before the end of the ramp)",
  source: "ISO/IEC 30134-2, power usage effectiveness; the band of ratios is a convention of this project",
  *check(context) {
    for (const { site, path } of sites(context)) {
      const pue = site.peakPue?.value;
      if (pue !== undefined && pue < 1) {
        const message = `the PUE is utility power over IT power and never below 1; got ${pue}`;
        yield { path: `${path}.peakPue.value`, observed: pue, limit: 1, message, layer: "none" };
      } else if (site.tenure !== "cloud" && !powerIsPartial(context, site) && !context.isPartial(`${path}.halls`)) {
        yield* halls(context, site, path, pue);
        if (!context.isPartial(`${path}.utilities`)) yield* openHalls(site, path, pue);
      }
    }
  },
};

function* halls(
  context: RuleContext,
  site: PhysicalSiteSpec,
  path: string,
  pue: number | undefined,
): Generator<Report> {
  const { leastDesignRatio, mostDesignRatio } = context.fleet.policy;
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
  if (ratio >= leastDesignRatio && ratio <= mostDesignRatio) return;
  yield {
    ...place,
    severity: "warning",
    observed: ratio,
    limit: ratio < leastDesignRatio ? leastDesignRatio : mostDesignRatio,
    message: `utility power is ${Number(ratio.toFixed(3))} times the critical power of the halls; ${leastDesignRatio} to ${mostDesignRatio} is usual`,
    hint: "check which power each figure means",
  };
}

/**
 * What the halls that are open need at each date, against the utilities' ramp. Before the end of the ramp halls may stand ready for
 * power that is still to come: then it is a warning, and PWR-8 asks whether machines draw it.
 */
function* openHalls(site: PhysicalSiteSpec, path: string, pue: number | undefined): Generator<Report> {
  if (site.utilities.length === 0 || site.halls.length === 0) return;
  const steps = usablePowerSteps(site);
  const open = site.utilities.some(({ bound }) => bound === "atLeast");
  let before = "";
  for (const [index, { date, firmMW, onsiteMW }] of steps.entries()) {
    const { has } = presenceAt(site, date);
    const needed = sumMW([
      sumMW(site.halls.flatMap((hall) => (has({ hall: hall.name }) ? hall.criticalItMW : []))) * (pue ?? 1),
    ]);
    const limit = sumMW([firmMW, onsiteMW]);
    const key = needed > limit ? `${needed} ${limit}` : "";
    const isEnd = index === steps.length - 1;
    if (key !== "" && (key !== before || isEnd))
      yield {
        path: `${path}.utilities`,
        ...(open || !isEnd ? { severity: "warning" as const } : {}),
        observed: needed,
        limit,
        unit: "MW",
        message: `${date === undefined ? "" : `from ${date} `}the open halls need ${formatMW(needed)}${pue === undefined ? "" : ` at a PUE of ${pue}`}; utilities and onsite generation deliver ${formatMW(limit)}${open ? `; ${OPEN_LIMIT}` : ""}`,
        hint: "raise the ramp of the utility, or open halls later",
      };
    before = key;
  }
}

const sumMW = (values: readonly number[]): number =>
  total(values.map((value) => ({ value, basis: "assumed" as const }))).value;
