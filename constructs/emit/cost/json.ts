import Big from "big.js";
import type { CostReport } from "../../ledger/cost";

/** The report as plain data. Amounts are decimal texts without exponents, so that no cent is lost. */
export function costJson(fleet: string, { lines, ...report }: CostReport): unknown {
  return plain({
    apiVersion: "siteform.dev/v1alpha1",
    kind: "CostReport",
    fleet,
    ...report,
    lines: lines.map(({ of: _, ...line }) => line),
  });
}

/** Of an amount at least its cents are written; rates of an hour have more decimals. */
const text = (amount: Big): string => (amount.eq(amount.round(2)) ? amount.toFixed(2) : amount.toFixed());

function plain(value: unknown): unknown {
  if (value instanceof Big) return text(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}
