import { z } from "zod";
import { MoneySchema } from "./money-schema";
import { CostKind } from "./price-book";
import { type DeepReadonly, filledList, Name, Text } from "./primitives";
import { show } from "./show";

/** What money is spent on, leases included. */
export const SpendKind = z.enum([...CostKind.options, "rent", "passThrough"]);
export type SpendKind = z.infer<typeof SpendKind>;

const yearError = (issue: { readonly input?: unknown }) =>
  `must be a fiscal year in quotes, such as "2027", or "FY2027" where it does not begin in January; got ${show(issue.input)}`;

/** The most that may be paid in one fiscal year, for all of the fleet or for a part of it. */
export const Budget = z.strictObject({
  name: Name,
  /** Named after the calendar year in which it ends. */
  year: z.string({ error: yearError }).regex(/^(FY)?\d{4}$/, { error: yearError }),
  /** Payments in other currencies are not converted: they stand beside, and are said to. */
  most: MoneySchema,
  /** What counts: payments (`cash`), or what of them cannot be avoided (`committed`). */
  counts: z.enum(["cash", "committed"]).default("cash"),
  sites: filledList(Name, "must name at least one site").optional(),
  /** Whom one pays, in whatever role. */
  counterparties: filledList(Text, "must name at least one counterparty").optional(),
  what: filledList(SpendKind, "must name at least one kind of cost").optional(),
  /** What the rule BUDGET-1 says of more: an `error` stops synthesis. */
  severity: z.enum(["error", "warning"]).default("warning"),
});
export type Budget = z.infer<typeof Budget>;
/** A budget as one writes it. */
export type BudgetInput = DeepReadonly<z.input<typeof Budget>>;
