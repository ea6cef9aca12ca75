import { add, dinero, toDecimal, EUR, USD, GBP, type Dinero, type DineroCurrency } from "dinero.js";
import { z } from "zod";
import { show } from "./primitives";

const currencies = { USD, EUR, GBP } as const satisfies Record<string, DineroCurrency<number>>;
export type Currency = keyof typeof currencies;

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

/** Money in a document: `{ amount: "1300000000.00", currency: USD }`. */
export const MoneySchema = z.strictObject({
  amount: z
    .string({ error: (issue) => `must be an amount in quotes, such as "1300000000.00"; got ${show(issue.input)}` })
    .regex(/^\d{1,18}(\.\d{1,2})?$/, {
      error: (issue) => `must be a decimal amount of 0 or more with at most two decimals; got ${show(issue.input)}`,
    }),
  currency: z.enum(["USD", "EUR", "GBP"]),
});

function money<C extends Currency>(amount: number | string, currency: C): Money<C> {
  return Object.freeze({ amount: typeof amount === "string" ? amount : decimal(amount), currency });
}

/** Beyond the safe integers a number of cents is no longer exact; such a value is recorded as it is and refused by the fleet. */
function decimal(amount: number): string {
  const cents = Math.round(amount * 100);
  if (!Number.isSafeInteger(cents) || Math.abs(cents / 100 - amount) > 1e-9 * Math.max(1, Math.abs(amount))) return String(amount);
  return cents < 0 ? String(amount) : toDecimal(dinero({ amount: cents, currency: USD }));
}

/** US dollars: a number of dollars, or a decimal text where a number would not be exact. */
export const usd = (amount: number | string): Money<"USD"> => money(amount, "USD");
/** Euros. */
export const eur = (amount: number | string): Money<"EUR"> => money(amount, "EUR");
/** Pounds sterling. */
export const gbp = (amount: number | string): Money<"GBP"> => money(amount, "GBP");

function toDinero(value: Money): Dinero<number> {
  const [whole = "0", fraction = ""] = value.amount.split(".");
  return dinero({ amount: Number(whole) * 100 + Number(fraction.padEnd(2, "0")), currency: currencies[value.currency] });
}

/** The sum of amounts of one currency, exact to the cent. */
export function addMoney<C extends Currency>(first: Money<C>, ...rest: readonly Money<NoInfer<C>>[]): Money<C> {
  return money(toDecimal(rest.map(toDinero).reduce((total, each) => add(total, each), toDinero(first))), first.currency);
}

/** `$1,300,000,000.00` and the like, in one fixed form whatever the locale of the machine. */
export function formatMoney(value: Money): string {
  const sign = { USD: "$", EUR: "€", GBP: "£" }[value.currency];
  const [whole = "0", fraction] = value.amount.split(".");
  return `${sign}${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}${fraction === undefined ? "" : `.${fraction}`}`;
}
