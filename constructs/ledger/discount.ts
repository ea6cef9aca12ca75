import Big from "big.js";

/** Digits kept of a factor: enough that a sum of trillions is exact to the cent. */
const DIGITS = 40;

const Precise = Big();
Precise.DP = DIGITS;

/**
 * What one unit of money, so many months after the first, is worth in the first: (1 + rate) ^ (-month / 12), a rate per year. The
 * list holds months 0 to `months - 1`.
 */
export function discountFactors(ratePerYear: Big.BigSource, months: number): Big[] {
  const one = new Precise(1);
  const year = one.plus(ratePerYear);
  const factors = kept(lists, year.toString(), () => [one]);
  const twelfth = one.div(twelfthRoot(year));
  while (factors.length < months) factors.push((factors.at(-1) ?? one).times(twelfth).round(DIGITS));
  return factors.slice(0, months);
}

/**
 * What a price that changes by a share of itself each year is after so many months, as a multiple: (1 + change) ^ (months / 12). After whole
 * years it is exact.
 *
 * @param changePerYear above -1: -0.15 for 15 % less
 */
export function growthAfter(changePerYear: Big.BigSource, months: number): Big {
  const year = new Precise(1).plus(changePerYear);
  const whole = year.pow(Math.floor(months / 12));
  const rest = months % 12;
  return rest === 0 ? whole : whole.times(twelfthRoot(year).pow(rest)).round(DIGITS);
}

/** Roots and factors take many divisions, and a comparison asks for the same few a thousand times: the last ones are kept. */
const roots = new Map<string, Big>();
const lists = new Map<string, Big[]>();
const MOST_KEPT = 64;

function kept<Made>(known: Map<string, Made>, key: string, make: () => Made): Made {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST_KEPT) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}

const twelfthRoot = (value: Big): Big => kept(roots, value.toString(), () => cubeRoot(value).sqrt().sqrt());

/** By Newton's steps, which double the digits: from the root that a machine's number gives, six are more than enough. */
function cubeRoot(value: Big): Big {
  let root = new Precise(Math.cbrt(value.toNumber()));
  for (let step = 0; step < 6; step++)
    root = root
      .times(2)
      .plus(value.div(root.times(root)))
      .div(3);
  return root;
}
