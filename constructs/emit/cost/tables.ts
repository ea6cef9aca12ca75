import type { CostReport } from "../../ledger/cost";
import { toCsv } from "../csv";

/** Every line of the cost, month by month: what a spreadsheet sums. Amounts are exact to the cent. */
export function costTable({ lines }: CostReport): string {
  return toCsv(
    [
      "month",
      "site",
      "tenure",
      "provider",
      "country",
      "jurisdiction",
      "cluster",
      "pool",
      "counterparty",
      "contract",
      "what",
      "price",
      "currency",
      "cost",
      "committed",
      "flexible",
      "paid",
      "paidCommitted",
      "bound",
      "basis",
      "commitment",
    ],
    lines.map(({ cost, committed, cash, committedCash, ...line }) => ({
      ...line,
      cost: cost.toFixed(2),
      committed: committed.toFixed(2),
      flexible: cost.minus(committed).toFixed(2),
      paid: cash.toFixed(2),
      paidCommitted: committedCash.toFixed(2),
    })),
  );
}
