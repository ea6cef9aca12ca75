import type Big from "big.js";
import { type Currency, formatMoney } from "../model";

/** `$1,300,000,000.00`: an exact amount as people read it. */
export const moneyText = (amount: Big, currency: Currency): string =>
  formatMoney({ amount: amount.toFixed(2), currency });

/** `$1,300,000,000.00, €5.00`: amounts of several currencies, which do not add. */
export const moneyTexts = (amounts: readonly { readonly amount: Big; readonly currency: Currency }[]): string =>
  amounts.map(({ amount, currency }) => moneyText(amount, currency)).join(", ");
