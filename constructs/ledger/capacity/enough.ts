import { assign } from "./assign";
import { type ScenarioDemand, wantedOn } from "./demand-curve";
import { doneBy, type SupplyLot, throughputFor } from "./lots";

/** The day on which somebody is short, and what is there on it. */
export interface ShortDay {
  readonly day: string;
  readonly lots: readonly SupplyLot[];
  /** All that is wanted of them. */
  readonly demands: readonly ScenarioDemand[];
  /** The share of accelerators that takes work. */
  readonly schedulable: number;
}

/** Less than this share of a demand missing is dust of a solver. */
const DUST = 1e-6;

/**
 * How many accelerators of a sort have to be added so that a demand is met, wherever they come to be: demands that go first, or share with
 * it, take of them what they lack.
 *
 * @param least how many it lacks itself
 */
export function enoughOf(accelerator: string, least: number, short: ScenarioDemand, day: ShortDay): number {
  const wants = day.demands.map((each) => ({
    wanted: wantedOn(each, day.day),
    priority: each.demand.priority,
    throughput: (lot: SupplyLot | Added) =>
      "isAdded" in lot ? doneBy(each, accelerator, short.demand.workload) : throughputFor(each, lot),
  }));
  const servedWith = (added: number): number[] => {
    const lot: Added = { isAdded: true, accelerators: added * day.schedulable };
    return assign(added === 0 ? day.lots : [...day.lots, lot], wants);
  };
  const own = day.demands.indexOf(short);
  const isMet = (added: number): boolean => {
    const wanted = wants[own]?.wanted ?? 0;
    return wanted - (servedWith(added)[own] ?? 0) <= wanted * DUST;
  };
  if (isMet(least)) return least;
  const served = servedWith(0);
  // With all that those lack who may go first, nobody of them has to take from it.
  const lacking = wants.map(({ wanted, priority, throughput }, index) => {
    const each = throughput({ isAdded: true, accelerators: 1 });
    const isBefore = priority <= short.demand.priority && each > 0;
    return isBefore ? Math.max(0, wanted - (served[index] ?? 0)) / (each * day.schedulable) : 0;
  });
  let [tooFew, enough] = [least, Math.ceil(lacking.reduce((sum, each) => sum + each, 1))];
  while (enough - tooFew > 1) {
    const between = Math.floor((tooFew + enough) / 2);
    if (isMet(between)) enough = between;
    else tooFew = between;
  }
  return enough;
}

/** Accelerators that are to come, and of which nobody says where. */
interface Added {
  readonly isAdded: true;
  readonly accelerators: number;
}
