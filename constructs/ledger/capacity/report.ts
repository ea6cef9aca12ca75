import { addMonths, type FleetSpec } from "../../model";
import { grouped } from "../../model/grouped";
import type { CostOptions } from "../committed-cost";

import type { CoverageOptions } from "./coverage";
import { demandsIn, type ScenarioDemand, scenariosOf } from "./demand-curve";
import { COUNTED, throughputFor } from "./lots";
import { type PowerLine, powerSupplyOf } from "./power-lines";
import { type Remedies, remediesOf } from "./remedies";
import { type Shortfall, shortfallsOf } from "./shortfalls";
import { instantOf } from "./spans";
import { type Amount, type Step, stepsOf } from "./steps";
import { type Supply, type SupplyLine, supplyOf } from "./supply";
import { groupOf, isPowerDimension, schedulableShare } from "./usable";
import { type Waterfall, waterfallAt } from "./waterfall";
import { type Commitment, type Dimension } from "./words";

/** What a report on capacity is asked about. */
export interface CapacityOptions extends CostOptions {
  /** The day from which one looks ahead. */
  readonly asOf: string;
  /** The day up to which one looks, without it. @default - the months of the policy later */
  readonly until?: string;
  /** How the supply is split. @default "tenure" */
  readonly by?: Dimension;
  /** How sure capacity must be to count against demand. @default - firm */
  readonly counted?: readonly Commitment[];
  /** Scenarios that are looked at. @default - all */
  readonly scenarios?: readonly string[];
}

/** A part of the supply over time. */
export interface SupplyGroup {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** A part of the power over time, in MW. */
export interface PowerGroup {
  readonly name: string;
  readonly criticalIT: readonly Step[];
  readonly utility: readonly Step[];
}

/** A shortfall, and what would cover it. */
export interface CoveredBy extends Shortfall {
  readonly remedies: Remedies;
}

/** One demand in one scenario, and what of the supply can serve it. */
export interface DemandCoverage {
  readonly demand: ScenarioDemand;
  /** Machines of the fleet that can serve it, each with what one of its accelerators does of the work of one that is counted. */
  readonly machines: readonly { readonly machine: string; readonly accelerator: string; readonly throughput: number }[];
  /** Schedulable accelerators that can serve it, in those in which it is counted, as if nobody else wanted them. */
  readonly usable: readonly Step[];
  readonly shortfalls: readonly CoveredBy[];
}

/** What a fleet has, when, how sure, and where it is not enough. */
export interface CapacityReport {
  readonly asOf: string;
  readonly until: string;
  readonly by: Dimension;
  readonly counted: readonly Commitment[];
  /** The share of the accelerators that takes work. */
  readonly schedulable: number;
  readonly supply: Supply;
  readonly installed: readonly Step[];
  readonly groups: readonly SupplyGroup[];
  readonly power: {
    readonly criticalIT: readonly Step[];
    readonly utility: readonly Step[];
    /** Split as the supply is; none where power cannot be split so. */
    readonly groups: readonly PowerGroup[];
    readonly lines: readonly PowerLine[];
    readonly uncounted: ReturnType<typeof powerSupplyOf>["uncounted"];
  };
  readonly waterfall: Waterfall;
  readonly scenarios: readonly { readonly name: string; readonly demands: readonly DemandCoverage[] }[];
}

/** What of a line is summed over time. */
export const amountOf = (line: SupplyLine, factor = 1): Amount => ({
  from: line.from,
  until: line.until,
  value: line.accelerators * factor,
  bound: line.bound,
  basis: line.basis,
  commitment: line.commitment,
});

/**
 * What a fleet has, when, how sure, and where it is not enough.
 *
 * @param fleet as it is built (`expandFleet`)
 */
export function capacityReport(fleet: FleetSpec, options: CapacityOptions): CapacityReport {
  const { by = "tenure" } = options;
  const { asOf, until, counted } = askedOf(fleet, options);
  const supply = supplyOf(fleet, options);
  const power = powerSupplyOf(fleet.sites, options);
  return {
    asOf,
    until,
    by,
    counted,
    schedulable: schedulableShare(fleet.policy),
    supply,
    installed: stepsOf(supply.lines.map((line) => amountOf(line))),
    groups: groupsOf(supply.lines, by),
    power: {
      ...bothOf(power.lines),
      groups: powerGroupsOf(power.lines, by),
      ...power,
    },
    waterfall: waterfallAt(supply, instantOf(asOf), fleet.policy),
    scenarios: coverageOf(fleet, supply, options),
  };
}

/** What is asked about, with what is left unsaid. */
const askedOf = ({ policy }: FleetSpec, { asOf, until, counted = COUNTED }: CapacityOptions) => ({
  asOf,
  until: until ?? addMonths(asOf, policy.planningMonths),
  counted,
});

/** How the demands of each scenario are met that is asked about, all demands of one scenario together. */
export function coverageOf(
  fleet: FleetSpec,
  { lines }: Pick<Supply, "lines">,
  options: CapacityOptions,
): CapacityReport["scenarios"] {
  const { asOf, until, counted } = askedOf(fleet, options);
  const coverage = {
    from: instantOf(asOf),
    until: instantOf(until),
    schedulable: schedulableShare(fleet.policy),
    counted,
  };
  const asked = options.scenarios ?? scenariosOf(fleet);
  return asked.map((name) => ({ name, demands: coverageIn(demandsIn(fleet, name), lines, coverage) }));
}

/** How each of some demands, all of one scenario, is met. */
export function coverageIn(
  demands: readonly ScenarioDemand[],
  lines: readonly SupplyLine[],
  options: CoverageOptions,
): DemandCoverage[] {
  const shortfalls = shortfallsOf(lines, demands, options);
  return demands.map((demand) => ({
    demand,
    machines: machinesFor(demand, lines),
    usable: stepsOf(
      lines.flatMap((line) => {
        const throughput = throughputFor(demand, line);
        return throughput === 0 ? [] : [amountOf(line, throughput * options.schedulable)];
      }),
    ),
    shortfalls: shortfalls
      .filter((shortfall) => shortfall.demand === demand.demand.name)
      .map((shortfall) => ({ ...shortfall, remedies: remediesOf(shortfall, demand, { demands, lines }, options) })),
  }));
}

const groupsOf = (lines: readonly SupplyLine[], by: Dimension): SupplyGroup[] =>
  [...grouped(lines, (line) => groupOf(line, by))].map(([name, own]) => ({
    name,
    steps: stepsOf(own.map((line) => amountOf(line))),
  }));

function machinesFor(demand: ScenarioDemand, lines: readonly SupplyLine[]): DemandCoverage["machines"] {
  const found = new Map<string, DemandCoverage["machines"][number]>();
  for (const line of lines) {
    const throughput = throughputFor(demand, line);
    const { machine, accelerator } = line;
    if (throughput > 0) found.set(machine, { machine, accelerator, throughput });
  }
  return [...found.values()].sort((a, b) => b.throughput - a.throughput || (a.machine < b.machine ? -1 : 1));
}

const bothOf = (lines: readonly PowerLine[]): Pick<PowerGroup, "criticalIT" | "utility"> => ({
  criticalIT: stepsOf(lines.filter(({ meaning }) => meaning === "criticalIT")),
  utility: stepsOf(lines.filter(({ meaning }) => meaning === "utility")),
});

function powerGroupsOf(lines: readonly PowerLine[], by: Dimension): PowerGroup[] {
  if (!isPowerDimension(by)) return [];
  return [...grouped(lines, (line) => line[by])].map(([name, own]) => ({ name, ...bothOf(own) }));
}
