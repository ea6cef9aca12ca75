import Big from "big.js";
import { isMoney, showMoney } from "./show";

export type Currency = "USD" | "EUR" | "GBP";

declare const currencyOf: unique symbol;

/**
 * An amount in one currency. Amounts of different currencies are different types, so that no sum mixes them.
 * The amount is a decimal text: dollars and cents are not binary fractions.
 */
export interface Money<C extends Currency = Currency> {
  readonly [currencyOf]?: C;
  readonly amount: string;
  readonly currency: C;
}

function money<C extends Currency>(amount: number | string, currency: C): Money<C> {
  return Object.freeze({ amount: typeof amount === "string" ? amount : decimal(amount), currency });
}

/** A number of dollars as a decimal text. What is no amount in whole cents is recorded as it is, for the fleet to refuse. */
function decimal(amount: number): string {
  return Number.isFinite(amount) ? inCents(new Big(amount)) : String(amount);
}

const inCents = (exact: Big): string => (exact.eq(exact.round(2)) ? exact.toFixed(2) : exact.toFixed());

/** US dollars: a number of dollars, or a decimal text where a number would not be exact. */
export const usd = (amount: number | string): Money<"USD"> => money(amount, "USD");
/** Euros. */
export const eur = (amount: number | string): Money<"EUR"> => money(amount, "EUR");
/** Pounds sterling. */
export const gbp = (amount: number | string): Money<"GBP"> => money(amount, "GBP");

/**
 * The sum of amounts of one currency, exact to the cent. What cannot be added, from a program without types, is recorded as the
 * sum that was asked for, for the fleet to refuse.
 */
export function addMoney<C extends Currency>(first: Money<C>, ...rest: readonly Money<NoInfer<C>>[]): Money<C>;
export function addMoney(...all: readonly unknown[]): unknown {
  const amounts = all.flatMap((each) => (isMoney(each) ? [each] : []));
  const currency = amounts[0]?.currency;
  const exact = amounts.flatMap((each) => (each.currency === currency ? decimals(each.amount) : []));
  const sum =
    exact.length === all.length && exact.length > 0
      ? inCents(exact.reduce((total, each) => total.plus(each)))
      : all.map((each) => (isMoney(each) ? showMoney(each) : String(each ?? "nothing"))).join(" + ");
  return Object.freeze({ amount: sum, currency });
}

/** A decimal text as a number one can add exactly; none where it is something else. */
const decimals = (amount: unknown): Big[] =>
  typeof amount === "string" && /^-?\d+(\.\d+)?$/.test(amount) ? [new Big(amount)] : [];

/** `$1,300,000,000.00` and the like, in one fixed form whatever the locale of the machine. */
export function formatMoney(value: Money): string {
  const sign = { USD: "$", EUR: "€", GBP: "£" }[value.currency];
  const [whole = "0", fraction] = value.amount.split(".");
  return `${sign}${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}${fraction === undefined ? "" : `.${fraction}`}`;
}
