import Big from "big.js";
import { type Bound, type FleetSpec, joinBounds } from "../../model";
import { MS_PER_HOUR, meet, type SupplyLine, schedulableShare } from "../capacity";
import { spanOfMonths } from "./bills";
import type { MonthWindow } from "./line";
import type { FleetCosts } from "./lines";
import { keyOf } from "./scope";

/** Accelerator-hours of one pool in some months. */
export interface PoolHours {
  readonly line: SupplyLine;
  /** There, whether they work or not. */
  readonly installed: Big;
  /** There without spares, failures and maintenance. */
  readonly schedulable: Big;
  /** In which they work. Absent: nobody says how many. */
  readonly used?: Big;
}

/** Accelerator-hours over some pools. */
export interface Hours {
  readonly installed: Big;
  readonly schedulable: Big;
  /** Absent where one of the pools does not say. */
  readonly used?: Big;
  /** How exact the number of accelerators is. */
  readonly bound: Bound;
}

const NOTHING = new Big(0);

/**
 * The accelerator-hours of each pool, exact: to the millisecond in which a contract ends.
 *
 * @param usual share of schedulable hours in which clusters work that say nothing of it. Absent: not known
 */
export function poolHours(
  { policy }: Pick<FleetSpec, "policy">,
  { supply, pools }: Pick<FleetCosts, "supply" | "pools">,
  {
    counted,
    usual,
    ...window
  }: MonthWindow & { readonly counted: readonly string[]; readonly usual?: number | undefined },
): PoolHours[] {
  const span = spanOfMonths(window);
  const share = schedulableShare(policy);
  return supply.lines.flatMap((line): PoolHours[] => {
    const both = counted.includes(line.commitment) ? meet(line, span) : undefined;
    if (both?.from === undefined || both.until === undefined) return [];
    const installed = new Big(both.until - both.from).times(line.accelerators).div(MS_PER_HOUR);
    const schedulable = installed.times(share);
    const utilization = pools.get(keyOf(line))?.utilization ?? usual;
    return [
      { line, installed, schedulable, ...(utilization === undefined ? {} : { used: schedulable.times(utilization) }) },
    ];
  });
}

/** The hours of some pools together. */
export function sumHours(all: readonly PoolHours[]): Hours {
  const sum = (amounts: readonly Big[]) => amounts.reduce((total, each) => total.plus(each), NOTHING);
  const used = all.flatMap((each) => (each.used === undefined ? [] : [each.used]));
  return {
    installed: sum(all.map(({ installed }) => installed)),
    schedulable: sum(all.map(({ schedulable }) => schedulable)),
    ...(used.length === all.length && all.length > 0 ? { used: sum(used) } : {}),
    bound: all.map(({ line }) => line.bound).reduce(joinBounds, "exact"),
  };
}
