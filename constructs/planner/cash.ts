import Big from "big.js";
import { indexOf, monthAt, partsOf } from "../ledger/months";
import { acceleratorsPerStep, type Offer } from "../model/offer";

/** Money due in a month, counted from the first of the plan. What remains of a value is negative, and no payment. */
export interface Flow {
  readonly month: number;
  readonly amount: Big;
  readonly kind: "payment" | "residual";
}

/** The months that a plan is for: `first` is the first one's index (`ledger/months.ts`). */
export interface Horizon {
  readonly first: number;
  readonly months: number;
}

/** When an order decided in one month arrives, and until when one is bound to it; months counted from the first of the plan. */
export interface OrderDates {
  readonly start: number;
  /** The month after the last that one is bound to pay. */
  readonly boundUntil: number;
  /** The month after the last of the term; none where it has no end. */
  readonly end?: number;
}

export function orderDates(offer: Offer, decision: number, { months }: Horizon): OrderDates {
  const start = decision + offer.leadMonths;
  const least = offer.leastMonths ?? offer.termMonths ?? Math.max(1, months - start);
  return {
    start,
    boundUntil: start + least,
    ...(offer.termMonths === undefined ? {} : { end: start + offer.termMonths }),
  };
}

/** Whether what is no longer wanted can be given back before the term ends. */
export const canGiveBack = (offer: Offer): boolean =>
  offer.leastMonths !== undefined && (offer.termMonths === undefined || offer.leastMonths < offer.termMonths);

/** Share of an order that is in place, so many months after the first of it arrived. */
export const shareInPlace = ({ ramp }: Offer, age: number): number =>
  age < 0 ? 0 : (ramp[Math.min(age, ramp.length - 1)] ?? 1);

/** What one step, all of it in place, costs in a month. Amounts of a month are rounded to the cent, as bills are. */
export const monthPrice = (offer: Offer, month: number, horizon: Horizon, share = 1): Big =>
  inMonth(offer, horizon.first + month, share).amount;

/** An amount and what of it is prepaid where one is bound to it. */
interface Split {
  readonly amount: Big;
  readonly early: Big;
}

/** Each order of an offer asks for the same months again. */
const months = new WeakMap<Offer, Map<string, Split>>();

function inMonth(offer: Offer, index: number, share: number): Split {
  const known = months.get(offer) ?? new Map<string, Split>();
  months.set(offer, known);
  const key = `${index} ${share}`;
  const found = known.get(key) ?? split(offer, stepInMonth(offer, index).times(share).round(2));
  known.set(key, found);
  return found;
}

const split = ({ price }: Offer, amount: Big): Split => ({
  amount,
  early: amount.times(price.prepaymentShare).round(2),
});

const stepInMonth = (offer: Offer, index: number): Big => {
  const { perAcceleratorMonth, perAcceleratorHour } = offer.price;
  return new Big(perAcceleratorMonth ?? 0)
    .plus(new Big(perAcceleratorHour ?? 0).times(hoursOf(index)))
    .times(acceleratorsPerStep(offer));
};

const hoursOf = (index: number): number => partsOf(`${monthAt(index)}-01`).daysInMonth * 24;

/** What one step costs from its decision on, as far as one is bound to it: whether and when it is given back changes nothing here. */
export function boundFlows(offer: Offer, decision: number, horizon: Horizon): Flow[] {
  const { start, boundUntil } = orderDates(offer, decision, horizon);
  const due = [
    ...once(offer, offer.price.oneTimePerAccelerator, acceleratorsPerStep(offer), start),
    ...range(start, boundUntil).map((month) => ({
      month,
      ...inMonth(offer, horizon.first + month, shareInPlace(offer, month - start)),
    })),
  ];
  return [...prepaid(decision, due), ...residual(offer, decision, horizon)];
}

/** What an order costs once, whatever its size. */
export const orderFlows = (offer: Offer, decision: number): Flow[] =>
  prepaid(decision, once(offer, offer.price.fixedOneTime, 1, decision + offer.leadMonths));

interface Due extends Split {
  readonly month: number;
}

const once = (offer: Offer, price: string | undefined, count: number, month: number): Due[] =>
  price === undefined ? [] : [{ month, ...split(offer, new Big(price).times(count).round(2)) }];

/** The prepaid share of each amount moves to the month of the decision. */
function prepaid(decision: number, due: readonly Due[]): Flow[] {
  const early = due.reduce((sum, each) => sum.plus(each.early), new Big(0));
  return merged([
    { month: decision, amount: early, kind: "payment" },
    ...due.map(({ month, amount, early: before }) => ({
      month,
      amount: amount.minus(before),
      kind: "payment" as const,
    })),
  ]);
}

/** What one step is worth when it ends, or at the end of the plan: credited in the last month in which one has it. */
function residual(offer: Offer, decision: number, horizon: Horizon): Flow[] {
  if (offer.residual === undefined) return [];
  const { start, end } = orderDates(offer, decision, horizon);
  const last = Math.min(end ?? horizon.months, horizon.months) - 1;
  const { afterMonths, perAccelerator } = offer.residual;
  const age = Math.min(last + 1 - start, afterMonths);
  const price = new Big(offer.price.oneTimePerAccelerator ?? 0);
  const value = price.minus(price.minus(perAccelerator).times(age).div(afterMonths));
  return [{ month: last, amount: value.times(-acceleratorsPerStep(offer)).round(2), kind: "residual" }];
}

/** One flow a month, in their order; months in which nothing is due are left out. */
export function merged(flows: readonly Flow[]): Flow[] {
  const sums = new Map<string, Flow>();
  for (const flow of flows) {
    const key = `${flow.kind} ${flow.month}`;
    const before = sums.get(key);
    sums.set(key, before === undefined ? flow : { ...flow, amount: before.amount.plus(flow.amount) });
  }
  return [...sums.values()].filter(({ amount }) => !amount.eq(0)).sort((a, b) => a.month - b.month);
}

/** Whole numbers from one to before another. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** The horizon of a plan, its months counted as the ledger counts them. */
export const horizonOf = ({ first, months }: { readonly first: string; readonly months: number }): Horizon => ({
  first: indexOf(first),
  months,
});
