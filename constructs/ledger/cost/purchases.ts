import Big from "big.js";
import type { Basis, Bound, PriceBook, PurchasePrice, SiteSpec } from "../../model";
import { grouped } from "../../model/grouped";
import { type Commitment, dayOf, instantOf } from "../capacity";
import { weakerBasis } from "../energy";
import { indexOf, type Month, monthAt, monthOf } from "../months";
import { splitAmount } from "../split-amount";
import { basisOf, type CostGap, type CostLine, type CostOwner, isWithinMonths, type MonthWindow } from "./line";
import { ownerOf, type PricedFleet, priceName, siteOwner } from "./rates";
import { appliesTo, isOfSites, keyOf, type Priced } from "./scope";

/** Things that are bought together. */
export interface Bought {
  readonly owner: CostOwner;
  readonly of: Priced;
  readonly quantity: number;
  /** The instant of first use; none where it was always there. */
  readonly from?: number;
  /** The instant from which on one has no more use for it. */
  readonly until?: number;
  readonly bound: Bound;
  readonly basis: Basis;
  readonly commitment: Commitment;
}

/** What something bought is still worth in the books at the end of some months. */
export interface BookValue extends Pick<CostLine, "site" | "price" | "currency"> {
  readonly amount: Big;
}

/** What purchases cost, what they are worth at the end, and which have no day. */
export interface Purchases {
  readonly lines: readonly CostLine[];
  readonly left: readonly BookValue[];
  readonly gaps: readonly CostGap[];
}

/** What is bought at one price: paid when it is due, and a cost of the months in which it loses its value. */
export function purchasesAt(book: PriceBook, price: PurchasePrice, fleet: PricedFleet, window: MonthWindow): Purchases {
  const known = boughtAt(book, price, fleet).map((bought) => ({
    bought,
    from: bought.from ?? (price.usedFrom === undefined ? undefined : instantOf(price.usedFrom)),
  }));
  // What comes to a site at once is one purchase, and loses its value as one, into however many pools it is divided.
  const orders = grouped(
    known.flatMap(({ bought, from }) => (from === undefined ? [] : [{ bought, from }])),
    ({ bought, from }) => `${bought.owner.site} ${from} ${bought.until}`,
  );
  const parts = [...orders.values()].map((order) => orderOf(book, price, order, window));
  return {
    lines: parts.flatMap(({ lines }) => lines),
    left: parts.flatMap(({ left }) => left),
    gaps: known.flatMap(({ bought, from }) => (from === undefined ? [undated(book, price, bought)] : [])),
  };
}

const undated = (book: PriceBook, price: PurchasePrice, { owner }: Bought): CostGap => {
  const what = owner.pool === undefined ? owner.site : keyOf(placeOf(owner));
  return {
    site: owner.site,
    path: `priceBooks.${book.name}.purchases.${price.id}`,
    message: `${what} was always there, so that nobody knows when it was bought: say usedFrom`,
  };
};

/** What comes to a site at once. */
function orderOf(
  book: PriceBook,
  price: PurchasePrice,
  order: readonly { readonly bought: Bought; readonly from: number }[],
  window: MonthWindow,
): Pick<Purchases, "lines" | "left"> {
  const [first] = order;
  if (first === undefined) return { lines: [], left: [] };
  const weights = order.map(({ bought }) => new Big(bought.quantity));
  const quantity = weights.reduce((sum, each) => sum.plus(each), NOTHING);
  const course = courseOf(price, quantity.times(price.amount).round(2), first.from, first.bought.until);
  const lines = [...course.months].flatMap(([month, sums]): CostLine[] => {
    if (!isWithinMonths(window, month)) return [];
    const [costs, cashes] = [splitAmount(sums.cost, weights), splitAmount(sums.cash, weights)];
    return order.map(({ bought }, index) => {
      const [cost, cash] = [costs[index] ?? NOTHING, cashes[index] ?? NOTHING];
      return {
        ...bought.owner,
        of: bought.of,
        what: price.what,
        price: priceName(book, price),
        currency: book.currency,
        bound: bought.bound,
        basis: bought.basis,
        commitment: bought.commitment,
        month,
        cost,
        committed: cost,
        cash,
        // What something is sold for nobody is bound to pay.
        committedCash: cash.gt(0) ? cash : NOTHING,
      };
    });
  });
  const amount = course.worthAfter(window.last);
  const { site } = first.bought.owner;
  return {
    lines,
    left: amount.gt(0) ? [{ site, price: priceName(book, price), currency: book.currency, amount }] : [],
  };
}

const placeOf = (owner: CostOwner) => ({ site: owner.site, cluster: owner.cluster ?? "", pool: owner.pool ?? "" });

/** What one price is paid for, thing by thing. */
export function boughtAt(book: PriceBook, price: PurchasePrice, fleet: PricedFleet): Bought[] {
  switch (price.per) {
    case "accelerator":
    case "machine":
      return ofPools(book, price, fleet);
    case "kW":
    case "site":
      return ofSites(book, price, fleet);
  }
}

