import Big from "big.js";
import {
  addMonths,
  type Basis,
  type Bound,
  type Currency,
  compareDates,
  earliest,
  type LeaseTerms,
  leaseOf,
  MOST_MONTHS,
  type SiteSpec,
} from "../model";
import { type RateStep, rateSteps, roundingMode } from "./escalation";
import { memoized } from "./memo";
import { type Month, monthOf, monthsFrom, partsOf } from "./months";
import { premisesOf, type Rate, type RentedPremises, type RentUnit, rateIn } from "./premises";
import type { MachineLookup } from "./site-figures";
import { lastDay, termSpans } from "./term";

/** The rent of one premises in one month, rounded to the cent once. */
export interface RentLine {
  readonly month: Month;
  readonly premises: string;
  readonly phase: string;
  readonly hall?: string;
  /** First and last day of the month that are billed. */
  readonly from: string;
  readonly to: string;
  readonly unit: RentUnit;
  /** The rate of the first day; `steps` says whether it steps up within the month. */
  readonly rate: Big;
  readonly steps: boolean;
  /** A whole month's rent at the rate of the last day; not rounded. */
  readonly monthly: Big;
  /** Contracted kW or accelerators; 1 where rent is due for the whole. */
  readonly quantity: Big;
  readonly amount: Big;
  /** What is due whatever is used. */
  readonly minimum: Big;
  readonly currency: Currency;
}

/** Why the rent of premises is not known, in whole or from a day on. */
export interface RentGap {
  readonly premises: string;
  readonly lacks: "commencement" | "rate" | "power" | "accelerators" | "end" | "market rent";
}

/** The rent of a lease, month by month. */
export interface RentSchedule {
  readonly lines: readonly RentLine[];
  /** What is missing: the lines are then too few. */
  readonly gaps: readonly RentGap[];
  /** How exact the amounts are: a floor of power makes a floor of rent. */
  readonly bound: Bound;
  /** The weakest basis that they rest on. */
  readonly basis: Basis;
}

export interface RentOptions {
  readonly machine: MachineLookup;
  /** Last day that is wanted. @default - the end of the lease, and for a lease without one five years from the first rent */
  readonly until?: string;
}

const OPEN_MONTHS = 60;
const NONE: RentSchedule = { lines: [], gaps: [], bound: "exact", basis: "contract" };

/** The rent of the lease of a site, whatever its state; nothing where it has no lease. */
export const rentSchedule = (site: SiteSpec, { machine, until }: RentOptions): RentSchedule =>
  schedules(site, machine, until ?? "");

const schedules = memoized((site: SiteSpec, machine: MachineLookup, until: string): RentSchedule => {
  const lease = leaseOf(site);
  return lease === undefined ? NONE : scheduleOf(lease, premisesOf(site, machine), until === "" ? undefined : until);
});

/** The same for premises that are at hand. */
export function scheduleOf(
  lease: LeaseTerms,
  premises: readonly RentedPremises[],
  until: string | undefined,
): RentSchedule {
  const parts = premises.map((each) => partOf(lease, each, until));
  const priced = premises.filter((_, index) => parts[index]?.lines.length !== 0);
  const lines = parts.flatMap((part) => part.lines);
  return {
    lines: lines.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)),
    gaps: parts.flatMap((part) => part.gaps),
    bound: priced
      .map(boundOf)
      .reduce<Bound>(
        (all, bound) => (bound === all || bound === "exact" ? all : all === "exact" ? bound : "about"),
        "exact",
      ),
    basis: priced
      .flatMap(basesOf)
      .reduce<Basis>((weakest, basis) => (strength(basis) > strength(weakest) ? basis : weakest), "contract"),
  };
}

const boundOf = ({ powerBound, rate }: RentedPremises): Bound => {
  const ofRate = rate?.figure.bound ?? "exact";
  if (rate?.unit !== "kWMonth" || powerBound === "exact" || powerBound === ofRate) return ofRate;
  return ofRate === "exact" ? powerBound : "about";
};

const basesOf = ({ rate, powerBasis }: RentedPremises): Basis[] =>
  rate === undefined ? [] : rate.unit === "kWMonth" ? [rate.figure.basis, powerBasis] : [rate.figure.basis];

const order: readonly Basis[] = ["measured", "contract", "vendor", "reported", "assumed"];
const strength = (basis: Basis): number => order.indexOf(basis);

interface Part {
  readonly lines: readonly RentLine[];
  readonly gaps: readonly RentGap[];
}

