import { z } from "zod";
import { UnitPrice } from "./offer";
import { daysOrNone } from "./periods";
import { type DeepReadonly, filledList, Name, PlainDate, positiveCount, Share, Text } from "./primitives";
import { Escalation } from "./rent";
import { show } from "./show";

/**
 * Where prices come from, surest first. In totals `negotiated` counts as a contract, `list` as the vendor's word.
 *
 * - `negotiated`: agreed with whom one pays
 * - `list`: what the vendor asks of everybody
 * - `reported`: from the press or another third party
 * - `assumed`: chosen by the author of the fleet
 */
export const PriceBasis = z.enum(["negotiated", "list", "reported", "assumed"]);
export type PriceBasis = z.infer<typeof PriceBasis>;

const names = (what: string) => filledList(Text, `must name at least one ${what}`).optional();

/** What a price is for: what has one of the values in each list that is given. All that is there, where none is. */
export const AppliesTo = z.strictObject({
  sites: names("site"),
  /** `site.cluster`. */
  clusters: names("cluster"),
  /** `site.cluster.pool`. */
  pools: names("pool"),
  tenures: filledList(z.enum(["cloud", "owned", "leased", "partner"]), "must name at least one tenure").optional(),
  providers: filledList(z.enum(["aws", "google", "azure"]), "must name at least one cloud").optional(),
  /** Products by their name in the catalogue, or in the fleet's own `machines`. */
  machines: names("machine"),
  accelerators: names("accelerator"),
  /** Kinds of capacity contracts: `spot`, `capacityBlock`, `owned`, ... */
  capacities: filledList(
    z.enum([
      "onDemand",
      "spot",
      "onDemandReservation",
      "capacityBlock",
      "capacityBlockPurchase",
      "reservation",
      "flexStart",
      "queued",
      "capacityReservation",
      "leased",
      "owned",
    ]),
    "must name at least one kind of capacity contract",
  ).optional(),
  /** Agreements with clouds, as the `term` of a pool calls them. */
  contracts: names("contract"),
});
export type AppliesTo = z.infer<typeof AppliesTo>;

/** What money is spent on. Rent and what a lease passes on stand in leases. */
export const CostKind = z.enum([
  "compute",
  "energy",
  "staff",
  "maintenance",
  "network",
  "storage",
  "support",
  "hardware",
  "building",
  "other",
]);
export type CostKind = z.infer<typeof CostKind>;

/**
 * What a rate is counted in. Hours and months are those in which accelerators or machines are there, whether they work or not;
 * `kWMonth` counts the critical IT power of a site, `month` the site itself, `MWh` the energy that it draws.
 */
export const RateUnit = z.enum([
  "acceleratorHour",
  "machineHour",
  "acceleratorMonth",
  "machineMonth",
  "kWMonth",
  "month",
  "MWh",
]);
export type RateUnit = z.infer<typeof RateUnit>;

/** What is due again and again: an hour of a machine, a megawatt-hour, a month of staff. */
export const RatePrice = z.strictObject({
  id: Name,
  /** Whom one pays. Absent: as the book says. */
  counterparty: Text.optional(),
  what: CostKind,
  appliesTo: AppliesTo.prefault({}),
  per: RateUnit,
  amount: UnitPrice,
  /** First day on which it holds, in UTC. Absent: always. */
  from: PlainDate.optional(),
  /** Last day on which it holds. Absent: it goes on. */
  until: PlainDate.optional(),
  /** The price from later days on, where one knows how it changes. */
  changes: z.array(z.strictObject({ from: PlainDate, amount: UnitPrice })).default([]),
  /** Growth in steps from `from` on, instead of `changes`. */
  escalation: Escalation.optional(),
  /**
   * Share that is due whatever is used, as long as one is bound.
   * @default - all of it for capacity blocks, and for reservations within a signed term that ends; nothing of anything else
   */
  takeOrPayShare: Share.optional(),
  /**
   * Share of all payments of a term that is due on its first day: what is prepaid is not due again.
   * @default - all of it for capacity blocks, which are paid when they are bought; nothing of anything else
   */
  prepaymentShare: Share.optional(),
});
export type RatePrice = z.infer<typeof RatePrice>;

