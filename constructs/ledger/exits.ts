import Big from "big.js";
import {
  addDays,
  type CommitmentState,
  type Currency,
  compareDates,
  type LeaseTerms,
  latest,
  type TerminationRight,
} from "../model";
import type { RentLine } from "./rent";
import { isBetween } from "./term";

/** The states in which an agreement is signed: what it costs is committed, conditions that are still open included. */
export const isSigned = (state: CommitmentState): boolean =>
  state === "signedWithConditions" || state === "binding" || state === "commenced";

/** The states in which a promise counts as cover: no condition is open any more. */
export const isInForce = (state: CommitmentState): boolean => state === "binding" || state === "commenced";

/** Who ends a lease: oneself, or somebody else. */
export type Side = "tenant" | "counterparty";

/** The day on which a lease can be left. */
export interface Exit {
  /** Last day of the lease. */
  readonly day: string;
  /** The right by which; absent where the term ends. */
  readonly right?: TerminationRight;
  /** Last day on which notice for this day can be given. Absent where the term ends. */
  readonly notice?: string;
}

/** Names by which a party is meant: its role, or the name that the lease gives it. */
export function sidesOf(right: TerminationRight, lease: LeaseTerms, organisation: string | undefined): readonly Side[] {
  const party = right.party.trim().toLowerCase();
  const isTenant =
    party === "tenant" || [lease.tenant, organisation].some((name) => name?.trim().toLowerCase() === party);
  if (right.mutual === true) return ["tenant", "counterparty"];
  return isTenant ? ["tenant"] : ["counterparty"];
}

/** The first day on which a right, used as early as it can be from `asOf` on, ends the lease; nothing where it can be used no more. */
export function exitBy(right: TerminationRight, asOf: string): Exit | undefined {
  const notice = latest(asOf, right.from) ?? asOf;
  if (right.condition !== undefined || !isBetween(notice, undefined, right.until)) return undefined;
  const day = latest(addDays(notice, right.noticeDays), right.endsNotBefore);
  return day === undefined ? undefined : { day, right, notice: addDays(day, -right.noticeDays) };
}

/** Every way in which one side can leave, soonest first; the end of the term is the last. Rights on a condition are none. */
export function exitsOf(
  lease: LeaseTerms,
  side: Side,
  {
    asOf,
    end,
    organisation,
  }: {
    readonly asOf: string | undefined;
    readonly end?: string | undefined;
    readonly organisation?: string | undefined;
  },
): Exit[] {
  const exits = lease.terminationRights
    .filter((right) => sidesOf(right, lease, organisation).includes(side))
    .flatMap((right) => (asOf === undefined ? [] : (exitBy(right, asOf) ?? [])))
    .filter(({ day }) => end === undefined || compareDates(day, end) < 0);
  return [...exits, ...(end === undefined ? [] : [{ day: end }])].sort((a, b) => compareDates(a.day, b.day));
}

/**
 * What is owed for using a right that ends a lease on a day, by currency: its amount, and months of the rent that is then due.
 *
 * @param lines the rent up to that day
 */
export function exitFee(
  { right, day }: Exit,
  lines: readonly RentLine[],
): { readonly currency: Currency; readonly amount: Big }[] {
  const fees = new Map<Currency, Big>();
  const add = (currency: Currency, amount: Big) => fees.set(currency, (fees.get(currency) ?? new Big(0)).plus(amount));
  if (right?.fee !== undefined) add(right.fee.currency, new Big(right.fee.amount));
  const months = right?.feeMonthsOfRent;
  if (months !== undefined) {
    // Of premises whose rent ended before or begins later, none is due then.
    for (const { to, currency, monthly } of lines) if (to === day) add(currency, monthly.times(months).round(2));
  }
  return [...fees].map(([currency, amount]) => ({ currency, amount }));
}
