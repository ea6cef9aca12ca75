import Big from "big.js";
import { type Commitment, type CommittedSpan, endOfDay, instantOf, meet } from "../capacity";
import { splitAmount } from "../split-amount";
import type { CostLine } from "./line";

/** The days that a cost is of, both included. */
export interface CostDays {
  readonly from: string;
  readonly to: string;
}

/**
 * Of what the days of a site cost, what falls into stretches that count; nothing where none of them does. Sums are split to the cent, so
 * that a cost and what of it does not count come to the whole.
 *
 * @param spans how sure the right to the site is over time
 */
export function countedPart(
  line: CostLine,
  { from, to }: CostDays,
  spans: readonly CommittedSpan[],
  counted: readonly Commitment[],
): CostLine[] {
  const days = { from: instantOf(from), until: endOfDay(to) };
  const held = spans.flatMap((span) => {
    const both = counted.includes(span.commitment) ? meet(span, days) : undefined;
    return both?.from === undefined || both.until === undefined
      ? []
      : [{ commitment: span.commitment, length: both.until - both.from }];
  });
  const [first] = held;
  if (first === undefined) return [];
  const inside = held.reduce((sum, { length }) => sum + length, 0);
  const outside = days.until - days.from - inside;
  const isSame = first.commitment === line.commitment;
  if (outside <= 0) return [isSame ? line : { ...line, commitment: first.commitment }];
  const weights = [inside, outside].map((length) => new Big(length));
  const part = (amount: Big): Big => splitAmount(amount, weights)[0] ?? amount;
  const [cost, committed] = [part(line.cost), part(line.committed)];
  return [{ ...line, commitment: first.commitment, cost, committed, cash: cost, committedCash: committed }];
}
