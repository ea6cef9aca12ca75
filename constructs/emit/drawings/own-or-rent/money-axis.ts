import type { Currency } from "../../../model";

/** In what an axis of money is counted. */
export interface MoneyUnit {
  readonly size: number;
  /** `millions of USD` */
  readonly words: string;
}

/** The largest unit in which the most is 10 or more. */
export function moneyAxisUnit(amounts: readonly number[], currency: Currency): MoneyUnit {
  const most = Math.max(0, ...amounts.map(Math.abs));
  if (most >= 1e7) return { size: 1e6, words: `millions of ${currency}` };
  return most >= 1e4 ? { size: 1e3, words: `thousands of ${currency}` } : { size: 1, words: currency };
}
