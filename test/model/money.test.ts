import fc from "fast-check";
import {
  addMoney,
  type Currency,
  contracted,
  eur,
  formatMoney,
  gbp,
  type Money,
  MoneySchema,
  readFleet,
  usd,
} from "../../constructs/model";
import { aFleet, aSpec } from "./raw-fleet";

/** What the fleet says of a guarantee over this amount. */
function refusal(amount: Money) {
  const guarantee = { name: "g", obligor: "G", covers: "rent", state: "binding", sites: ["memphis"] };
  const said = { ...guarantee, amount: contracted(amount, { source: "page 3" }) };
  return readFleet(aFleet(aSpec({ guarantees: [said] }))).findings.map(({ path, message }) => [path, message]);
}

const cents = (amount: string): bigint => BigInt(amount.replace(".", ""));
const dollars = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`;

describe("money", () => {
  test("a number of dollars becomes an exact decimal text", () => {
    expect(usd(1_300_000_000).amount).toBe("1300000000.00");
    expect(usd(50_000_000_000).amount).toBe("50000000000.00");
    expect(eur(0.1).amount).toBe("0.10");
    expect(gbp(19.99)).toEqual({ amount: "19.99", currency: "GBP" });
  });

  test("a decimal text stays as it was written", () => {
    expect(usd("1300000000.00").amount).toBe("1300000000.00");
    expect(usd("99999999999999.99").amount).toBe("99999999999999.99");
  });

  test("a tenth and two tenths are three tenths", () => {
    expect(addMoney(usd(0.1), usd(0.2)).amount).toBe("0.30");
  });

  test("one amount alone is its own sum", () => {
    expect(addMoney(eur("7"))).toEqual({ amount: "7.00", currency: "EUR" });
  });

  const amount = fc.bigInt({ min: 0n, max: 99_999_999_999_999n }).map(dollars);

  test("a sum is exact to the cent, far beyond what a binary fraction holds", () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 20 }), ([first = "0.00", ...rest]) => {
        const sum = addMoney(usd(first), ...rest.map((each) => usd(each)));
        expect(cents(sum.amount)).toBe([first, ...rest].reduce((total, each) => total + cents(each), 0n));
        expect(MoneySchema.safeParse(sum).success).toBe(true);
      }),
    );
  });

  test("the order and the grouping of a sum do not matter", () => {
    fc.assert(
      fc.property(amount, amount, amount, (a, b, c) => {
        const [x, y, z] = [usd(a), usd(b), usd(c)];
        expect(addMoney(x, y, z)).toEqual(addMoney(z, y, x));
        expect(addMoney(addMoney(x, y), z)).toEqual(addMoney(x, addMoney(y, z)));
      }),
    );
  });

  test("it reads the same whatever the locale of the machine", () => {
    expect(formatMoney(usd(50_000_000_000))).toBe("$50,000,000,000.00");
    expect(formatMoney(eur("999"))).toBe("€999");
    expect(formatMoney(gbp(1234.5))).toBe("£1,234.50");
  });
});

describe("an amount that is none", () => {
  const [path] = ["guarantees.g.amount.amount"];
  const refused = (amount: string) => [
    [path, `must be an amount of 0 or more, in digits, with at most two decimals; got ${JSON.stringify(amount)}`],
  ];

  test.each([
    [usd(-5), "-5.00"],
    [usd(Number.NaN), "NaN"],
    [usd(Number.POSITIVE_INFINITY), "Infinity"],
    [usd(1.005), "1.005"],
    [usd("1.234"), "1.234"],
    [usd("1,000"), "1,000"],
    [usd("$5"), "$5"],
    [usd(""), ""],
  ])("%j is recorded, and refused by the fleet", (amount, shown) => {
    expect(refusal(amount)).toEqual(refused(shown));
  });

  test("a sum does not round a third decimal away", () => {
    expect(refusal(addMoney(usd("0.005"), usd(1)))).toEqual(refused("1.005"));
    expect(addMoney(usd("0.005"), usd("0.005")).amount).toBe("0.01");
  });

  test("a sum over it does not throw, and says what was added", () => {
    expect(refusal(addMoney(usd("ten"), usd(5)))).toEqual(refused("ten USD + 5.00 USD"));
  });

  test("currencies are not added, not even by a program without types", () => {
    const mixed: Money<Currency> = Reflect.apply(addMoney, undefined, [usd(1), eur(1)]);
    expect(refusal(mixed)).toEqual([
      [path, 'must be in one currency: USD and EUR do not add; got "1.00 USD + 1.00 EUR"'],
    ]);
  });

  test("more digits than an amount may have are counted", () => {
    const [[, message = ""] = []] = refusal(usd(1e30));
    expect(message).toMatch(/^must be an amount of at most 15 digits before the point; got "10{30}\.00"$/);
    expect(refusal(usd("999999999999999.99"))).toEqual([]);
  });

  test.each([
    [[undefined], "nothing"],
    [[usd(5), undefined], "5.00 USD + nothing"],
    [[usd(5), 3], "5.00 USD + 3"],
    [[null, usd(5)], "nothing + 5.00 USD"],
  ])("a sum of %j does not throw, and says what was added", (added, amount) => {
    expect(Reflect.apply(addMoney, undefined, added)).toMatchObject({ amount });
  });

  test("a number in a document is refused: it may have lost cents already", () => {
    const read = MoneySchema.safeParse({ amount: 1300000000, currency: "USD" });
    expect(read.error?.issues[0]?.message).toMatch(/^must be an amount in quotes, such as "1300000000.00"/);
  });
});
