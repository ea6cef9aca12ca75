import Big from "big.js";
import type { RatePrice } from "../../model";
import { endOfDay, instantOf, type Span, spanOf } from "../capacity";
import { rateSteps } from "../escalation";

/** A price while it stays. */
export interface PriceStep extends Span {
  readonly amount: Big;
}

/**
 * The prices of a rate over time, in order and without a gap, from its first day up to its last.
 *
 * @param last a day beyond which nobody looks: growth goes on for ever
 */
export function priceSteps({ amount, from, until, changes, escalation }: RatePrice, last: string): PriceStep[] {
  const end = until === undefined ? Number.POSITIVE_INFINITY : endOfDay(until);
  const begin = from === undefined ? Number.NEGATIVE_INFINITY : instantOf(from);
  const grown =
    escalation === undefined || from === undefined
      ? []
      : rateSteps(new Big(amount), escalation, { from, to: until ?? last }, "halfUp").map((step) => ({
          at: instantOf(step.from),
          amount: step.rate,
        }));
  const changed = [...changes]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((change) => ({ at: instantOf(change.from), amount: new Big(change.amount) }));
  const steps = grown.length > 0 ? grown : [{ at: begin, amount: new Big(amount) }, ...changed];
  return steps.flatMap((step, index): PriceStep[] => {
    const [since, up] = [Math.max(step.at, begin), Math.min(steps[index + 1]?.at ?? end, end)];
    return since < up ? [{ ...spanOf(since, up), amount: step.amount }] : [];
  });
}
