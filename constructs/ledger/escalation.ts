import Big from "big.js";
import { addMonths, compareDates, type Escalation, type Rounding } from "../model";
import { firstOf, monthAfter, monthOf, partsOf } from "./months";

/** A rate and the first day on which it is due. */
export interface RateStep {
  readonly from: string;
  readonly rate: Big;
}

export const roundingMode = (rounding: Rounding): Big.RoundingMode =>
  rounding === "halfEven" ? Big.roundHalfEven : Big.roundHalfUp;

/** The `step`-th day, from 1, on which rent steps up that began on `from`. */
export function stepDay({ day, everyMonths, firstStep }: Escalation, from: string, step: number): string {
  if (day === "fixedDate" && firstStep !== undefined) return addMonths(firstStep, everyMonths * (step - 1));
  const anniversary = addMonths(from, everyMonths * step);
  if (day !== "firstOfMonthOnOrAfterAnniversary") return anniversary;
  return partsOf(anniversary).day === 1 ? anniversary : firstOf(monthAfter(monthOf(anniversary)));
}

/**
 * The rates of rent from its first day to its last, in order. Each step grows the rate before it, or the first one where growth does
 * not compound; where rates are rounded, the rounded one grows on. Steps on fixed days count whenever the premises commenced, so that
 * those before `from` are in the first rate.
 */
export function rateSteps(
  first: Big,
  escalation: Escalation | undefined,
  span: { readonly from: string; readonly to: string },
  rounding: Rounding,
): RateStep[] {
  if (escalation === undefined) return [{ from: span.from, rate: first }];
  const { percent, compounding, rateDecimals } = escalation;
  const growth = new Big(percent).div(100);
  const rounded = (rate: Big): Big =>
    // Twenty decimals of a dollar change no cent, and keep a century of steps short.
    rate.round(rateDecimals ?? 20, roundingMode(rounding));
  const steps: RateStep[] = [];
  let current: RateStep = { from: span.from, rate: first };
  for (let step = 1; ; step++) {
    const day = stepDay(escalation, span.from, step);
    if (compareDates(day, span.to) > 0) return [...steps, current];
    const rate = rounded(compounding ? current.rate.times(growth.plus(1)) : first.times(growth.times(step).plus(1)));
    if (compareDates(day, span.from) > 0) steps.push(current);
    current = { from: compareDates(day, span.from) > 0 ? day : span.from, rate };
  }
}
