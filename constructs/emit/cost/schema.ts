import { z } from "zod";
import { commitments } from "../../ledger/capacity/words";
import { costDimensions } from "../../ledger/cost/words";
import { Basis, Bound, Budget, SpendKind } from "../../model";
import { CalendarMonth } from "../../model/offer";
import { PlainDate } from "../../model/primitives";

/** An amount in digits, without an exponent; negative where something is worth money that one has no more use for. */
const Amount = z.string().regex(/^-?\d+(\.\d+)?$/);
const Currency = z.enum(["USD", "EUR", "GBP"]);
const Commitment = z.enum(commitments);

const window = { first: CalendarMonth, last: CalendarMonth };

/** What one thing costs in one month by one price, exact to the cent. */
export const ReportedCost = z.strictObject({
  site: z.string(),
  tenure: z.enum(["cloud", "owned", "leased", "partner"]),
  country: z.string(),
  jurisdiction: z.string(),
  provider: z.string(),
  /** Whom one pays; oneself where nobody is named. */
  counterparty: z.string(),
  contract: z.string(),
  cluster: z.string().optional(),
  pool: z.string().optional(),
  month: CalendarMonth,
  what: SpendKind,
  /** The price book and the price in it, `list-2026.trn2`; `lease` where a lease says it. */
  price: z.string(),
  currency: Currency,
  /** What the month costs: what is used in it, and what is bought as it loses its value. */
  cost: Amount,
  /** Of the cost, what is due whatever is used, until the first day on which one can leave. */
  committed: Amount,
  /** What is paid in the month. */
  cash: Amount,
  /** Of that, what cannot be avoided. */
  committedCash: Amount,
  bound: Bound,
  basis: Basis,
  /** How sure it is that the thing is there. */
  commitment: Commitment,
});

const total = {
  currency: Currency,
  cost: Amount,
  committed: Amount,
  flexible: Amount,
  cash: Amount,
  committedCash: Amount,
  bound: Bound,
  byBasis: z.partialRecord(Basis, Amount),
};

/** A part of the cost, or all of it. */
export const ReportedCostGroup = z.strictObject({
  name: z.string(),
  /** One for each currency: they do not add. */
  totals: z.array(z.strictObject(total)),
  /** Accelerator-hours; absent where it has no accelerators of its own, or cost is split by what has none. */
  hours: z.strictObject({ installed: Amount, schedulable: Amount, used: Amount.optional(), bound: Bound }).optional(),
  hourCosts: z.array(
    z.strictObject({ currency: Currency, perInstalledHour: Amount, perUsedHour: Amount.optional(), bound: Bound }),
  ),
});

/** How a budget is used. */
export const ReportedBudget = z.strictObject({
  budget: Budget,
  months: z.strictObject(window),
  /** Payments of its year that it counts, in its currency. */
  spent: Amount,
  /** Payments that it would count, in other currencies. */
  others: z.array(z.strictObject({ currency: Currency, amount: Amount })),
  largest: z.strictObject({ name: z.string(), amount: Amount }).optional(),
});

/** On what the power that a lease passes on by meter is charged. */
export const ReportedMeteredPower = z.strictObject({
  site: z.string(),
  path: z.string(),
  chargedOn: z.enum(["averageEnergy", "fullPower"]),
  /** What nobody says, so that the energy is not known. */
  lacks: z.string().optional(),
});

/** What `siteform cost --format json` writes. */
export const CostReportSchema = z.strictObject({
  apiVersion: z.literal("siteform.dev/v1alpha1"),
  kind: z.literal("CostReport"),
  fleet: z.string(),
  asOf: PlainDate,
  ...window,
  by: z.enum(costDimensions),
  /** How sure it must be that something is there. */
  counted: z.array(Commitment),
  lines: z.array(ReportedCost),
  whole: ReportedCostGroup,
  months: z.array(z.strictObject({ month: CalendarMonth, ...total })),
  years: z.array(
    z.strictObject({
      year: z.string(),
      /** How many of its twelve months one looks at. */
      months: z.int().min(0).max(12),
      ...total,
      deposits: Amount,
      exitFees: Amount,
    }),
  ),
  groups: z.array(ReportedCostGroup),
  /** Absent where no rate is stated. */
  presentValue: z
    .strictObject({
      rate: z.number(),
      sums: z.array(z.strictObject({ currency: Currency, cash: Amount, committed: Amount, left: Amount })),
    })
    .optional(),
  /** What things bought are worth in the books at the end. */
  left: z.array(z.strictObject({ site: z.string(), price: z.string(), currency: Currency, amount: Amount })),
  exitFees: z.array(
    z.strictObject({
      site: z.string(),
      counterparty: z.string(),
      month: CalendarMonth,
      day: PlainDate,
      currency: Currency,
      amount: Amount,
    }),
  ),
  metered: z.array(ReportedMeteredPower),
  /** What costs money that nobody can say. */
  gaps: z.array(z.strictObject({ site: z.string(), path: z.string(), message: z.string() })),
  budgets: z.array(ReportedBudget),
});
