import { PriceFigure } from "../model";
import type { Rule } from "./rule";

export const compareCurrency: Rule = {
  id: "COMPARE-2",
  title: "all money of a comparison of owning and renting is in its one currency",
  severity: "error",
  structural: true,
  source: "arithmetic: amounts of different currencies do not add, and nothing here exchanges one for another",
  *check({ fleet }) {
    for (const { name, currency, own, rent } of fleet.comparisons) {
      for (const { path, currency: other } of pricesIn({ own, rent }, `comparisons.${name}`)) {
        if (other === currency) continue;
        yield {
          path: `${path}.currency`,
          observed: other,
          limit: currency,
          message: `the comparison is made in ${currency}; an amount in ${other} does not add to it`,
          hint: "convert it at a rate of your own, and name the rate and its day in its source",
        };
      }
    }
  },
};

/** Every amount of money with its path, wherever it stands. */
function* pricesIn(value: unknown, path: string): Generator<{ readonly path: string; readonly currency: string }> {
  const price = PriceFigure.safeParse(value);
  if (price.success) yield { path, currency: price.data.currency };
  else if (typeof value === "object" && value !== null && !Array.isArray(value))
    for (const [field, inner] of Object.entries(value)) yield* pricesIn(inner, `${path}.${field}`);
}
