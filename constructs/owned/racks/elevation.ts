import type { RackType } from "../../model";
import type { RackItem } from "./item";
import type { StandingItem, StandingRack } from "./standing";
import { HALVES_PER_UNIT } from "./whole-units";

/** One machine or device at its place in a rack. */
export interface Slot {
  readonly of: StandingItem;
  /** Which of its kind, 1 for the lowest. */
  readonly number: number;
  /** The unit at its foot, in steps of 0.5; 1 is the foot of the rack. */
  readonly fromU: number;
  readonly units: number;
}

/** What does not go together in a rack. */
export type SlotTrouble =
  | { readonly kind: "overlap"; readonly one: Slot; readonly other: Slot }
  | { readonly kind: "above"; readonly slot: Slot; readonly topU: number }
  | { readonly kind: "noRoom"; readonly of: StandingItem; readonly number: number };

/** A rack from its side: what stands where, and what hangs beside. */
export interface Elevation {
  /** From the foot upwards. */
  readonly slots: readonly Slot[];
  /** Devices without a height. */
  readonly beside: readonly StandingItem[];
  /** The machine that is the rack itself. */
  readonly whole?: StandingItem;
  readonly troubles: readonly SlotTrouble[];
}

/** Where things stand that say no unit: from the foot upwards, below what the rack type keeps at its top. */
export function elevationOf(rack: Pick<StandingRack, "items">, rackType: RackType | undefined): Elevation {
  const whole = rack.items.find(({ item }) => item.isRack);
  const standing = rack.items.filter(({ item }) => !item.isRack && item.halfUnits > 0);
  const beside = rack.items.filter(({ item }) => !item.isRack && item.halfUnits === 0);
  const top = rackType === undefined ? undefined : rackType.units * HALVES_PER_UNIT;
  const free = rackType === undefined ? undefined : (rackType.units - rackType.reservedUnits) * HALVES_PER_UNIT;
  const taken: Taken[] = [];
  const troubles: SlotTrouble[] = [];
  for (const of of standing) {
    if (of.fromU === undefined) continue;
    for (let number = 1; number <= of.count; number++) {
      const from = (of.fromU - 1) * HALVES_PER_UNIT + (number - 1) * of.item.halfUnits;
      const mine = taking(of, number, from);
      const over = taken.find((other) => other.from < mine.to && mine.from < other.to);
      if (over !== undefined) troubles.push({ kind: "overlap", one: over.slot, other: mine.slot });
      if (top !== undefined && mine.to > top)
        troubles.push({ kind: "above", slot: mine.slot, topU: top / HALVES_PER_UNIT });
      taken.push(mine);
    }
  }
  for (const of of standing) {
    if (of.fromU !== undefined) continue;
    for (let number = 1; number <= of.count; number++) {
      const from = lowestFree(taken, of.item);
      if (free !== undefined && from + of.item.halfUnits > free) troubles.push({ kind: "noRoom", of, number });
      else taken.push(taking(of, number, from));
    }
  }
  const slots = taken.map(({ slot }) => slot).sort((a, b) => a.fromU - b.fromU || a.number - b.number);
  return { slots, beside, troubles, ...(whole === undefined ? {} : { whole }) };
}

/** Half units from the foot of the rack: `from` is taken, `to` is not. */
interface Taken {
  readonly slot: Slot;
  readonly from: number;
  readonly to: number;
}

const taking = (of: StandingItem, number: number, from: number): Taken => ({
  slot: { of, number, fromU: from / HALVES_PER_UNIT + 1, units: of.item.halfUnits / HALVES_PER_UNIT },
  from,
  to: from + of.item.halfUnits,
});

/** Whole units only: half a unit lower is no hole in the rails. */
function lowestFree(taken: readonly Taken[], { halfUnits }: RackItem): number {
  let from = 0;
  for (;;) {
    const start = from;
    const over = taken.find((other) => other.from < start + halfUnits && start < other.to);
    if (over === undefined) return from;
    from = Math.ceil(over.to / HALVES_PER_UNIT) * HALVES_PER_UNIT;
  }
}

/** The last unit of a slot, for a caption: 8 units from 1 end in 8. */
export const lastU = ({ fromU, units }: Pick<Slot, "fromU" | "units">): number => fromU + units - (units < 1 ? 0 : 1);
