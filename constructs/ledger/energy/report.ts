import type { FleetSpec } from "../../model";
import { grouped } from "../../model/grouped";
import { type Commitment, groupOf, hoursOf, supplyOf, type UndatedLine } from "../capacity";
import type { Month } from "../months";
import { type DemandResponse, demandResponses } from "./demand-response";
import { type EnergyFigures, figuresOf } from "./figures";
import { type EnergyGaps, gapsOf } from "./gaps";
import { type EnergyLine, type EnergyOptions, energyLines, SIGNED, windowOf } from "./lines";
import { type EnergyPart, partsOfLines } from "./parts";
import type { EnergyDimension } from "./words";

/** Some machines, and what they come to in the time one looks at. */
export interface EnergyGroup {
  readonly name: string;
  readonly figures: EnergyFigures;
}

/** What machines come to in a month. */
export interface MonthEnergy {
  readonly month: Month;
  readonly figures: EnergyFigures;
}

/** A site's energy, and beside it the power, which is something else. */
export interface SiteEnergyReport extends EnergyGroup {
  /** The most that its machines draw at once if all run at full power, in MW; machines of which nobody says it are not in it. */
  readonly fullMW: number;
  /** Their draw on average over the whole time, in MW. */
  readonly averageItMW?: number;
  /** Energy of the site over that of its IT. */
  readonly pue?: number;
}

/** Energy, water and greenhouse gases of a fleet in a time. */
export interface EnergyReport {
  readonly from: string;
  readonly until: string;
  readonly hours: number;
  readonly counted: readonly Commitment[];
  readonly by: EnergyDimension;
  readonly total: EnergyFigures;
  readonly sites: readonly SiteEnergyReport[];
  readonly groups: readonly EnergyGroup[];
  readonly months: readonly MonthEnergy[];
  /** Group by group and month by month: what is in neither is not there. */
  readonly rows: readonly (EnergyGroup & MonthEnergy)[];
  readonly demandResponse: readonly DemandResponse[];
  readonly gaps: EnergyGaps;
  /** Machines of which nobody knows the day on which they have power: they are in no sum. */
  readonly undated: readonly UndatedLine[];
}

/**
 * What a fleet's machines draw in a time, and what that comes to.
 *
 * @param fleet as it is built (`expandFleet`)
 */
export function energyOf(
  fleet: FleetSpec,
  options: EnergyOptions & { readonly by?: EnergyDimension | undefined },
): EnergyReport {
  const { from, until, counted = SIGNED, by = "site" } = options;
  const hours = hoursOf(windowOf(options));
  const lines = energyLines(fleet, options);
  const parts = partsOfLines(fleet, lines, options);
  const groups = groupsOf(parts, by);
  return {
    from,
    until,
    hours,
    counted,
    by,
    total: figuresOf(parts),
    sites: sitesOf(lines, parts, hours),
    groups: groups.map(([name, own]) => ({ name, figures: figuresOf(own) })),
    months: monthsOf(parts),
    rows: groups.flatMap(([name, own]) => monthsOf(own).map((each) => ({ name, ...each }))),
    demandResponse: demandResponses(fleet, lines),
    gaps: gapsOf(fleet, lines),
    undated: supplyOf(fleet, options).undated.filter(({ commitment }) => counted.includes(commitment)),
  };
}

const groupsOf = (parts: readonly EnergyPart[], by: EnergyDimension) => [
  ...grouped(parts, ({ line }) => nameOf(line, by)),
];

const nameOf = (line: EnergyLine, by: EnergyDimension): string =>
  by === "pool" ? `${line.site}.${line.cluster}.${line.pool}` : groupOf(line, by);

const monthsOf = (parts: readonly EnergyPart[]): MonthEnergy[] =>
  [...grouped(parts, ({ month }) => month)]
    .map(([month, own]) => ({ month, figures: figuresOf(own) }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));

function sitesOf(lines: readonly EnergyLine[], parts: readonly EnergyPart[], hours: number): SiteEnergyReport[] {
  const linesOf = grouped(lines, ({ site }) => site);
  return groupsOf(parts, "site").map(([name, own]) => {
    const figures = figuresOf(own);
    const { itMWh, facilityMWh } = figures;
    return {
      name,
      figures,
      fullMW: Number((mostFullKW(linesOf.get(name) ?? []) / 1000).toPrecision(12)),
      ...(itMWh === undefined ? {} : { averageItMW: Number((itMWh.value / hours).toPrecision(12)) }),
      ...(itMWh === undefined || facilityMWh === undefined || itMWh.value === 0
        ? {}
        : { pue: Number((facilityMWh.value / itMWh.value).toPrecision(6)) }),
    };
  });
}

/** The most that some lines draw together at full power: as much as at the beginning of one of them. */
function mostFullKW(lines: readonly EnergyLine[]): number {
  const events = lines
    .flatMap(({ from, until, fullKW }) =>
      fullKW === undefined
        ? []
        : [
            { at: from, kW: fullKW.value },
            { at: until, kW: -fullKW.value },
          ],
    )
    // What ends at an instant is gone when what begins at it comes.
    .sort((a, b) => a.at - b.at || a.kW - b.kW);
  let [now, most] = [0, 0];
  for (const { kW } of events) {
    now += kW;
    most = Math.max(most, now);
  }
  return most;
}
