import type { StandingItem, StandingRack } from "./standing";

/** Power and heat in watts, and mass in grams. */
export interface RackLoad {
  readonly watts: number;
  readonly airWatts: number;
  readonly liquidWatts: number;
  /** Of what stands in it, without the rack. */
  readonly grams: number;
}

/** Whether something is there: at a date, or at the end. */
export type IsThere = (item: StandingItem) => boolean;

const always: IsThere = () => true;

/** What stands in a rack, added up; what nobody says of an item counts nothing. */
export function rackLoad(rack: StandingRack, isThere: IsThere = always): RackLoad {
  let watts = rack.stated?.watts ?? 0;
  let liquidWatts = rack.stated?.liquidWatts ?? 0;
  let grams = 0;
  for (const each of rack.items) {
    if (!isThere(each)) continue;
    watts += (each.item.watts ?? 0) * each.count;
    liquidWatts += each.item.liquidWatts * each.count;
    grams += (each.item.grams ?? 0) * each.count;
  }
  return { watts, liquidWatts, airWatts: watts - liquidWatts, grams };
}

/** Loads of several racks together. */
export function totalLoad(racks: Iterable<StandingRack>, isThere: IsThere = always): RackLoad {
  const sum = { watts: 0, liquidWatts: 0, airWatts: 0, grams: 0 };
  for (const rack of racks) {
    const load = rackLoad(rack, isThere);
    sum.watts += load.watts;
    sum.liquidWatts += load.liquidWatts;
    sum.airWatts += load.airWatts;
    sum.grams += load.grams;
  }
  return sum;
}
