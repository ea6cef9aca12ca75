import Big from "big.js";
import { compareDates, earliest, type Guarantee, type SiteSpec } from "../model";
import { isInForce } from "./exits";
import { wholeMonths } from "./months";
import { premisesOf } from "./premises";
import type { MachineLookup } from "./site-figures";

/**
 * The day from which a guarantee covers and falls: as stated, else the rent with which it starts, else the first rent of its sites.
 * Nothing where that is not known.
 */
export function guaranteeStart(
  { start, startsWithRentOf, sites: covered }: Guarantee,
  sites: readonly SiteSpec[],
  machine: MachineLookup,
): string | undefined {
  if (start !== undefined) return start;
  const wanted = startsWithRentOf === undefined ? covered : [startsWithRentOf.site];
  const rents = sites
    .filter((site) => wanted.includes(site.name))
    .flatMap((site) => premisesOf(site, machine))
    .filter(({ phase }) => startsWithRentOf?.phase === undefined || phase.id === startsWithRentOf.phase)
    .map(({ from }) => from);
  return earliest(...rents);
}

/** Months of its amortization that are left on a day: it falls in equal steps from its start. Nothing where it does not fall. */
export function monthsLeft(
  { amortizationMonths, amortizationStepMonths = 1 }: Guarantee,
  start: string,
  day: string,
): number | undefined {
  if (amortizationMonths === undefined) return undefined;
  const passed = Math.floor(wholeMonths(start, day) / amortizationStepMonths) * amortizationStepMonths;
  return Math.max(0, amortizationMonths - passed);
}

/**
 * What is guaranteed on a day, to the cent; nothing where no amount is stated. A guarantee that is not in force, such as a proposed
 * one, covers nothing, and so does one that has not begun or has ended.
 */
export function guaranteedOn(guarantee: Guarantee, start: string | undefined, day: string): Big | undefined {
  const { amount, state, end, amortizationMonths = 1 } = guarantee;
  if (amount === undefined) return undefined;
  if (!isInForce(state) || start === undefined || compareDates(day, start) < 0) return new Big(0);
  if (end !== undefined && compareDates(day, end) > 0) return new Big(0);
  const left = monthsLeft(guarantee, start, day) ?? amortizationMonths;
  return new Big(amount.amount).times(left).div(amortizationMonths).round(2, Big.roundDown);
}
