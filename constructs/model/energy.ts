import { z } from "zod";
import { Basis, Bound } from "./basis";
import {
  type DeepReadonly,
  FigureSchema,
  filledList,
  MOST_PUE,
  Name,
  numberWithin,
  PlainDate,
  Share,
  Text,
} from "./primitives";
import { show } from "./show";

const pueValue = numberWithin("a PUE", 1, MOST_PUE, ": all energy over the energy of IT");

/** Energy of the site over energy of its IT equipment in a year, as ISO/IEC 30134-2 has it; not `peakPue`, which is a ratio of powers. */
export const AveragePue = FigureSchema.extend({ value: pueValue });

/** The same by month of the calendar, January first: cooling takes more in summer. */
export const MonthlyPue = z.strictObject({
  values: filledList(pueValue, "must hold twelve values, January first", 12).max(12, {
    error: "must hold twelve values, January first",
  }),
  bound: Bound.default("exact"),
  basis: Basis,
  source: Text,
});
export type MonthlyPue = z.infer<typeof MonthlyPue>;

/** Lignite, the dirtiest of fuels, is well below 2,000 g (IPCC AR5, annex III: coal 740 to 910). */
const carbonValue = numberWithin("a number of g CO2e/kWh", 0, 10_000);

/** Greenhouse gases of electricity, in grams of CO2 equivalent for a kWh, and the last day of the period they were found in. */
export const CarbonIntensity = FigureSchema.extend({
  value: carbonValue,
  /** The last day of the period in which it was found. Absent: not said. */
  date: PlainDate.optional(),
});
export type CarbonIntensity = z.infer<typeof CarbonIntensity>;

/**
 * How energy is supplied: a power purchase agreement, a tariff of the utility, a plant on the site that feeds it past the grid, or
 * certificates (guarantees of origin, RECs) bought for energy that comes from the grid.
 */
export const SupplyKind = z.enum(["ppa", "tariff", "onsite", "certificates"], {
  error: (issue) => `must be ppa, tariff, onsite or certificates; got ${show(issue.input)}`,
});
export type SupplyKind = z.infer<typeof SupplyKind>;

/** One contract for a part of a site's energy, for the market-based number of the GHG Protocol. */
export const EnergySupply = z.strictObject({
  name: Name,
  kind: SupplyKind,
  /** Who delivers. */
  supplier: Text.optional(),
  /** What of the site's energy it covers, 0 to 1. */
  share: Share,
  /** What the contract conveys, in grams of CO2 equivalent for a kWh; wind, sun, water and nuclear 0. */
  carbonGramsPerKWh: carbonValue,
  /** First day. Absent: always. */
  from: PlainDate.optional(),
  /** Last day. Absent: it does not end. */
  until: PlainDate.optional(),
  bound: Bound.default("exact"),
  basis: Basis,
  source: Text,
});
export type EnergySupply = z.infer<typeof EnergySupply>;

/** What turns the power of a site's machines into energy, water and greenhouse gases. Nothing of it is a limit of power. */
export const SiteEnergy = z.strictObject({
  averagePue: AveragePue.optional(),
  /** Where it is known by month; it then goes before the average. */
  monthlyPue: MonthlyPue.optional(),
  /** Water that the site uses for a kWh of its IT, in litres (WUE, ISO/IEC 30134-9). */
  waterLitresPerKWh: FigureSchema.extend({ value: numberWithin("a number of litres/kWh", 0, 100) }).optional(),
  /** The grid that it draws from, by its name in the catalogue: `ERCT`, `RFCW`, `DE`. */
  grid: Text.optional(),
  /** Greenhouse gases of the grid's electricity where the catalogue's figure is not the one that holds: location-based. */
  carbonGramsPerKWh: CarbonIntensity.optional(),
  /** The same for energy that no contract of `supply` covers: the residual mix. Absent: the grid's stands in. */
  residualGramsPerKWh: CarbonIntensity.optional(),
  /** Contracts for energy. */
  supply: z.array(EnergySupply).default([]),
});
export type SiteEnergy = z.infer<typeof SiteEnergy>;
/** The same as one writes it. */
export type SiteEnergyInput = DeepReadonly<z.input<typeof SiteEnergy>>;

/** What machines draw on average over the most they draw, 0 to 1, with its provenance. */
export const AverageLoad = FigureSchema.extend({ value: Share });
