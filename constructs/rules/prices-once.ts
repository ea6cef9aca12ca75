import { meet } from "../ledger/capacity";
import { meteredItems, type PricedThing, pricedThings } from "../ledger/cost";
import { grouped } from "../model/grouped";
import type { Report, Rule, RuleContext } from "./rule";

export const pricesOnce: Rule = {
  id: "COST-2",
  title: "nothing is priced twice for the same at one time",
  severity: "warning",
  source: "arithmetic: two prices of a kind for one pool, or for one site as a whole, add up",
  *check(context) {
    const { fleet, machine, asOf } = context;
    if (fleet.priceBooks.length === 0) return;
    const things = pricedThings(fleet, { machine, asOf, organisation: fleet.organisation });
    yield* twicePriced(things);
    yield* twiceMetered(context, things);
  },
};

const nameOf = ({ book, price }: PricedThing): string => `${book.name}.${price.id}`;

const narrow = "narrow appliesTo of one of them, or say with from and until when each holds";

/** Of each two prices the first thing that has both. */
function* twicePriced(things: readonly PricedThing[]): Generator<Report> {
  const seen = new Set<string>();
  for (const same of grouped(things, ({ what, kind, thing }) => `${what}\0${kind}\0${thing}`).values()) {
    for (const [index, other] of same.entries()) {
      for (const one of same.slice(0, index)) {
        const pair = `${nameOf(one)}\0${nameOf(other)}`;
        if (one.price === other.price || seen.has(pair) || meet(one, other) === undefined) continue;
        seen.add(pair);
        yield {
          path: pathOf(other),
          message: `${other.thing} has two prices for ${other.what} at one time: ${nameOf(one)} and this one; both are added`,
          hint: other.list === "purchases" ? "narrow appliesTo of one of them" : narrow,
        };
      }
    }
  }
}

const pathOf = ({ book, price, list }: PricedThing): string => `priceBooks.${book.name}.${list}.${price.id}`;

/** Power that a lease charges by meter is energy, and a price of energy is for the same. */
function* twiceMetered({ fleet }: RuleContext, things: readonly PricedThing[]): Generator<Report> {
  const metered = new Map(fleet.sites.map((site) => [site.name, meteredItems(site)[0]?.id]));
  const seen = new Set<string>();
  for (const each of things) {
    const item = metered.get(each.site);
    const pair = `${nameOf(each)}\0${each.site}`;
    if (each.kind !== "MWh" || item === undefined || seen.has(pair)) continue;
    seen.add(pair);
    yield {
      path: pathOf(each),
      message: `the energy of ${each.site} has two prices: its lease charges power by meter (lease.passThrough.${item}), and this one; both are added`,
      hint: "leave the site out of appliesTo",
    };
  }
}
