import { formatQuantity, isQuantity } from "./quantity";
import { secretIn } from "./secrets";

/** The longest text that a message repeats in full. */
const SHOWN = 100;

const nouns = { power: "a power", dataRate: "a data rate", duration: "a duration" } as const;

/** How messages render a value a user gave. What looks like a secret is said to be one, and not shown. */
export function show(value: unknown): string {
  if (typeof value === "string") {
    const secret = secretIn(value);
    if (secret !== undefined) return `what looks like ${secret}, not shown here`;
    return JSON.stringify(value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value);
  }
  if (typeof value === "number" || typeof value === "boolean" || value === null || value === undefined)
    return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value instanceof Date) return "a Date";
  if (isQuantity(value))
    return `${value.dimension === undefined ? "a sum" : nouns[value.dimension]} of ${formatQuantity(value)}`;
  if (isMoney(value)) return `an amount of ${showMoney(value)}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Whether a value is money, its amount and currency unchecked. */
export const isMoney = (given: unknown): given is { readonly amount: unknown; readonly currency: unknown } =>
  typeof given === "object" && given !== null && "amount" in given && "currency" in given;

/** `130.00 USD`, of whatever stands for an amount and a currency. */
export const showMoney = ({ amount, currency }: { readonly amount: unknown; readonly currency: unknown }): string =>
  `${String(amount)} ${String(currency)}`;