function partOf(lease: LeaseTerms, premises: RentedPremises, until: string | undefined): Part {
  const { id, from, rate } = premises;
  const gap = (lacks: RentGap["lacks"]): RentGap => ({ premises: id, lacks });
  const quantity = rate === undefined ? undefined : quantityOf(rate, premises);
  const gaps = [
    ...(from === undefined ? [gap("commencement")] : []),
    ...(rate === undefined ? [gap("rate")] : []),
    ...(rate !== undefined && quantity === undefined ? [gap(rate.unit === "kWMonth" ? "power" : "accelerators")] : []),
    ...(premises.to === undefined ? [gap("end")] : []),
  ];
  if (from === undefined || rate === undefined || quantity === undefined) return { lines: [], gaps };
  const open = premises.to === undefined;
  const end = premises.to ?? until ?? addMonths(from, OPEN_MONTHS);
  const spans = open ? [{ from, to: end }] : termSpans(lease, end, from);
  let current: { readonly rate: Rate; readonly steps: readonly RateStep[] } | undefined;
  const lines: RentLine[] = [];
  for (const span of spans) {
    const option = "option" in span ? span.option : undefined;
    const first = span.from ?? from;
    // Longer than a hundred years is a slip that has been reported, or a lease without an end.
    const to = earliest(span.to, until, addMonths(from, MOST_MONTHS)) ?? span.to;
    if (option?.rentBasis === "market" && rateIn(option) === undefined) {
      gaps.push(gap("market rent"));
      break;
    }
    const anew = option === undefined ? rate : rateIn(option);
    const whole = { from: first, to: earliest(lastDay(lease, end), addMonths(from, MOST_MONTHS)) ?? to };
    if (anew !== undefined)
      current = {
        rate: anew,
        steps: rateSteps(new Big(anew.figure.amount), premises.escalation, whole, premises.rounding),
      };
    if (current === undefined) continue;
    lines.push(...linesOf(premises, current, quantityOf(current.rate, premises) ?? quantity, { from: first, to }));
  }
  return { lines, gaps };
}

function quantityOf({ unit }: Rate, { kW, accelerators }: RentedPremises): Big | undefined {
  if (unit === "month") return new Big(1);
  if (unit === "kWMonth") return kW;
  return accelerators === undefined ? undefined : new Big(accelerators);
}

function linesOf(
  premises: RentedPremises,
  { rate, steps }: { readonly rate: Rate; readonly steps: readonly RateStep[] },
  quantity: Big,
  span: { readonly from: string; readonly to: string },
): RentLine[] {
  if (compareDates(span.from, span.to) > 0) return [];
  const { id, phase, hall, takeOrPayShare } = premises;
  const mode = roundingMode(premises.rounding);
  const lines: RentLine[] = [];
  const [firstMonth, lastMonth] = [monthOf(span.from), monthOf(span.to)];
  // Whole months of one rate and length are alike: a lease of thirty years is a few amounts, many times.
  const alike = new Map<string, Pick<RentLine, "amount" | "minimum" | "monthly">>();
  let at = 0;
  for (const month of monthsFrom(firstMonth, lastMonth)) {
    const { daysInMonth } = partsOf(`${month}-01`);
    const from = month === firstMonth ? span.from : `${month}-01`;
    const to = month === lastMonth ? span.to : `${month}-${daysInMonth}`;
    const days = { from, to, daysInMonth };
    // The step that holds on the first billed day.
    while (isBy(steps[at + 1], from)) at++;
    const first = steps[at];
    if (first === undefined) continue;
    let next = at + 1;
    while (isBy(steps[next], to)) next++;
    const isWhole = next === at + 1 && from.endsWith("-01") && to.endsWith(`-${daysInMonth}`);
    const key = `${at} ${daysInMonth}`;
    let due = isWhole ? alike.get(key) : undefined;
    if (due === undefined) {
      const exact = proratedRent(rate.unit, quantity, steps.slice(at, next), days, premises.proration);
      const { rate: last } = steps[next - 1] ?? first;
      due = {
        amount: exact.round(2, mode),
        minimum: exact.times(takeOrPayShare).round(2, mode),
        monthly: monthlyRent(rate.unit, quantity, last, lengthOf(days, premises.proration)),
      };
      if (isWhole) alike.set(key, due);
    }
    lines.push({
      month,
      premises: id,
      phase: phase.id,
      ...(hall === undefined ? {} : { hall }),
      from,
      to,
      unit: rate.unit,
      rate: first.rate,
      steps: next > at + 1,
      quantity,
      ...due,
      currency: rate.figure.currency,
    });
  }
  return lines;
}

const isBy = (step: RateStep | undefined, day: string): boolean =>
  step !== undefined && compareDates(step.from, day) <= 0;

/** The rent of some days of one month, not rounded: each rate for the days on which it holds. */
export function proratedRent(
  unit: RentUnit,
  quantity: Big,
  steps: readonly RateStep[],
  days: { readonly from: string; readonly to: string; readonly daysInMonth: number },
  proration: RentedPremises["proration"],
): Big {
  const length = lengthOf(days, proration);
  // Days of the month that have passed when a day begins, as they are counted: in thirtieths the 31st begins with the 30th.
  const passed = (day: number): number => (day > days.daysInMonth ? length : Math.min(day, length) - 1);
  const perMonth = (rate: Big): Big => monthlyRent(unit, quantity, rate, length);
  const [first] = steps;
  if (proration === "none") return first === undefined ? new Big(0) : perMonth(first.rate);
  const end = passed(partsOf(days.to).day + 1);
  const dayRents = steps.reduce((sum, step, index) => {
    const next = steps[index + 1];
    const begin = index === 0 ? passed(partsOf(days.from).day) : passed(partsOf(step.from).day);
    const until = next === undefined ? end : passed(partsOf(next.from).day);
    return sum.plus(perMonth(step.rate).times(until - begin));
  }, new Big(0));
  // Divided once, so that whole months come out exact.
  return dayRents.div(length);
}

/** How many days a month counts as. */
const lengthOf = ({ daysInMonth }: { readonly daysInMonth: number }, proration: RentedPremises["proration"]): number =>
  proration === "thirtyDay" ? 30 : daysInMonth;

/** The rent of a month of so many days. */
const monthlyRent = (unit: RentUnit, quantity: Big, rate: Big, days: number): Big =>
  unit === "acceleratorHour" ? rate.times(quantity).times(24 * days) : rate.times(quantity);
