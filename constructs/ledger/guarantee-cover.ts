import Big from "big.js";
import {
  addMonths,
  type Currency,
  earliest,
  type FleetSpec,
  type Guarantee,
  type LeaseTerms,
  leaseOf,
  MOST_MONTHS,
  type SiteSpec,
} from "../model";
import { isSigned } from "./exits";
import { guaranteedOn, guaranteeStart } from "./guarantee-amount";
import { memoized } from "./memo";
import { lastOf, type Month, monthOf, monthsFrom } from "./months";
import { passThroughLines } from "./pass-through";
import { leaseEndOf, premisesOf } from "./premises";
import { rentSchedule } from "./rent";
import type { MachineLookup } from "./site-figures";
import { splitAmount } from "./split-amount";

/** What a lease needs covered in one month, and what is. */
export interface CoverRow {
  readonly month: Month;
  /** Absent where it is not known, such as where no rent is stated. */
  readonly required?: Big;
  /** What all guarantees come to on the last day of the month. */
  readonly covered: Big;
  readonly parts: readonly { readonly guarantee: string; readonly amount: Big }[];
  /** `bare`: nothing is covered; `short`: less than required. */
  readonly state: "covered" | "short" | "bare";
}

/** The cover of one lease over its term. */
export interface LeaseCover {
  readonly site: string;
  readonly currency: Currency;
  readonly rows: readonly CoverRow[];
  /** How the requirement was found, in words. */
  readonly requirement: string;
  /** Whether a guarantee states it; else it is the policy's. */
  readonly isAgreed: boolean;
  /** First month in which less is covered than required. */
  readonly shortFrom?: Month;
  /** First month from which nothing is covered until the lease ends. */
  readonly bareFrom?: Month;
  /** Months from there to the end. */
  readonly tailMonths: number;
  /** Guarantees of this lease of which nobody says the amount. */
  readonly unknown: readonly string[];
}

export interface CoverOptions {
  readonly machine: MachineLookup;
  /** Months of rent to be covered where no guarantee says what is. */
  readonly months: number;
}

/** Without an end one looks five years ahead. */
const OPEN_MONTHS = 60;

/** The cover of every signed lease that a guarantee names, over its term. */
export const leaseCovers = (fleet: FleetSpec, { machine, months }: CoverOptions): readonly LeaseCover[] =>
  coversOf(fleet, machine, String(months));

const coversOf = memoized((fleet: FleetSpec, machine: MachineLookup, months: string) =>
  reckonCovers(fleet, { machine, months: Number(months) }),
);

function reckonCovers(fleet: FleetSpec, options: CoverOptions): LeaseCover[] {
  const needs = fleet.sites.flatMap((site) => {
    const lease = leaseOf(site);
    const guarantees = fleet.guarantees.filter((guarantee) => guarantee.sites.includes(site.name));
    const isIdle = site.retired || lease === undefined || !isSigned(lease.state) || guarantees.length === 0;
    const need = isIdle ? undefined : needOf(site, lease, guarantees, options);
    return need === undefined ? [] : [need];
  });
  const starts = new Map(
    fleet.guarantees.map((guarantee) => [guarantee.name, guaranteeStart(guarantee, fleet.sites, options.machine)]),
  );
  return needs.map((need) => coverOf(need, needs, starts));
}

/** What a lease needs covered. */
interface Need {
  readonly site: string;
  readonly guarantees: readonly Guarantee[];
  readonly currency: Currency;
  readonly months: readonly Month[];
  readonly required: ReadonlyMap<Month, Big>;
  readonly requirement: string;
  readonly isAgreed: boolean;
  /** By which one amount is shared. */
  readonly kW: Big;
}

function needOf(
  site: SiteSpec,
  lease: LeaseTerms,
  guarantees: readonly Guarantee[],
  { machine, months: policyMonths }: CoverOptions,
): Need | undefined {
  const premises = premisesOf(site, machine);
  const first = earliest(...premises.map(({ from }) => from));
  if (first === undefined) return undefined;
  const end = leaseEndOf(lease, premises) ?? addMonths(first, OPEN_MONTHS);
  const last = earliest(end, addMonths(first, MOST_MONTHS)) ?? end;
  const months = [...monthsFrom(monthOf(first), monthOf(last))];
  const { lines, gaps } = rentSchedule(site, { machine, until: last });
  const currency =
    lines[0]?.currency ?? guarantees.find(({ amount }) => amount !== undefined)?.amount?.currency ?? "USD";
  const due = new Map<Month, Big>();
  const add = (month: Month, amount: Big) => due.set(month, (due.get(month) ?? new Big(0)).plus(amount));
  for (const line of lines) if (line.currency === currency) add(line.month, line.amount);
  if (guarantees.some(({ covers }) => covers === "rentAndPassThrough"))
    for (const line of passThroughLines(site, { machine, until: last }))
      if (line.currency === currency) add(line.month, line.amount);
  const isPriced = lines.length > 0 && gaps.every(({ lacks }) => lacks === "end");
  const stated = guarantees.filter(
    ({ required, requiredMonths }) => required !== undefined || requiredMonths !== undefined,
  );
  const wanted: readonly Wanted[] =
    stated.length === 0
      ? [byDefault(guarantees, lease, policyMonths)]
      : stated.map((each) => wantedBy(each, policyMonths));
  return {
    site: site.name,
    guarantees,
    currency,
    months,
    required: requiredBy(wanted, months, isPriced ? due : undefined, feeIn(lease, currency)),
    requirement: wanted.map(wordsFor).join(", "),
    isAgreed: stated.length > 0,
    kW: premises.reduce((sum, { kW, phase }) => sum.plus(kW ?? new Big(phase.power.valueMW).times(1000)), new Big(0)),
  };
}

