import type { Lot } from "./assign";

import type { ScenarioDemand } from "./demand-curve";
import { covers } from "./spans";
import type { SupplyLine } from "./supply";
import { type Commitment } from "./words";

/** What of a line decides whom it can serve. */
export type Serving = Pick<SupplyLine, "site" | "accelerator" | "purpose" | "country" | "jurisdiction">;

/** Schedulable accelerators that can serve the same. */
export interface SupplyLot extends Lot, Serving {}

/** What may be counted on: what is firm, unless one asks for more. */
export const COUNTED: readonly Commitment[] = ["firm"];

/** Lines that serve the same demands alike: which of them a demand gets makes no difference. */
export interface Alike {
  readonly serving: Serving;
  readonly lines: readonly SupplyLine[];
}

/** The lines that are counted and serve at least one of some demands, those together that do the same for each. */
export function alikeFor(
  lines: readonly SupplyLine[],
  demands: readonly ScenarioDemand[],
  counted: readonly Commitment[],
): Alike[] {
  const found = new Map<string, SupplyLine[]>();
  for (const line of lines) {
    if (!counted.includes(line.commitment)) continue;
    const throughputs = demands.map((demand) => throughputFor(demand, line));
    if (throughputs.every((throughput) => throughput === 0)) continue;
    const key = throughputs.join();
    const known = found.get(key);
    if (known === undefined) found.set(key, [line]);
    else known.push(line);
  }
  return [...found.values()].flatMap((all) => (all[0] === undefined ? [] : [{ serving: all[0], lines: all }]));
}

/** The schedulable accelerators at an instant, a lot for each sort that is there. */
export function lotsAt(sorts: readonly Alike[], instant: number, schedulable: number): SupplyLot[] {
  return sorts.flatMap(({ serving, lines }): SupplyLot[] => {
    let there = 0;
    for (const line of lines) if (covers(line, instant)) there += line.accelerators;
    if (there === 0) return [];
    const { site, accelerator, purpose, country, jurisdiction } = serving;
    const accelerators = Number((there * schedulable).toPrecision(12));
    return [{ site, accelerator, purpose, country, jurisdiction, accelerators }];
  });
}

/**
 * What one accelerator of a line does for a demand, in the accelerators in which that is counted: 0 where it must not run there, where
 * the cluster is for other work, or where nobody says that it serves.
 */
export function throughputFor(wanted: Pick<ScenarioDemand, "demand">, line: Serving): number {
  const { sites, jurisdictions } = wanted.demand;
  if (sites !== undefined && !sites.includes(line.site)) return 0;
  if (jurisdictions !== undefined && !jurisdictions.some((each) => each === line.country || each === line.jurisdiction))
    return 0;
  return doneBy(wanted, line.accelerator, line.purpose);
}

/** The same wherever the accelerator is. */
export function doneBy(
  { demand }: Pick<ScenarioDemand, "demand">,
  accelerator: string,
  purpose: Serving["purpose"],
): number {
  if (purpose !== demand.workload && purpose !== "mixed" && demand.workload !== "mixed") return 0;
  const other = demand.servedBy.find((each) => each.accelerator === accelerator);
  if (other !== undefined) return other.throughput.value;
  return demand.accelerator === undefined || demand.accelerator === accelerator ? 1 : 0;
}
