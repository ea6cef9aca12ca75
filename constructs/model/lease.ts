import { z } from "zod";
import { Basis, Bound } from "./basis";
import { CommitmentState, TerminationRight } from "./commitment";
import { MoneySchema } from "./money";
import { Phase } from "./phase";
import { asFigure, type DeepReadonly, filledList, Name, PlainDate, Text } from "./primitives";

/** An amount of money with its provenance. */
export const MoneyFigure = z.strictObject(
  {
    ...MoneySchema.shape,
    bound: Bound.default("exact"),
    basis: Basis,
    source: Text,
  },
  {
    error: asFigure(
      "money with amount, currency, basis and source, as contracted(usd(1_500_000), { source: ... }) gives",
    ),
  },
);
export type MoneyFigure = z.infer<typeof MoneyFigure>;

const leaseTerms = {
  landlord: Text,
  /** Who signs, when not the organisation itself: an operator that passes the capacity on. */
  tenant: Text.optional(),
  state: CommitmentState,
  /** Nobody else uses the premises. */
  exclusive: z.boolean().default(false),
  type: z.enum(["NNN", "modifiedGross", "gross", "colocation", "poweredShell", "turnkey", "compute"]).optional(),
  signed: PlainDate.optional(),
  end: PlainDate.optional(),
  termMonths: z.int().min(1).optional(),
  terminationRights: z.array(TerminationRight).default([]),
  /** Base rent of one kilowatt of critical IT power in one month. */
  rentPerKWMonth: MoneyFigure.optional(),
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

/** A third party's promise to landlords that the rent is paid. */
export const Guarantee = z.strictObject({
  name: Name,
  /** Who promises. */
  obligor: Text,
  /** What is promised. */
  covers: z.enum(["rent", "rentAndPassThrough", "terminationFee"]),
  state: CommitmentState,
  /** Names of the leased or partner-built sites whose landlords are the beneficiaries. */
  sites: filledList(Name, "must name at least one site"),
  amount: MoneyFigure.optional(),
  start: PlainDate.optional(),
  /** Months over which the amount falls to zero, in equal parts. Absent: it does not fall. */
  amortizationMonths: z.int().min(1).optional(),
});
export type Guarantee = z.infer<typeof Guarantee>;

/** A lease as one writes it. */
export type LeaseInput = DeepReadonly<z.input<typeof Lease>>;
