import Big from "big.js";

const NOTHING = new Big(0);

/**
 * A sum of money, exact. Whole cents, which nearly all bills are, are added as integers that a machine's number holds without loss;
 * what has more decimals or more digits is added apart, as it is.
 */
export class MoneySum {
  private cents = 0;
  private rest = NOTHING;

  add(amount: Big): void {
    const cents = wholeCents(amount);
    const sum = cents === undefined ? Number.NaN : this.cents + cents;
    if (Number.isSafeInteger(sum)) this.cents = sum;
    else this.rest = this.rest.plus(amount);
  }

  /** What has been added so far. */
  total(): Big {
    const whole = this.cents === 0 ? NOTHING : new Big(this.cents).div(100);
    return this.rest.eq(0) ? whole : this.rest.plus(whole);
  }
}

/** The sum of some amounts of one currency, exact. */
export function sumOf(amounts: Iterable<Big>): Big {
  const sum = new MoneySum();
  for (const amount of amounts) sum.add(amount);
  return sum.total();
}

/** More digits than a machine's number holds for certain. */
const MOST_DIGITS = 15;

/** An amount in cents; nothing where it has parts of a cent, or more digits than a machine's number holds. */
function wholeCents({ c: digits, e: exponent, s: sign }: Big): number | undefined {
  // The digits are d.dddd times ten to the exponent.
  const zeros = exponent + 3 - digits.length;
  if (zeros < 0 || exponent + 3 > MOST_DIGITS) return undefined;
  let cents = 0;
  for (const digit of digits) cents = cents * 10 + digit;
  for (let zero = 0; zero < zeros; zero++) cents *= 10;
  return sign < 0 ? -cents : cents;
}
