import type Big from "big.js";
import type { AssumptionKey } from "./assumption-rows";
import type { Crossing } from "./crossings";
import { crossingsOf, isWhole, type Range, rangeOf } from "./look";
import { type CheaperSide, cheaperBy, differenceOf } from "./outcome";
import { type Sheet, valueIn, withValue } from "./sheet";

/** By how much assumptions are changed. */
export const CHANGES = [-0.2, -0.1, 0.1, 0.2] as const;

/** One assumption changed, all others as they are. */
export interface ChangedAssumption {
  readonly change: number;
  /** Bounded by what it may be; months and accelerators are whole. */
  readonly value: number;
  readonly difference: Big;
  readonly cheaper: CheaperSide;
}

/** The value at which the cheaper side changes. */
export interface Flip {
  /** The nearest value found at which the other side is cheaper. */
  readonly value: number;
  /** Its neighbour, at which the side is cheaper that is so now. */
  readonly before: number;
  /** How far it is from what is assumed, as a share of it: below 0 for less. None where that is 0: no share of it is anything. */
  readonly distance?: number;
}

/** How much hangs on one assumption. */
export interface Sensitivity {
  readonly key: AssumptionKey;
  /** Changes that change nothing, of what is 0 or at its bound, are left out. */
  readonly changed: readonly ChangedAssumption[];
  readonly range: Range;
  /** The nearest flips below and above what is assumed, the nearest of the two first; none where one side is cheaper throughout. */
  readonly flips: readonly Flip[];
}

/**
 * Each assumption changed alone: those first whose flip is nearest as a share of what is assumed, then those that are 0 and flip, then those
 * that do not; among equals the one on which more hangs.
 */
export function sensitivitiesOf(sheet: Sheet): Sensitivity[] {
  const all = sheet.assumptions.map(({ key }) => sensitivityOf(sheet, key));
  return all.sort((a, b) => nearest(a) - nearest(b) || spreadOf(b) - spreadOf(a));
}

const nearest = ({ flips: [flip] }: Sensitivity): number =>
  flip === undefined ? Number.MAX_VALUE : Math.abs(flip.distance ?? Number.MAX_SAFE_INTEGER);

/** How far apart the ends of a changed assumption lie, in money. */
export function spreadOf({ changed }: Pick<Sensitivity, "changed">): number {
  const amounts = changed.map(({ difference }) => difference.toNumber());
  return amounts.length === 0 ? 0 : Math.max(...amounts) - Math.min(...amounts);
}

/** How much hangs on one assumption, all others as they are. */
export function sensitivityOf(sheet: Sheet, key: AssumptionKey): Sensitivity {
  const range = rangeOf(sheet, key);
  const value = valueIn(sheet, key).toNumber();
  return {
    key,
    range,
    changed: CHANGES.flatMap((change) => changedBy(sheet, key, change, range)),
    flips: flipsOf(value, crossingsOf(sheet, key)),
  };
}

function changedBy(sheet: Sheet, key: AssumptionKey, change: number, { least, most }: Range): ChangedAssumption[] {
  const now = valueIn(sheet, key);
  const wanted = now.times(1 + change);
  const bounded = Math.min(most, Math.max(least, (isWhole(key) ? wanted.round(0) : wanted).toNumber()));
  if (now.eq(bounded)) return [];
  const difference = differenceOf(withValue(sheet, key, bounded));
  return [{ change, value: bounded, difference, cheaper: cheaperBy(difference) }];
}

function flipsOf(value: number, found: readonly Crossing<CheaperSide>[]): Flip[] {
  const flip = (at: number, before: number): Flip => ({
    value: at,
    before,
    ...(value === 0 ? {} : { distance: (at - value) / Math.abs(value) }),
  });
  const lower = found.findLast(({ above }) => above <= value);
  const upper = found.find(({ below }) => below >= value);
  return [
    ...(lower === undefined ? [] : [flip(lower.below, lower.above)]),
    ...(upper === undefined ? [] : [flip(upper.above, upper.below)]),
  ].sort((a, b) => Math.abs(a.value - value) - Math.abs(b.value - value));
}
