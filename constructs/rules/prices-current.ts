import { addDays, compareDates } from "../model";
import type { Rule } from "./rule";

export const pricesCurrent: Rule = {
  id: "COST-3",
  title: "price books are not older than they say they hold",
  severity: "warning",
  source: "the date of the price book, and the days for which it is taken to hold",
  *check({ fleet, asOf }) {
    for (const { name, date, validDays } of fleet.priceBooks) {
      const last = addDays(date, validDays);
      if (compareDates(asOf, last) <= 0) continue;
      yield {
        path: `priceBooks.${name}.date`,
        observed: date,
        limit: last,
        message: `the prices are of ${date} and were taken to hold for ${validDays} days, until ${last}`,
        hint: "read them anew and set date, or say with validDays for how long they hold",
      };
    }
  },
};
