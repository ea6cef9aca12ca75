import { z } from "zod";
import { MilestoneKind } from "./milestone";
import { MoneyFigure } from "./money-figure";
import { daysOrNone, months } from "./periods";
import { Name, nonNegative, PlainDate, positiveCount, Share } from "./primitives";
import { show } from "./show";

/** A share in percent. */
export const percent = (what: string) =>
  z
    .number({ error: (issue) => `must be ${what} in percent, 0 to 100; got ${show(issue.input)}` })
    .min(0, { error: (issue) => `must be ${what} in percent, 0 to 100; got ${show(issue.input)}` })
    .max(100, { error: (issue) => `must be ${what} in percent, 0 to 100; got ${show(issue.input)}` });

/**
 * The day on which rent steps up, counted for each premises from its own rent commencement. Leases of data halls name the first of
 * the month on or after the anniversary: commencement on 24 October steps on 1 November of the next year, on 1 March on 1 March.
 */
export const EscalationDay = z.enum(["firstOfMonthOnOrAfterAnniversary", "anniversary", "fixedDate"]);
export type EscalationDay = z.infer<typeof EscalationDay>;

/** How base rent grows. */
export const Escalation = z.strictObject({
  /** Growth at each step. */
  percent: percent("the growth"),
  /** When it steps. */
  day: EscalationDay.default("firstOfMonthOnOrAfterAnniversary"),
  /**
   * First step where the day is `fixedDate`; the others follow at the same distance, whenever the premises commenced. From that day on
   * the stepped rate is due, also by what commences on it.
   */
  firstStep: PlainDate.optional(),
  /** Months from one step to the next. */
  everyMonths: months.default(12),
  /** Whether a step grows what the one before has made, or always the first rate. */
  compounding: z.boolean().default(true),
  /** Decimals of a dollar to which the stepped rate is rounded; absent: it is not rounded, only the month's rent is. */
  rateDecimals: z
    .int({ error: (issue) => `must be a whole number of decimals, 0 to 6; got ${show(issue.input)}` })
    .min(0)
    .max(6)
    .optional(),
});
export type Escalation = z.infer<typeof Escalation>;

/**
 * How a month that rent covers in part is billed. `daily`: by the days of that month; `thirtyDay`: every month has 30 days, and
 * what begins on the 31st, or ends with the 30th of such a month, counts from the 30th (30E/360, the 2006 ISDA Definitions 4.16(g)),
 * so that parts add up to the month wherever it is cut; `none`: a month that is begun is billed whole, at the rate of its first day.
 */
export const Proration = z.enum(["daily", "thirtyDay", "none"]);
export type Proration = z.infer<typeof Proration>;

/** How half a cent is rounded, once for each premises and month: away from zero, or to the even cent. */
export const Rounding = z.enum(["halfUp", "halfEven"]);
export type Rounding = z.infer<typeof Rounding>;

/** Base rent, by one of three rates. What premises do not say, their phase says, then their lease. */
export const rateTerms = {
  /** Of one kilowatt of contracted critical IT power in one month. */
  rentPerKWMonth: MoneyFigure.optional(),
  /** Of the whole in one month. */
  rentPerMonth: MoneyFigure.optional(),
  /** Of one accelerator in one hour, as compute is leased. */
  rentPerAcceleratorHour: MoneyFigure.optional(),
};

/** How rent is computed from a rate. What premises do not say, their lease says. */
export const rentTerms = {
  escalation: Escalation.optional(),
  /** Absent: `daily`. */
  proration: Proration.optional(),
  /** Absent: `halfUp`. */
  rounding: Rounding.optional(),
  /** Least share of the rent that is billed whatever is used. Absent: all of it, since rent is due on contracted power. */
  takeOrPayShare: Share.optional(),
};

/** Rent that begins with a milestone of the phase, instead of on a day. */
export const RentCommencementOn = z.strictObject({
  milestone: MilestoneKind,
  /** Days after the milestone, such as a fit-out free of rent. */
  daysAfter: daysOrNone.default(0),
  /** Earliest day, however early the milestone. */
  notBefore: PlainDate.optional(),
});
export type RentCommencementOn = z.infer<typeof RentCommencementOn>;

/** When rent begins, by a day or by a milestone, and not by both. */
export const commencementTerms = {
  /** First day rent is due. */
  rentCommencement: PlainDate.optional(),
  /** The milestone that sets rent off. */
  rentCommencementOn: RentCommencementOn.optional(),
};

/** What is contracted, and rent is due on, whatever is drawn. */
export const quantityTerms = {
  /** Contracted critical IT power. Absent: the power of the phase. */
  contractedKW: nonNegative("kW").optional(),
  /** Contracted accelerators. Absent: those of the leased pools of the phase. */
  accelerators: positiveCount("accelerators").optional(),
};

/** A part of a lease with rent of its own: a hall, or a share of a phase. */
export const Premises = z.strictObject({
  id: Name,
  /** The phase that delivers it. */
  phase: Name,
  /** The hall it lies in. */
  hall: Name.optional(),
  ...quantityTerms,
  ...commencementTerms,
  ...rateTerms,
  ...rentTerms,
});
export type Premises = z.infer<typeof Premises>;
