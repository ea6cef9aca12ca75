import { z } from "zod";
import { CommitmentState } from "./commitment";
import { MoneyFigure } from "./money-figure";
import { months } from "./periods";
import { type DeepReadonly, filledList, Name, PlainDate, Text } from "./primitives";

/** A guarantee that starts when the rent of a site's phase does. */
export const StartsWithRent = z.strictObject({
  /** One of the sites that are covered. */
  site: Name,
  /** The phase; absent: the first whose rent begins. */
  phase: Name.optional(),
});
export type StartsWithRent = z.infer<typeof StartsWithRent>;

/**
 * How one amount stands behind several leases. `perLease`: the whole amount behind each; `proRata`: parts of it, by contracted power;
 * `sharedCap`: one pot from which any of them may be paid until it is empty.
 */
export const GuaranteeAllocation = z.enum(["perLease", "proRata", "sharedCap"]);

/** What must have happened before the obligor is called. */
export const GuaranteeTrigger = z.enum(["paymentDefault", "insolvency", "leaseRejection", "termination"]);
/** What the obligor then does, of its choice where there are two. */
export const GuaranteeRemedy = z.enum(["payRent", "payTerminationFee", "assumeLease"]);

/** What the landlord wants covered at every date. */
export const RequiredCover = z.enum(["nextMonths", "remainingRent", "terminationFee"]);
export type RequiredCover = z.infer<typeof RequiredCover>;

/** A third party's promise to landlords that the rent is paid. */
export const Guarantee = z.strictObject({
  name: Name,
  /** Who promises; may be who operates the site. */
  obligor: Text,
  /** To whom it is promised. Absent: the landlords of the sites. */
  beneficiary: Text.optional(),
  /** What is promised. */
  covers: z.enum(["rent", "rentAndPassThrough", "terminationFee"]),
  state: CommitmentState,
  instrument: z.enum(["backstop", "recognitionAgreement", "parentGuaranty", "letterOfCredit"]).optional(),
  /** Names of the leased or partner-built sites whose landlords are the beneficiaries. */
  sites: filledList(Name, "must name at least one site"),
  amount: MoneyFigure.optional(),
  /** Absent: `sharedCap`, the most careful reading of one amount over several leases. */
  allocation: GuaranteeAllocation.optional(),
  /** First day it covers, and from which it falls. Absent, like `startsWithRentOf`: it covers from the start, and falls from the first rent. */
  start: PlainDate.optional(),
  /** Instead of a day: the rent with which it starts. */
  startsWithRentOf: StartsWithRent.optional(),
  /** Last day it covers, where before the last rent. */
  end: PlainDate.optional(),
  /** Months over which the amount falls to zero, in equal parts. Absent: it does not fall. */
  amortizationMonths: months.optional(),
  /** Months from one step down to the next. Absent: 1. */
  amortizationStepMonths: months.optional(),
  /** What must be covered. Absent: `nextMonths` of rent, as many as the policy of the fleet says. */
  required: RequiredCover.optional(),
  /** Months of rent that must be covered, of `nextMonths`. Absent: `guaranteedMonths` of the policy. */
  requiredMonths: months.optional(),
  /** When the obligor is called. */
  triggers: z.array(GuaranteeTrigger).optional(),
  /** What it then owes. */
  remedies: z.array(GuaranteeRemedy).optional(),
});
export type Guarantee = z.infer<typeof Guarantee>;
export type GuaranteeAllocation = z.infer<typeof GuaranteeAllocation>;

/** A guarantee as one writes it. */
export type GuaranteeInput = DeepReadonly<z.input<typeof Guarantee>>;
