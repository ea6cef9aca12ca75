import type { CostKind, FleetSpec, PriceBook } from "../../model";
import { commitments, endOfDay, instantOf, meet, powerSupplyOf, type Span, spanOf, supplyOf } from "../capacity";
import type { CostOptions } from "../committed-cost";
import type { CostOwner } from "./line";
import { boughtAt } from "./purchases";
import { billedBy, type Price, type PricedFleet } from "./rates";
import { pricedPools } from "./scope";

/** Something that a price is for, while it is there and the price holds. */
export interface PricedThing extends Span {
  readonly book: PriceBook;
  readonly price: Price;
  /** The list of the book in which the price stands. */
  readonly list: "rates" | "purchases";
  readonly what: CostKind;
  /** What the price counts: two of one kind are for the same. */
  readonly kind: string;
  readonly site: string;
  /** `site.cluster.pool`, or the site where a price is of it as a whole. */
  readonly thing: string;
  /** Whether it is known from when to when it is there, whenever the price holds. */
  readonly isBound: boolean;
}

/** Everything that the prices of a fleet are for, however sure it is that it comes; prices in the order of their books. */
export function pricedThings(fleet: FleetSpec, options: CostOptions): PricedThing[] {
  const supply = supplyOf(fleet, options);
  const priced: PricedFleet = {
    sites: fleet.sites,
    supply,
    power: powerSupplyOf(fleet.sites, options).lines,
    pools: pricedPools(fleet.sites, supply),
    energy: [],
    counted: commitments,
  };
  return fleet.priceBooks.flatMap((book) => [...ratedThings(book, priced), ...boughtThings(book, priced)]);
}

const ratedThings = (book: PriceBook, priced: PricedFleet): PricedThing[] =>
  book.rates.flatMap((rate) => {
    const held = spanOf(
      rate.from === undefined ? Number.NEGATIVE_INFINITY : instantOf(rate.from),
      rate.until === undefined ? Number.POSITIVE_INFINITY : endOfDay(rate.until),
    );
    // Energy is of the machines that draw it.
    const asked = rate.per === "MWh" ? ({ ...rate, per: "machineHour" } as const) : rate;
    return billedBy(book, asked, priced).flatMap(({ owner, from, until }): PricedThing[] => {
      const both = meet({ from, until }, held);
      const common = { book, price: rate, list: "rates", what: rate.what, kind: kindOf(rate.per) } as const;
      const isBound = from !== undefined && until !== undefined;
      return both === undefined ? [] : [{ ...common, ...placeOf(owner), isBound, ...both }];
    });
  });

/** What is bought is paid for once: whenever that is, two prices are both paid. */
const boughtThings = (book: PriceBook, priced: PricedFleet): PricedThing[] =>
  book.purchases.flatMap((price) =>
    boughtAt(book, price, priced).map(({ owner }): PricedThing => {
      const common = { book, price, list: "purchases", what: price.what, kind: `bought ${kindOf(price.per)}` } as const;
      return { ...common, ...placeOf(owner), isBound: true };
    }),
  );

/** Hours, months and numbers of accelerators and machines price the same thing. */
const kindOf = (per: string): string => (/^(accelerator|machine)/.test(per) ? "capacity" : per);

const placeOf = ({ site, cluster, pool }: CostOwner) => ({
  site,
  thing: cluster === undefined || pool === undefined ? site : `${site}.${cluster}.${pool}`,
});
