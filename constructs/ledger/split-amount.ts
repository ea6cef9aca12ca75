import Big from "big.js";

const NOTHING = new Big(0);

/**
 * An amount in parts by weight, to the cent and with nothing lost: each part is rounded down, and the cents that are left go to the
 * parts that lost most, the earlier first. Without any weight the parts are equal.
 */
export function splitAmount(amount: Big, weights: readonly Big[]): Big[] {
  if (weights.length === 0) return [];
  if (amount.eq(0)) return weights.map(() => NOTHING);
  if (amount.lt(0)) return splitAmount(amount.neg(), weights).map((part) => part.neg());
  if (weights.length === 1) return [amount.round(2, Big.roundDown)];
  const whole = weights.reduce((sum, weight) => sum.plus(weight), new Big(0));
  const exact = weights.map((weight) => (whole.eq(0) ? amount.div(weights.length) : amount.times(weight).div(whole)));
  const parts = exact.map((part) => part.round(2, Big.roundDown));
  const left = amount.round(2, Big.roundDown).minus(parts.reduce((sum, part) => sum.plus(part), new Big(0)));
  const cents = Number(left.times(100));
  const losers = exact
    .map((part, index) => ({ index, lost: part.minus(parts[index] ?? 0) }))
    .sort((a, b) => b.lost.cmp(a.lost) || a.index - b.index)
    .slice(0, cents)
    .map(({ index }) => index);
  return parts.map((part, index) => (losers.includes(index) ? part.plus("0.01") : part));
}
