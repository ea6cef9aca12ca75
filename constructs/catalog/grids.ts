import type { Figure } from "../model/basis";
import { reported } from "./figure";
import { sources } from "./sources";

/** A grid, and what a kWh drawn from it comes to in greenhouse gases. */
export interface Grid {
  readonly about: string;
  /** ISO 3166-1 of the country in which it lies. */
  readonly country: string;
  /** Grams of CO2 equivalent for a kWh generated, on average over the year: location-based, before losses on the way to the site. */
  readonly carbonGramsPerKWh: Figure;
  /** The last day of the period in which the figure was found. */
  readonly date: string;
}

const GRAMS_PER_POUND = 453.592_37;
/** Warming of a gram of methane and of nitrous oxide over that of a gram of CO2 in 100 years (IPCC, fifth assessment). */
const METHANE = 28;
const NITROUS_OXIDE = 265;

/** A subregion of eGRID from its rates in pounds for a MWh. */
function subregion(about: string, co2: number, methane: number, nitrousOxide: number): Grid {
  const pounds = co2 + methane * METHANE + nitrousOxide * NITROUS_OXIDE;
  const source = `${sources.egrid2023}: (${co2} lb CO2 + ${METHANE} x ${methane} lb CH4 + ${NITROUS_OXIDE} x ${nitrousOxide} lb N2O) per MWh`;
  // Three digits after the point of CH4 and N2O make a tenth of a gram.
  const grams = Number(((pounds * GRAMS_PER_POUND) / 1000).toFixed(1));
  return { about, country: "US", carbonGramsPerKWh: reported(grams, source), date: "2023-12-31" };
}

/**
 * Grids by name: subregions of eGRID by the acronym of the EPA, countries by their ISO code. Annual averages; what a grid emits
 * at an hour, and what one more load makes it emit, is another number. A grid that is not here is stated by the site itself.
 */
export const grids = {
  AZNM: subregion("WECC Southwest", 703.703, 0.039, 0.005),
  CAMX: subregion("WECC California", 428.464, 0.025, 0.003),
  ERCT: subregion("ERCOT, most of Texas", 733.862, 0.043, 0.006),
  FRCC: subregion("Florida", 782.262, 0.041, 0.005),
  MROE: subregion("MRO East", 1397.313, 0.116, 0.017),
  MROW: subregion("MRO West", 920.13, 0.097, 0.014),
  NEWE: subregion("New England", 539.275, 0.063, 0.008),
  NWPP: subregion("WECC Northwest", 631.735, 0.054, 0.008),
  NYCW: subregion("New York City and Westchester", 864.469, 0.022, 0.002),
  NYLI: subregion("Long Island", 1180.672, 0.14, 0.018),
  NYUP: subregion("Upstate New York", 242.089, 0.011, 0.001),
  RFCE: subregion("RFC East", 596.904, 0.036, 0.005),
  RFCM: subregion("RFC Michigan", 970.617, 0.082, 0.012),
  RFCW: subregion("RFC West: Ohio, Indiana and their neighbours", 911.424, 0.071, 0.01),
  RMPA: subregion("WECC Rockies", 1036.601, 0.09, 0.013),
  SPNO: subregion("SPP North", 861.999, 0.087, 0.012),
  SPSO: subregion("SPP South", 872.042, 0.054, 0.008),
  SRMV: subregion("SERC Mississippi Valley", 739.72, 0.032, 0.004),
  SRMW: subregion("SERC Midwest", 1239.839, 0.132, 0.019),
  SRSO: subregion("SERC South", 842.329, 0.056, 0.008),
  SRTV: subregion("SERC Tennessee Valley", 898.079, 0.079, 0.011),
  SRVC: subregion("SERC Virginia and the Carolinas", 593.419, 0.045, 0.006),
  DE: {
    about: "Germany",
    country: "DE",
    carbonGramsPerKWh: reported(363, sources.uba2024, "about"),
    date: "2024-12-31",
  },
  GB: {
    about: "Great Britain",
    country: "GB",
    carbonGramsPerKWh: reported(177, sources.desnz2025),
    date: "2023-12-31",
  },
} as const satisfies Readonly<Record<string, Grid>>;

export type GridName = keyof typeof grids;

const byName = new Map<string, Grid>(Object.entries(grids));

/** A grid of the catalogue; nothing where none has that name. */
export const findGrid = (name: string): Grid | undefined => byName.get(name);

/** Names of all grids, in catalogue order. */
export const gridNames = (): readonly string[] => [...byName.keys()];
