import Big from "big.js";
import type { Currency } from "../../model";
import { discountFactors } from "../discount";
import { indexOf, type Month } from "../months";

/** Money of one currency in a month. */
export interface MonthFlow {
  readonly month: Month;
  readonly currency: Currency;
  readonly amount: Big;
}

/**
 * What payments are worth in the first month, each discounted by (1 + rate) ^ (-month / 12), and rounded to the cent once.
 *
 * @param rate per year, 0.08 for 8 %
 * @returns one sum for each currency: they do not add
 */
export function presentValue(
  flows: readonly MonthFlow[],
  rate: number,
  first: Month,
): { readonly currency: Currency; readonly amount: Big }[] {
  const begin = indexOf(first);
  const length = flows.reduce((most, { month }) => Math.max(most, indexOf(month) - begin + 1), 0);
  const factors = discountFactors(rate, length);
  // Summed before they are discounted: a factor has many more digits than cents.
  const byMonth = new Map<string, { readonly flow: MonthFlow; sum: Big }>();
  for (const flow of flows) {
    const key = `${flow.month} ${flow.currency}`;
    const known = byMonth.get(key);
    if (known === undefined) byMonth.set(key, { flow, sum: flow.amount });
    else known.sum = known.sum.plus(flow.amount);
  }
  const sums = new Map<Currency, Big>();
  for (const { flow, sum } of byMonth.values()) {
    const factor = factors[indexOf(flow.month) - begin];
    if (factor === undefined) continue;
    sums.set(flow.currency, (sums.get(flow.currency) ?? new Big(0)).plus(sum.times(factor)));
  }
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount: amount.round(2) }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