/** Nothing loses its value, or is paid off, over more than fifty years. */
const MOST_DEPRECIATION = 600;

const monthsError = (issue: { readonly input?: unknown }) =>
  `must be a whole number of months from -600 to 600, negative before the first day of use; got ${show(issue.input)}`;

/** A part of the price of what is bought, and when it is due. */
export const Payment = z.strictObject({
  share: Share,
  /** Months after the month of the first day of use; negative before it. */
  months: z
    .number({ error: monthsError })
    .int({ error: monthsError })
    .min(-MOST_DEPRECIATION, { error: monthsError })
    .max(MOST_DEPRECIATION, { error: monthsError })
    .default(0),
});

/** What is bought once, and worth less each month. */
export const PurchasePrice = z.strictObject({
  id: Name,
  /** Whom one pays. Absent: as the book says. */
  counterparty: Text.optional(),
  what: CostKind.extract(["hardware", "network", "storage", "building", "other"]),
  /** Machines of a landlord or a cloud are not bought: of pools only those one owns count. */
  appliesTo: AppliesTo.prefault({}),
  /** `kW` counts critical IT power, phase by phase; `site` is due once. */
  per: z.enum(["accelerator", "machine", "kW", "site"]),
  amount: UnitPrice,
  /** When it is due; all in the month of the first day of use by default. The shares are 1 in all. */
  payments: filledList(Payment, "must hold at least one payment").default([{ share: 1, months: 0 }]),
  /** The first day of use, where the fleet does not say it. Absent: the day on which the machines, or the power, are there. */
  usedFrom: PlainDate.optional(),
  /** In a straight line, month by month from the month of the first day of use. */
  depreciation: z.strictObject({
    months: positiveCount("months").max(MOST_DEPRECIATION, {
      error: (issue) => `must be at most ${MOST_DEPRECIATION} months; got ${show(issue.input)}`,
    }),
    /** What is left at the end, as a share of the price; worth that, and no less, from then on. */
    residualShare: Share.default(0),
  }),
});
export type PurchasePrice = z.infer<typeof PurchasePrice>;

/** Least spend that one has promised: what is not spent is due at the end of each period. */
export const SpendCommitment = z.strictObject({
  id: Name,
  /** The rates of this book for these things count towards it. */
  appliesTo: AppliesTo.prefault({}),
  /** First day of the first month of it. */
  from: PlainDate,
  /** Last day of the last month of it. */
  until: PlainDate,
  amount: UnitPrice,
  /** The period in which it must be spent; years and terms are counted from `from`. */
  per: z.enum(["month", "year", "term"]),
  /** Share of each period's amount that is due in its first month, and is drawn down by what is spent. */
  prepaymentShare: Share.default(0),
});
export type SpendCommitment = z.infer<typeof SpendCommitment>;

/** Prices of one source, at one date, in one currency. */
export const PriceBook = z.strictObject({
  name: Name,
  currency: z.enum(["USD", "EUR", "GBP"]),
  /** Whom one pays. Absent: at a cloud the cloud, elsewhere nobody who is named. */
  counterparty: Text.optional(),
  basis: PriceBasis,
  source: Text,
  /** The day on which the prices were read, agreed or assumed. */
  date: PlainDate,
  /** Days after `date` from which on they are doubted. */
  validDays: daysOrNone.default(365),
  rates: z.array(RatePrice).default([]),
  purchases: z.array(PurchasePrice).default([]),
  commitments: z.array(SpendCommitment).default([]),
});
export type PriceBook = z.infer<typeof PriceBook>;
/** A price book as one writes it. */
export type PriceBookInput = DeepReadonly<z.input<typeof PriceBook>>;
