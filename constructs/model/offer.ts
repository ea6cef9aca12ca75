import { z } from "zod";
import { Basis } from "./basis";
import { Location } from "./location";
import {
  type DeepReadonly,
  FigureSchema,
  filledList,
  Name,
  numberWithin,
  positiveCount,
  Share,
  Text,
  textLike,
} from "./primitives";
import { show } from "./show";

/** A month of the calendar, `YYYY-MM`. */
export const CalendarMonth = textLike(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month as YYYY-MM, such as "2027-01"');

/** A country, or a subdivision of one: whose law holds for what stands there. */
export const Jurisdiction = z.strictObject({
  country: Location.shape.country,
  /** The whole country when absent. */
  subdivision: Location.shape.subdivision,
});
export type Jurisdiction = z.infer<typeof Jurisdiction>;

/** A price as a decimal text; rates by the hour have more decimals than cents. */
export const UnitPrice = textLike(
  /^\d{1,12}(\.\d{1,6})?$/,
  'an amount of 0 or more in quotes, in digits, with at most twelve digits before the point and six after it, such as "2.4875"',
);

/** Fifty years: what runs longer is a slip of the keyboard, and every month of it is reckoned. */
const MOST_MONTHS = 600;

const wholeMonths = (what: string, least: 0 | 1) => {
  const error = (issue: { readonly input?: unknown }) =>
    `must be a whole number of months ${what}, ${least} to ${MOST_MONTHS}; got ${show(issue.input)}`;
  return z.number({ error }).int({ error }).min(least, { error }).max(MOST_MONTHS, { error });
};

/** What an offer costs, all in one currency: what is priced in two is two offers. */
export const OfferPrice = z.strictObject({
  currency: z.enum(["USD", "EUR", "GBP"]),
  /** For each accelerator in place, each month; this or `perAcceleratorHour`. Nothing when both are absent. */
  perAcceleratorMonth: UnitPrice.optional(),
  /** For each accelerator in place, each hour of the month, used or not. */
  perAcceleratorHour: UnitPrice.optional(),
  /** Once for each accelerator ordered, when the first of the order arrive: hardware, installation, a share of the building. */
  oneTimePerAccelerator: UnitPrice.optional(),
  /** Each month in which one has anything of the offer, whatever the amount. */
  fixedMonthly: UnitPrice.optional(),
  /** Once for each order, whatever its size, when the first of it arrive. */
  fixedOneTime: UnitPrice.optional(),
  /**
   * Share of the one-time prices, and of the monthly payments that one is bound to, that is due in the month of the decision. What
   * is prepaid is not due again.
   */
  prepaymentShare: Share.default(0),
  basis: Basis,
  source: Text,
});
export type OfferPrice = z.infer<typeof OfferPrice>;

/**
 * Something one could add to a fleet: a cloud contract, a lease, a site to be built. It is taken in orders, each decided in one
 * month and made of whole steps.
 */
export const Offer = z.strictObject({
  name: Name,
  kind: z.enum(["cloud", "lease", "build"]),
  /** Whom one would owe: the cloud, the landlord, the contractor. */
  counterparty: Text,
  /** The chip's name, as in the catalogue: `H100`, `Trainium2`. */
  accelerator: Text,
  size: z.strictObject({
    /** Accelerators in one machine, for sizes counted in machines. */
    acceleratorsPerMachine: positiveCount("accelerators").default(1),
    /** The smallest order, in machines; a multiple of `step`. One step when absent. */
    smallest: positiveCount("machines").optional(),
    /** What an order grows by, in machines. */
    step: positiveCount("machines"),
    /** Most machines that one can have of it at one time, over all orders; a multiple of `step`. */
    most: positiveCount("machines"),
  }),
  /** Months from the decision to the first accelerators. */
  leadMonths: wholeMonths("from the decision to the first accelerators", 0),
  /**
   * Share of an order that is in place in the first month, in the second, ...; it never falls, and the last is 1. All arrive at once
   * by default.
   */
  ramp: filledList(Share, "must hold at least one share")
    .max(MOST_MONTHS, { error: `must hold at most ${MOST_MONTHS} shares, one a month` })
    .default([1]),
  /** Months from the first accelerators to the end; without end when absent, and then held at least to the end of a plan. */
  termMonths: wholeMonths("from the first accelerators to the end", 1).optional(),
  /**
   * Months one is bound to take and pay, from the first accelerators. Fewer than the term: what is no longer wanted can be given back
   * after them, in whole steps.
   * @default - the term: take or pay to its end
   */
  leastMonths: wholeMonths("that one is bound", 1).optional(),
  price: OfferPrice,
  /**
   * What an accelerator is still worth: its value falls in a straight line from the one-time price to this, over so many months from its
   * arrival, and no further. It counts when the term ends, or at the end of a plan where that comes first. Only for what is never given back early.
   * @default - nothing
   */
  residual: z
    .strictObject({ perAccelerator: UnitPrice, afterMonths: wholeMonths("until no more value is lost", 1) })
    .optional(),
  /** Critical IT power that one accelerator takes with its share of the machine, in kW; what limits of power count. */
  criticalItKWPerAccelerator: FigureSchema.extend({ value: numberWithin("a number of kW", 0, 10_000) }).optional(),
  jurisdiction: Jurisdiction,
  /** The first month in which it can be decided. @default - the first of the plan */
  earliestDecision: CalendarMonth.optional(),
  /** The last month in which it can be decided. @default - the last of the plan */
  latestDecision: CalendarMonth.optional(),
});
export type Offer = z.infer<typeof Offer>;
/** An offer as one writes it. */
export type OfferInput = DeepReadonly<z.input<typeof Offer>>;

/** Accelerators in one step of an offer. */
export const acceleratorsPerStep = ({ size }: Offer): number => size.step * size.acceleratorsPerMachine;
