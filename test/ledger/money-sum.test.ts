import Big from "big.js";
import fc from "fast-check";
import { sumOf } from "../../constructs/ledger/money-sum";

const apart = (amounts: readonly Big[]): Big => amounts.reduce((total, amount) => total.plus(amount), new Big(0));

describe("a sum of money", () => {
  test("is that of its cents, whatever their number and sign", () => {
    expect(sumOf([]).toFixed(2)).toBe("0.00");
    expect(sumOf([new Big("0.10"), new Big("0.20")]).toFixed()).toBe("0.3");
    expect(sumOf([new Big("-5"), new Big("1e6"), new Big("4999999.99")]).toFixed()).toBe("5999994.99");
  });

  test("holds parts of a cent and more digits than a machine's number", () => {
    const amounts = ["0.001", "99999999999999999999.99", "0.009", "-99999999999999999999", "1e-20"].map(
      (text) => new Big(text),
    );
    expect(sumOf(amounts).toFixed()).toBe("1.00000000000000000001");
  });

  test("loses nothing where the cents no longer fit a machine's number", () => {
    // Ten thousand times 9,999,999,999,999.99: more than 2^53 cents.
    const sum = sumOf(Array.from({ length: 10_000 }, () => new Big("9999999999999.99")));
    expect(sum.toFixed()).toBe("99999999999999900");
  });

  test("is the same as adding one by one", () => {
    const amount = fc
      .tuple(fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, decimals]) => new Big(digits.toString()).div(new Big(10).pow(decimals)));
    fc.assert(
      fc.property(fc.array(amount), (amounts) => {
        expect(sumOf(amounts).toFixed()).toBe(apart(amounts).toFixed());
      }),
    );
  });
});
