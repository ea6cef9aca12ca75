import { assign } from "./assign";

import { type ScenarioDemand, turnsIn, wantedOn } from "./demand-curve";
import { alikeFor, COUNTED, lotsAt, type SupplyLot, throughputFor } from "./lots";
import { dayOf } from "./spans";
import type { SupplyLine } from "./supply";
import { type Commitment } from "./words";

/** What is counted on, and between which instants one looks. */
export interface CoverageOptions {
  readonly from: number;
  readonly until: number;
  /** The share of accelerators that takes work. */
  readonly schedulable: number;
  /** How sure capacity must be to count. @default - firm */
  readonly counted?: readonly Commitment[];
}

/** How much of what is wanted is there, of each demand in the order given. */
export interface Served {
  readonly wanted: number;
  readonly served: number;
}

/** A stretch in which the supply stays, and no curve has a point or jumps. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly lots: readonly SupplyLot[];
}

/** Cuts the time one looks at where supply changes, or demand may turn. */
export function stretchesOf(
  lines: readonly SupplyLine[],
  demands: readonly ScenarioDemand[],
  options: CoverageOptions,
): Stretch[] {
  const { from, until, schedulable, counted = COUNTED } = options;
  const sorts = alikeFor(lines, demands, counted);
  const cuts = [
    ...sorts.flatMap((sort) => sort.lines.flatMap((line) => [line.from ?? from, line.until ?? until])),
    ...demands.flatMap((demand) => turnsIn(demand, from, until)),
  ].filter((at) => at > from && at < until);
  const bounds = [...new Set([from, ...cuts, until])].sort((a, b) => a - b);
  return bounds.slice(0, -1).map((begin, index) => ({
    from: begin,
    until: bounds[index + 1] ?? until,
    lots: lotsAt(sorts, begin, schedulable),
  }));
}

/** How much of each demand is met on a day by some lots. */
export function servedOn(lots: readonly SupplyLot[], demands: readonly ScenarioDemand[], day: string): Served[] {
  const wants = demands.map((each) => ({
    wanted: wantedOn(each, day),
    priority: each.demand.priority,
    throughput: (lot: SupplyLot) => throughputFor(each, lot),
  }));
  const served = assign(lots, wants);
  return wants.map(({ wanted }, index) => ({ wanted, served: served[index] ?? 0 }));
}

/** The last day that a stretch touches. */
export const lastDayOf = ({ until }: Pick<Stretch, "until">): string => dayOf(until - 1);
