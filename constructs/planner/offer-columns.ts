import type { Offer } from "../model/offer";
import type { Branch, Branches, ByMonth } from "./branches";
import { type Flow, type Horizon, range } from "./cash";
import type { Column, Program, Terms } from "./program";

/** An order that could be given: so many steps of an offer, decided in a month. */
export interface OrderColumn {
  readonly column: Column;
  readonly offer: Offer;
  readonly decision: number;
  readonly branch: Branch;
}

/** What the steps of an offer that one has in a month are, where they can be given back. */
export interface HeldColumn {
  readonly column: Column;
  readonly offer: Offer;
  readonly month: number;
  readonly branch: Branch;
}

/** What money a column stands for, each time it counts one. */
export interface Priced {
  readonly column: Column;
  readonly offer: Offer;
  readonly branch: Branch;
  readonly flows: readonly Flow[];
}

/** An offer in the program. */
export interface OfferColumns {
  readonly offer: Offer;
  readonly acceleratorsPerStep: number;
  readonly orders: readonly OrderColumn[];
  readonly held: readonly HeldColumn[];
  readonly priced: readonly Priced[];
  /** Steps in place in a month, as a scenario has them; none before the first could arrive. */
  inPlace(month: number, scenario: number): Column | undefined;
}

/** An offer that is being written down. */
export interface Context {
  readonly program: Program;
  readonly offer: Offer;
  readonly horizon: Horizon;
  readonly branches: Branches;
  readonly orders: readonly OrderColumn[];
  readonly ordered: ByMonth;
  readonly most: number;
}

/** Orders that are so old in a month, each with what it counts at that age. */
export function aged(
  { offer, ordered }: Context,
  month: number,
  scenario: number,
  count: (age: number) => number,
  before = Number.POSITIVE_INFINITY,
): Terms {
  const last = month - offer.leadMonths;
  const oldest = Math.max(0, before === Number.POSITIVE_INFINITY ? 0 : last - before + 1);
  return range(oldest, last + 1).flatMap((decision) => {
    const column = ordered.get(decision, scenario);
    return column === undefined ? [] : [[column, count(last - decision)] as const];
  });
}

export const payment = (month: number, amount: Flow["amount"]): Flow[] => [{ month, amount, kind: "payment" }];
