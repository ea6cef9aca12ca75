import { z } from "zod";
import type { Currency } from "./money";
import { show } from "./show";

/** Money in a document: `{ amount: "1300000000.00", currency: USD }`. */
export const MoneySchema = z.strictObject({
  amount: z
    .string({ error: (issue) => `must be an amount in quotes, such as "1300000000.00"; got ${show(issue.input)}` })
    .regex(/^\d{1,15}(\.\d{1,2})?$/, { error: (issue) => `must be ${wanted(issue.input)}; got ${show(issue.input)}` }),
  currency: z.enum(["USD", "EUR", "GBP"] satisfies Currency[]),
});

/** What an amount that is refused should have been: a sum over two currencies, and one too large, are told so. */
function wanted(amount: unknown): string {
  const text = String(amount);
  const added = text.includes(" + ") ? [...new Set(text.match(/(?<=\S )[A-Z]{3}\b/g))] : [];
  if (added.length > 1) return `in one currency: ${added.slice(0, -1).join(", ")} and ${added.at(-1)} do not add`;
  return /^\d{16,}(\.\d+)?$/.test(text)
    ? "an amount of at most 15 digits before the point"
    : "an amount of 0 or more, in digits, with at most two decimals";
}
