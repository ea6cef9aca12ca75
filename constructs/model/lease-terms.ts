import { z } from "zod";
import { Party } from "./commitment";
import { MoneyFigure } from "./money-figure";
import { daysOrNone, months, monthsOrNone } from "./periods";
import {
  FigureSchema,
  MOST_PUE,
  Name,
  nonNegative,
  numberWithin,
  PlainDate,
  positiveCount,
  Share,
  Text,
} from "./primitives";
import { percent, rateTerms } from "./rent";

/** The tenant's right to stay longer. Options follow one another in the order in which they stand. */
export const ExtensionOption = z.strictObject({
  id: Name,
  months: months,
  /** Least notice before the term ends without it, in months, days, or both. */
  noticeMonths: monthsOrNone.optional(),
  noticeDays: daysOrNone.optional(),
  /** Earliest notice, in months before the term ends. Absent: at any time. */
  earliestNoticeMonths: months.optional(),
  /** `continued`: rent goes on and steps as before; `fixed`: at the rate given here; `market`: to be agreed, hence not known. */
  rentBasis: z.enum(["continued", "fixed", "market"]).default("continued"),
  ...rateTerms,
  /** The day notice was given. Absent: not exercised. */
  exercised: PlainDate.optional(),
});
export type ExtensionOption = z.infer<typeof ExtensionOption>;

/** A cost of the landlord that the tenant bears beside base rent. */
export const PassThrough = z.strictObject({
  id: Name,
  what: z.enum(["power", "operatingCosts", "taxes", "insurance", "maintenance", "other"]),
  /** `metered`: by use, such as kWh; `fixed`: an amount a month; `share`: a share of what the landlord pays. */
  kind: z.enum(["metered", "fixed", "share"]),
  /** What the landlord adds for handling it. */
  adminFeePercent: percent("the landlord's fee").optional(),
  /** Of `fixed`: a month's amount. */
  perMonth: MoneyFigure.optional(),
  /** Of metered power: the tariff of a megawatt-hour at the grid. */
  perMWh: MoneyFigure.optional(),
  /** Of metered power: the most by which IT energy is multiplied. Absent: no cap. */
  pueCap: FigureSchema.extend({ value: numberWithin("a PUE", 1, MOST_PUE) }).optional(),
  /** Of metered power: who holds the contract with the supplier. */
  supplyContract: Party.optional(),
});
export type PassThrough = z.infer<typeof PassThrough>;

/** What the tenant puts up. */
export const LeaseSecurity = z.strictObject({
  id: Name,
  kind: z.enum(["deposit", "letterOfCredit", "parentGuaranty", "equityPledge"]),
  amount: MoneyFigure.optional(),
  /** Who issues it, where not the tenant. */
  issuer: Text.optional(),
  /** Day by which it stands. */
  due: PlainDate.optional(),
  /** Day on which it is given back or falls away. */
  released: PlainDate.optional(),
});
export type LeaseSecurity = z.infer<typeof LeaseSecurity>;

/** A right to more at the same place. */
export const ExpansionRight = z.strictObject({
  id: Name,
  /** `firstOffer` and `firstRefusal` (ROFO, ROFR): when the landlord lets it; `option`: when the tenant wants it. */
  kind: z.enum(["firstOffer", "firstRefusal", "option", "exclusivity"]),
  criticalItMW: nonNegative("MW").optional(),
  /** Last day on which it holds. */
  until: PlainDate.optional(),
});
export type ExpansionRight = z.infer<typeof ExpansionRight>;

/** What must happen for the lease to bind or to go on: a permit, power, financing. */
export const LeaseCondition = z.strictObject({
  id: Name,
  what: Text,
  /** Day after which the lease may be given up if it has not happened: the drop-dead date. */
  by: PlainDate.optional(),
  /** Day it happened. */
  met: PlainDate.optional(),
});
export type LeaseCondition = z.infer<typeof LeaseCondition>;

/** What the landlord promises of the supply. */
export const ServiceLevel = z.strictObject({
  /** Share of the time in which power is there, such as 0.99999. */
  availability: Share.optional(),
  /** What counts as an outage: one feed of a rack dead, or both. */
  outage: z.enum(["oneFeed", "bothFeeds"]).optional(),
  /** Outages within twelve months after which the tenant may leave. */
  chronicOutages: positiveCount("outages").optional(),
});
export type ServiceLevel = z.infer<typeof ServiceLevel>;

/** A sum that the lease itself states, of a month, a year or its term; what is recomputed is held against it. */
export const StatedRent = z.strictObject({
  id: Name,
  from: PlainDate,
  /** Last day. */
  to: PlainDate,
  /** One of the premises, or a phase that is one. Absent: the whole lease. */
  premises: Name.optional(),
  amount: MoneyFigure,
});
export type StatedRent = z.infer<typeof StatedRent>;
