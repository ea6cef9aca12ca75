import { z } from "zod";
import { CommitmentState, TerminationRight } from "./commitment";
import {
  ExpansionRight,
  ExtensionOption,
  LeaseCondition,
  LeaseSecurity,
  PassThrough,
  ServiceLevel,
  StatedRent,
} from "./lease-terms";
import { MoneyFigure } from "./money-figure";
import { months } from "./periods";
import { Phase } from "./phase";
import { type DeepReadonly, filledList, PlainDate, Text } from "./primitives";
import { Premises, rateTerms, rentTerms } from "./rent";

export { MoneyFigure } from "./money-figure";

const leaseTerms = {
  landlord: Text,
  /** Who signs, when not the organisation itself: an operator that passes the capacity on. */
  tenant: Text.optional(),
  /** Who uses the site, where the tenant passes it on. */
  endUser: Text.optional(),
  /** Who lends to the landlord and may step into the lease. */
  lender: Text.optional(),
  state: CommitmentState,
  /** Nobody else uses the premises. */
  exclusive: z.boolean().default(false),
  type: z.enum(["NNN", "modifiedGross", "gross", "colocation", "poweredShell", "turnkey", "compute"]).optional(),
  signed: PlainDate.optional(),
  /** Last day of the term, without extensions. Absent: `termMonths` say it. */
  end: PlainDate.optional(),
  /** Months of the term. */
  termMonths: months.optional(),
  /** From where the months of the term run: the first rent, the last, each premises' own, or the signature. Absent: the first rent. */
  termFrom: z.enum(["firstRent", "lastRent", "eachRent", "signed"]).optional(),
  terminationRights: z.array(TerminationRight).default([]),
  ...rateTerms,
  ...rentTerms,
  /** Parts with rent of their own. A phase that none of them names is one of its own. */
  premises: z.array(Premises).optional(),
  extensionOptions: z.array(ExtensionOption).optional(),
  passThrough: z.array(PassThrough).optional(),
  security: z.array(LeaseSecurity).optional(),
  expansionRights: z.array(ExpansionRight).optional(),
  conditions: z.array(LeaseCondition).optional(),
  serviceLevel: ServiceLevel.optional(),
  /** What the tenant owes when the lease ends early by its default, and what a guarantee of it covers. */
  terminationFee: MoneyFigure.optional(),
  /** Sums the lease states itself. */
  statedRents: z.array(StatedRent).optional(),
};

/** The right to a leased site. Its phases are what is leased: power, and when rent begins. */
export const Lease = z.strictObject({
  ...leaseTerms,
  phases: filledList(Phase, "must hold at least one phase: a lease without phases leases nothing"),
});
export type Lease = z.infer<typeof Lease>;

/** The lease of a partner-built site, whose phases stand on the site because the builder delivers them. */
export const LeaseTerms = z.strictObject(leaseTerms);
export type LeaseTerms = z.infer<typeof LeaseTerms>;

/** A lease as one writes it. */
export type LeaseInput = DeepReadonly<z.input<typeof Lease>>;