interface Wanted {
  readonly what: "nextMonths" | "remainingRent" | "terminationFee";
  readonly months: number;
}

const wantedBy = ({ required, requiredMonths }: Guarantee, policyMonths: number): Wanted => ({
  what: required ?? "nextMonths",
  months: requiredMonths ?? policyMonths,
});

const byDefault = (guarantees: readonly Guarantee[], lease: LeaseTerms, months: number): Wanted => ({
  what:
    lease.terminationFee !== undefined && guarantees.every(({ covers }) => covers === "terminationFee")
      ? "terminationFee"
      : "nextMonths",
  months,
});

const wordsFor = ({ what, months }: Wanted): string =>
  ({
    nextMonths: `the next ${months} months of rent`,
    remainingRent: "the remaining rent",
    terminationFee: "the termination fee",
  })[what];

/** The fee where it is in the currency of the rent: another is not added to it, and compared with nothing. */
const feeIn = ({ terminationFee }: LeaseTerms, currency: Currency): Big | undefined =>
  terminationFee?.currency === currency ? new Big(terminationFee.amount) : undefined;

/** What is required in each month, the most of all that is wanted; a month is missing where that is not known. */
function requiredBy(
  wanted: readonly Wanted[],
  months: readonly Month[],
  due: ReadonlyMap<Month, Big> | undefined,
  fee: Big | undefined,
): Map<Month, Big> {
  // Sums from each month to the end, so that the sum of some months is a difference of two.
  const after = [new Big(0)];
  for (const month of [...months].reverse()) after.unshift((after[0] ?? new Big(0)).plus(due?.get(month) ?? 0));
  const from = (index: number): Big => after[Math.min(index, months.length)] ?? new Big(0);
  const required = new Map<Month, Big>();
  for (const [index, month] of months.entries()) {
    for (const { what, months: count } of wanted) {
      const amount =
        what === "terminationFee"
          ? fee
          : due === undefined
            ? undefined
            : what === "remainingRent"
              ? from(index)
              : from(index).minus(from(index + count));
      const most = required.get(month);
      if (amount !== undefined && (most === undefined || amount.gt(most))) required.set(month, amount);
    }
  }
  return required;
}

function coverOf(need: Need, needs: readonly Need[], starts: ReadonlyMap<string, string | undefined>): LeaseCover {
  const rows = need.months.map((month): CoverRow => {
    const parts = need.guarantees.flatMap((guarantee) => {
      const amount = partFor(need, guarantee, needs, month, starts.get(guarantee.name));
      return amount === undefined || amount.eq(0) ? [] : [{ guarantee: guarantee.name, amount }];
    });
    const covered = parts.reduce((sum, part) => sum.plus(part.amount), new Big(0));
    const required = need.required.get(month);
    const isShort = required?.gt(covered) === true;
    const state = covered.eq(0) && !required?.eq(0) ? "bare" : isShort ? "short" : "covered";
    return { month, ...(required === undefined ? {} : { required }), covered, parts, state };
  });
  const tail = rows.length - (rows.findLastIndex(({ state }) => state !== "bare") + 1);
  const short = rows.find(({ state, required }) => state === "short" || (state === "bare" && required !== undefined));
  const bareFrom = tail === 0 ? undefined : rows[rows.length - tail]?.month;
  return {
    site: need.site,
    currency: need.currency,
    rows,
    requirement: need.requirement,
    isAgreed: need.isAgreed,
    ...(short === undefined ? {} : { shortFrom: short.month }),
    ...(bareFrom === undefined ? {} : { bareFrom }),
    tailMonths: tail,
    unknown: need.guarantees.filter(({ amount }) => amount === undefined).map(({ name }) => name),
  };
}

/** What of a guarantee stands behind one lease in a month. */
function partFor(
  need: Need,
  guarantee: Guarantee,
  needs: readonly Need[],
  month: Month,
  start: string | undefined,
): Big | undefined {
  const amount =
    guarantee.amount?.currency === need.currency ? guaranteedOn(guarantee, start, lastOf(month)) : undefined;
  const sharing = needs.filter(
    ({ guarantees, currency }) => guarantees.includes(guarantee) && currency === guarantee.amount?.currency,
  );
  if (amount === undefined || sharing.length < 2 || guarantee.allocation === "perLease") return amount;
  const byNeed = sharing.map(({ required }) => required.get(month) ?? new Big(0));
  const known = sharing.every(({ required, months }) => required.has(month) || !months.includes(month));
  const weights = guarantee.allocation === "proRata" || !known ? sharing.map(({ kW }) => kW) : byNeed;
  return splitAmount(amount, weights)[sharing.indexOf(need)];
}

/** The months in which a lease is short, from the first such month on. */
export const shortMonths = ({ rows }: LeaseCover): number =>
  rows.filter(({ state, required }) => state === "short" || (state === "bare" && required !== undefined)).length;
