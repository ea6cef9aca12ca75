import Big from "big.js";

/** Digits kept of a factor: enough that a sum of trillions is exact to the cent. */
const DIGITS = 40;

const Precise = Big();
Precise.DP = DIGITS;

/**
 * What one unit of money, so many months after the first, is worth in the first: (1 + rate) ^ (-month / 12), a rate per year. The
 * list holds months 0 to `months - 1`.
 */
export function discountFactors(ratePerYear: number, months: number): Big[] {
  const one = new Precise(1);
  const twelfth = one.div(cubeRoot(one.plus(ratePerYear)).sqrt().sqrt());
  const factors = [one];
  while (factors.length < months) factors.push((factors.at(-1) ?? one).times(twelfth).round(DIGITS));
  return factors.slice(0, months);
}

/** By Newton's steps, which double the digits: from one or more they never overshoot downwards. */
function cubeRoot(value: Big): Big {
  let root = new Precise(Math.cbrt(value.toNumber()));
  for (let step = 0; step < 6; step++)
    root = root
      .times(2)
      .plus(value.div(root.times(root)))
      .div(3);
  return root;
}
