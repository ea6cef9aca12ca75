import Big from "big.js";
import { type Currency, earliest, type LeaseTerms, leaseOf, type SiteSpec } from "../model";
import { type Exit, exitFee, exitsOf, isSigned } from "./exits";
import { sumOf } from "./money-sum";
import { monthOf } from "./months";
import { passThroughLines } from "./pass-through";
import { leaseEndOf, premisesOf, type RentedPremises } from "./premises";
import { type RentGap, scheduleOf } from "./rent";
import type { MachineLookup } from "./site-figures";

/** What decides a cost that depends on the day. */
export interface CostOptions {
  readonly machine: MachineLookup;
  /**
   * The day from which one looks ahead, and on which notice would be given.
   * @default - the first rent of each lease, so that what is written of it does not change with the day
   */
  readonly asOf?: string | undefined;
  /** Who signs, where a right names it instead of `tenant`. */
  readonly organisation?: string | undefined;
}

/** What is owed in one currency until a lease can be left. */
export interface OwedUntilExit {
  readonly currency: Currency;
  /** Base rent from the month of the day asked about until the exit, parts of months as the lease bills them. */
  readonly rent: Big;
  /** Of the rent, what is due whatever is used. */
  readonly minimum: Big;
  /** Fixed pass-through. */
  readonly passThrough: Big;
  readonly fee: Big;
  /** Minimum, fixed pass-through and fee: what cannot be avoided. */
  readonly committed: Big;
}

/** The cost of one way out. */
export interface ExitCost {
  readonly exit: Exit;
  readonly owed: readonly OwedUntilExit[];
}

/** What a lease commits its tenant to. */
export interface CommittedCost {
  /** Whether the lease is signed: what is proposed or negotiated commits nobody. */
  readonly signed: boolean;
  /** Every way out, soonest first; the term's end is the last. None where the lease is open and gives no right. */
  readonly exits: readonly ExitCost[];
  /** Last day of the lease with what was exercised; absent where it has no end. */
  readonly end?: string;
  readonly gaps: readonly RentGap[];
}

/** What the tenant owes until it can leave, with the fee; nothing where the site has no lease. The earliest exit is the first. */
export function committedCost(site: SiteSpec, options: CostOptions): CommittedCost | undefined {
  const lease = leaseOf(site);
  if (lease === undefined) return undefined;
  const premises = premisesOf(site, options.machine);
  const end = leaseEndOf(lease, premises);
  const { machine } = options;
  const asOf = lookFrom(lease, premises, options);
  const exits = tenantExits(lease, premises, options);
  const schedules = exits.map((exit) => scheduleOf(lease, premises, exit.day));
  const since = asOf === undefined ? "" : monthOf(asOf);
  return {
    signed: isSigned(lease.state),
    exits: exits.map((exit, index) => {
      const lines = schedules[index]?.lines ?? [];
      const due = lines.filter(({ month }) => month >= since);
      const passed = passThroughLines(site, { machine, until: exit.day }).filter(
        (line) => line.as === "fixed" && line.month >= since,
      );
      const fees = exitFee(exit, lines);
      const currencies = [...new Set([...due, ...passed, ...fees].map((each) => each.currency))].sort();
      return {
        exit,
        owed: currencies.map((currency) => {
          const of = <T extends { readonly currency: Currency }>(all: readonly T[]) =>
            all.filter((each) => each.currency === currency);
          const minimum = sumOf(of(due).map((line) => line.minimum));
          const passThrough = sumOf(of(passed).map((line) => line.amount));
          const fee = sumOf(of(fees).map((each) => each.amount));
          return {
            currency,
            rent: sumOf(of(due).map((line) => line.amount)),
            minimum,
            passThrough,
            fee,
            committed: minimum.plus(passThrough).plus(fee),
          };
        }),
      };
    }),
    ...(end === undefined ? {} : { end }),
    gaps: schedules.at(-1)?.gaps ?? scheduleOf(lease, premises, undefined).gaps,
  };
}

/** Every way in which the tenant can leave, soonest first. */
export const tenantExits = (
  lease: LeaseTerms,
  premises: readonly RentedPremises[],
  options: CostOptions,
): readonly Exit[] =>
  exitsOf(lease, "tenant", {
    asOf: lookFrom(lease, premises, options),
    end: leaseEndOf(lease, premises),
    organisation: options.organisation,
  });

/** The day from which one looks at a lease: as asked, else its first rent, else its signature. */
export const lookFrom = (
  lease: LeaseTerms,
  premises: readonly RentedPremises[],
  { asOf }: CostOptions,
): string | undefined => asOf ?? earliest(...premises.map(({ from }) => from)) ?? lease.signed;
