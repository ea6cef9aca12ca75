import { supplyOf } from "../ledger/capacity";
import { appliesTo, pricedPools } from "../ledger/cost";
import type { PriceBook, RatePrice } from "../model";
import type { Report, Rule } from "./rule";

export const pricesOnce: Rule = {
  id: "COST-2",
  title: "nothing is priced twice for the same at one time",
  severity: "warning",
  source: "arithmetic: two prices of a kind for one pool add up",
  *check({ fleet, machine, asOf }) {
    const priced = fleet.priceBooks.flatMap((book) => book.rates.map((rate) => ({ book, rate })));
    if (priced.length < 2) return;
    const pools = [...pricedPools(fleet.sites, supplyOf(fleet, { machine, asOf }))];
    for (const [index, one] of priced.entries()) {
      for (const other of priced.slice(index + 1)) {
        if (!isSameKind(one.rate, other.rate)) continue;
        const [pool] =
          pools.find(([, each]) => [one, other].every(({ rate }) => appliesTo(rate.appliesTo, each))) ?? [];
        if (pool !== undefined) yield twice(one, other, pool);
      }
    }
  },
};

/** Hours and months of accelerators and machines price the same thing. */
const counted = (per: RatePrice["per"]): string => (/^(accelerator|machine)/.test(per) ? "capacity" : per);

const isSameKind = (one: RatePrice, other: RatePrice): boolean =>
  one.what === other.what &&
  counted(one.per) === counted(other.per) &&
  (one.until === undefined || other.from === undefined || other.from <= one.until) &&
  (other.until === undefined || one.from === undefined || one.from <= other.until);

interface Priced {
  readonly book: PriceBook;
  readonly rate: RatePrice;
}

const twice = (one: Priced, { book, rate }: Priced, pool: string): Report => ({
  path: `priceBooks.${book.name}.rates.${rate.id}`,
  message: `${pool} has two prices for ${rate.what} at one time: ${one.book.name}.${one.rate.id} and this one; both are added`,
  hint: "narrow appliesTo of one of them, or say with from and until when each holds",
});