/** Machines that one owns: those that come together are bought together, however sure they are later. */
function ofPools(book: PriceBook, price: PurchasePrice, { supply, pools, counted }: PricedFleet): Bought[] {
  const known = supply.lines.filter(({ commitment }) => counted.includes(commitment));
  return [...grouped(known, ({ id }) => id).values()].flatMap((lines): Bought[] => {
    const [line] = lines;
    const pool = line === undefined ? undefined : pools.get(keyOf(line));
    if (line === undefined || pool?.capacity !== "owned" || !appliesTo(price.appliesTo, pool)) return [];
    return [
      {
        owner: ownerOf(book, price, line),
        of: pool,
        quantity: price.per === "machine" ? line.machines : line.accelerators,
        ...ends(lines),
        bound: line.bound,
        basis: weakerBasis(basisOf(book.basis), line.basis),
        commitment: line.commitment,
      },
    ];
  });
}

/** Buildings are bought for sites one owns, and for others only where the price names them. */
const isBoughtFor = ({ tenure }: SiteSpec, { appliesTo: { sites, tenures } }: PurchasePrice): boolean =>
  tenure === "owned" || sites !== undefined || tenures !== undefined;

/** Critical IT power phase by phase, or the site as a whole. */
function ofSites(book: PriceBook, price: PurchasePrice, { sites, power, supply, counted }: PricedFleet): Bought[] {
  if (!isOfSites(price.appliesTo)) return [];
  const isCounted = ({ commitment }: { readonly commitment: Commitment }) => counted.includes(commitment);
  const critical = power.filter((line) => line.meaning === "criticalIT" && isCounted(line));
  const powerOf = grouped(critical, ({ site }) => site);
  const supplyOf = grouped(supply.lines.filter(isCounted), ({ site }) => site);
  return sites.flatMap((site): Bought[] => {
    if (site.retired || !isBoughtFor(site, price) || !appliesTo(price.appliesTo, { site })) return [];
    const own = powerOf.get(site.name) ?? [];
    if (price.per === "kW") {
      return [...grouped(own, ({ phase }) => phase).values()].flatMap((lines): Bought[] => {
        const [line] = lines;
        if (line === undefined) return [];
        const { value, bound, commitment } = line;
        const basis = weakerBasis(basisOf(book.basis), line.basis);
        const owner = siteOwner(book, price, line);
        return [{ owner, of: { site }, quantity: value * 1000, ...ends(lines), bound, basis, commitment }];
      });
    }
    const all = [...own, ...(supplyOf.get(site.name) ?? [])];
    const [line] = all;
    if (line === undefined) return [];
    const basis = basisOf(book.basis);
    const owner = siteOwner(book, price, line);
    return [{ owner, of: { site }, quantity: 1, ...ends(all), bound: "exact", basis, commitment: line.commitment }];
  });
}

/** The first instant of some stretches, and the last. */
function ends(lines: readonly { readonly from?: number | undefined; readonly until?: number | undefined }[]) {
  const from = Math.min(...lines.map((line) => line.from ?? Number.NEGATIVE_INFINITY));
  const until = Math.max(...lines.map((line) => line.until ?? Number.POSITIVE_INFINITY));
  return { ...(Number.isFinite(from) ? { from } : {}), ...(Number.isFinite(until) ? { until } : {}) };
}

interface Course {
  readonly months: ReadonlyMap<Month, { readonly cost: Big; readonly cash: Big }>;
  /** What it is worth at the end of a month. */
  worthAfter(month: Month): Big;
}

const NOTHING = new Big(0);

/**
 * What one purchase comes to: payments when they are due, the loss of value month by month from that of the first use, and, where one
 * has no more use for it, what it is then worth. Parts of months count as whole ones.
 */
function courseOf(
  { payments, depreciation }: PurchasePrice,
  amount: Big,
  from: number,
  until: number | undefined,
): Course {
  const first = indexOf(monthOf(dayOf(from)));
  const end = until === undefined ? undefined : Math.max(first + 1, indexOf(monthOf(dayOf(until - 1))) + 1);
  const floor = amount.times(depreciation.residualShare).round(2);
  /** What is left after so many months of use. */
  const worth = (months: number): Big => {
    const used = Math.min(Math.max(months, 0), depreciation.months);
    return amount.minus(amount.minus(floor).times(used).div(depreciation.months).round(2));
  };
  const months = new Map<Month, { cost: Big; cash: Big }>();
  const add = (index: number, cost: Big, cash: Big) => {
    const month = monthAt(index);
    const known = months.get(month) ?? { cost: NOTHING, cash: NOTHING };
    months.set(month, { cost: known.cost.plus(cost), cash: known.cash.plus(cash) });
  };
  const due = splitAmount(
    amount,
    payments.map(({ share }) => new Big(share)),
  );
  for (const [index, payment] of payments.entries()) add(first + payment.months, NOTHING, due[index] ?? NOTHING);
  const paidBy = (index: number): Big =>
    payments.reduce(
      (sum, payment, at) => (first + payment.months <= index ? sum.plus(due[at] ?? NOTHING) : sum),
      NOTHING,
    );
  const years = Math.min(depreciation.months, end === undefined ? depreciation.months : end - first);
  for (let used = 0; used < years; used++) add(first + used, worth(used).minus(worth(used + 1)), NOTHING);
  // What one has no more use for is sold for what it is worth in the books: an assumption, and the one that planning makes.
  if (end !== undefined) add(end - 1, NOTHING, worth(end - first).times(-1));
  const isLeft = (index: number) => index >= first && (end === undefined || index < end - 1);
  return {
    months,
    worthAfter: (month) => {
      // What is paid before first use is worth what was paid.
      if (indexOf(month) < first) return paidBy(indexOf(month));
      return isLeft(indexOf(month)) ? worth(indexOf(month) + 1 - first) : NOTHING;
    },
  };
}
