import { pricedThings } from "../ledger/cost";
import type { Rule } from "./rule";

export const prepaidTerms: Rule = {
  id: "COST-5",
  title: "what is prepaid has a term with a first and a last day",
  severity: "warning",
  source: "arithmetic: a share of a term that nobody knows is no amount, and is due on no day",
  *check({ fleet, machine, asOf, isPartial }) {
    const shares = new Map(
      fleet.priceBooks.flatMap(({ name, rates }) =>
        rates.map(({ id, prepaymentShare = 0 }) => [`${name}.rates.${id}`, prepaymentShare]),
      ),
    );
    if (isPartial("sites") || [...shares.values()].every((share) => share === 0)) return;
    const seen = new Set<string>();
    for (const { book, list, price, thing, isBound } of pricedThings(fleet, {
      machine,
      asOf,
      organisation: fleet.organisation,
    })) {
      const name = `${book.name}.${list}.${price.id}`;
      const share = shares.get(name) ?? 0;
      const path = `priceBooks.${name}.prepaymentShare`;
      if (share === 0 || isBound) continue;
      if (seen.has(`${path} ${thing}`)) continue;
      seen.add(`${path} ${thing}`);
      yield {
        path,
        observed: share,
        message: `nobody says from when to when ${thing} is there, so that nothing of it is prepaid: it is paid month by month`,
        hint: "give it a term with from and until, or leave it out of appliesTo",
      };
    }
  },
};
