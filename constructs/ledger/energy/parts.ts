import type { FleetSpec, SiteSpec } from "../../model";
import { defined } from "../../model/defined";
import { grouped } from "../../model/grouped";
import { hoursOf } from "../capacity";
import { type MonthSpan, monthSpans } from "../month-spans";
import type { Month } from "../months";
import { type CarbonStretch, carbonStretches } from "./carbon";
import { type Estimate, estimate, times } from "./estimate";
import type { Measure } from "./figures";
import { type EnergyLine, type EnergyOptions, energyLines, windowOf } from "./lines";

/** What machines come to in an hour: MWh, cubic metres, tonnes; absent where it is not known. */
export interface HourlyRates extends Readonly<Partial<Record<Measure, Estimate>>> {
  readonly acceleratorHours: Estimate;
}

/** Hours of a line in a month, or in the part of it in which contracts for energy stay. */
export interface EnergyPart {
  readonly line: EnergyLine;
  readonly month: Month;
  readonly hours: number;
  readonly rates: HourlyRates;
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
interface Slice extends MonthSpan {
  readonly carbon: CarbonStretch;
}

function slicesOf(months: readonly MonthSpan[], stretches: readonly CarbonStretch[]): Slice[] {
  const slices: Slice[] = [];
  let at = 0;
  for (const { month, from, until } of months) {
    while ((stretches[at]?.until ?? Number.POSITIVE_INFINITY) <= from) at++;
    for (let index = at; index < stretches.length; index++) {
      const carbon = stretches[index];
      if (carbon === undefined || carbon.from >= until) break;
      slices.push({ month, carbon, from: Math.max(from, carbon.from), until: Math.min(until, carbon.until) });
    }
  }
  return slices;
}

function partsOf(line: EnergyLine, site: SiteSpec, slices: readonly Slice[]): EnergyPart[] {
  const parts: EnergyPart[] = [];
  let known: { readonly carbon: CarbonStretch; readonly rates: HourlyRates } | undefined;
  for (const { month, carbon, ...slice } of slices) {
    const [from, until] = [Math.max(line.from, slice.from), Math.min(line.until, slice.until)];
    if (from >= until) continue;
    // Months of one stretch follow each other, and have one rate.
    if (known?.carbon !== carbon) known = { carbon, rates: ratesOf(line, site, carbon) };
    parts.push({ line, month, hours: hoursOf({ from, until }), rates: known.rates });
  }
  return parts;
}

function ratesOf(line: EnergyLine, { energy }: SiteSpec, { location, market }: CarbonStretch): HourlyRates {
  const { accelerators: value, bound, basis, fullKW, itKW, facilityKW } = line;
  const water = energy?.waterLitresPerKWh;
  const [full, it, facility] = [fullKW, itKW, facilityKW].map((kW) => over(kW, KW_PER_MW));
  // A MWh times litres for a kWh are cubic metres; times grams for a kWh, kilograms.
  const rates = {
    fullMWh: full,
    itMWh: it,
    facilityMWh: facility,
    waterM3: both(it, water === undefined ? undefined : estimate(water)),
    locationTonnes: over(both(facility, location), KG_PER_TONNE),
    marketTonnes: over(both(facility, market), KG_PER_TONNE),
  };
  return { acceleratorHours: { value, bound, basis }, ...defined(rates) };
}

const KW_PER_MW = 1000;
const KG_PER_TONNE = 1000;

const over = (one: Estimate | undefined, divisor: number): Estimate | undefined =>
  one === undefined ? undefined : { ...one, value: one.value / divisor };

const both = (one: Estimate | undefined, other: Estimate | undefined): Estimate | undefined =>
  one === undefined || other === undefined ? undefined : times(one, other);
