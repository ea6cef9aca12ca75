import type { FleetSpec, SiteSpec } from "../../model";
import { grouped } from "../../model/grouped";
import { hoursOf, meet } from "../capacity";
import type { Month } from "../months";
import { type CarbonStretch, carbonStretches } from "./carbon";
import { type Estimate, estimate, times } from "./estimate";
import { type EnergyLine, type EnergyOptions, energyLines, type MonthSpan, monthSpans, windowOf } from "./lines";

/** What a line comes to in a month, or in the part of it in which contracts for energy stay. */
export interface EnergyPart {
  readonly line: EnergyLine;
  readonly month: Month;
  readonly acceleratorHours: Estimate;
  readonly fullMWh?: Estimate | undefined;
  readonly itMWh?: Estimate | undefined;
  readonly facilityMWh?: Estimate | undefined;
  readonly waterM3?: Estimate | undefined;
  readonly locationTonnes?: Estimate | undefined;
  readonly marketTonnes?: Estimate | undefined;
}

/** Energy, water and greenhouse gases of a fleet in the smallest parts: line by line, month by month. */
export const energyParts = (fleet: FleetSpec, options: EnergyOptions): EnergyPart[] =>
  partsOfLines(fleet, energyLines(fleet, options), options);

/** The same of lines that are there already. */
export function partsOfLines(
  fleet: FleetSpec,
  all: readonly EnergyLine[],
  options: Pick<EnergyOptions, "from" | "until">,
): EnergyPart[] {
  const window = windowOf(options);
  const months = monthSpans(window);
  const sites = new Map(fleet.sites.map((site) => [site.name, site]));
  return [...grouped(all, ({ site }) => site)].flatMap(([name, lines]) => {
    const site = sites.get(name);
    if (site === undefined) return [];
    const slices = slicesOf(months, carbonStretches(site, window));
    return lines.flatMap((line) => partsOf(line, site, slices));
  });
}

/** A month, or a part of it, in which the carbon of a site stays. */
type Slice = MonthSpan & Pick<CarbonStretch, "location" | "market">;

function slicesOf(months: readonly MonthSpan[], stretches: readonly CarbonStretch[]): Slice[] {
  const slices: Slice[] = [];
  let at = 0;
  for (const { month, from, until } of months) {
    while ((stretches[at]?.until ?? Number.POSITIVE_INFINITY) <= from) at++;
    for (let index = at; index < stretches.length; index++) {
      const stretch = stretches[index];
      if (stretch === undefined || stretch.from >= until) break;
      slices.push({
        ...stretch,
        month,
        from: Math.max(from, stretch.from),
        until: Math.min(until, stretch.until),
      });
    }
  }
  return slices;
}

function partsOf(line: EnergyLine, { energy }: SiteSpec, slices: readonly Slice[]): EnergyPart[] {
  const water = energy?.waterLitresPerKWh;
  const wue = water === undefined ? undefined : estimate(water);
  const { accelerators, bound, basis, fullKW, itKW, facilityKW } = line;
  return slices.flatMap((slice) => {
    if (slice.from >= line.until || slice.until <= line.from) return [];
    const there = meet(line, slice);
    if (there?.from === undefined || there.until === undefined) return [];
    const hours = hoursOf({ from: there.from, until: there.until });
    const facility = over(facilityKW, hours / KW_PER_MW);
    const it = over(itKW, hours / KW_PER_MW);
    return [
      {
        line,
        month: slice.month,
        acceleratorHours: { value: accelerators * hours, bound, basis },
        fullMWh: over(fullKW, hours / KW_PER_MW),
        itMWh: it,
        facilityMWh: facility,
        // A MWh times litres for a kWh are cubic metres; times grams for a kWh, kilograms.
        waterM3: both(it, wue),
        locationTonnes: over(both(facility, slice.location), 1 / KG_PER_TONNE),
        marketTonnes: over(both(facility, slice.market), 1 / KG_PER_TONNE),
      },
    ];
  });
}

const KW_PER_MW = 1000;
const KG_PER_TONNE = 1000;

const over = (one: Estimate | undefined, factor: number): Estimate | undefined =>
  one === undefined ? undefined : { ...one, value: one.value * factor };

const both = (one: Estimate | undefined, other: Estimate | undefined): Estimate | undefined =>
  one === undefined || other === undefined ? undefined : times(one, other);
