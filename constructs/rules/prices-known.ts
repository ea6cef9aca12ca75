import { fleetCosts, planningMonths } from "../ledger/cost";
import type { Rule } from "./rule";

export const pricesKnown: Rule = {
  id: "COST-4",
  title: "where a fleet has prices, everything has one",
  severity: "note",
  source: "the price books and leases of the fleet",
  *check(context) {
    const { fleet, machine, asOf, isPartial } = context;
    if (fleet.priceBooks.length === 0 || isPartial("sites") || isPartial("priceBooks")) return;
    const options = { machine, asOf, organisation: fleet.organisation, ...planningMonths(fleet, asOf) };
    for (const { path, message } of fleetCosts(fleet, options).gaps) yield { path, message };
  },
};
