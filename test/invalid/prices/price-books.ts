import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers, untyped } from "../support";

/** Bare numbers for prices, a unit that is none, a currency that is none, a share in percent, a budget of a year that nobody has. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab").addCluster("research", { utilization: untyped(0.6), pools: [ownServers(10)] });
  const book = { currency: "USD", basis: "list", source: "the price list", date: "2026-11-01" } as const;
  fleet
    .addPriceBook("wrong", {
      ...book,
      currency: untyped("CHF"),
      basis: untyped("guessed"),
      rates: [
        { id: "a", what: "compute", per: untyped("gpuHour"), amount: untyped(2.5) },
        { id: "b", what: "energy", per: "MWh", amount: "-3", takeOrPayShare: 60 },
      ],
      purchases: [{ id: "c", what: untyped("energy"), per: "machine", amount: "1e6", depreciation: { months: 0 } }],
    })
    .addPriceBook("right", {
      ...book,
      rates: [{ id: "a", what: "staff", appliesTo: { sites: ["lap"] }, per: "month", amount: "1000" }],
      purchases: [
        {
          id: "p",
          what: "hardware",
          per: "machine",
          amount: "1",
          payments: [{ share: 0.5 }],
          depreciation: { months: 12 },
        },
      ],
    })
    .addBudget("late", { year: "FY2027", most: { amount: "1000.00", currency: "USD" } });
  return fleet;
}

export const expected = [
  "error   budgets.late.year: the fiscal year begins in month 1 (policy.fiscalYearStart), so that its years are called 2027  [BUDGET-2]",
  '          → write "2027"',
  "error   priceBooks.right.purchases.p.payments: the payments are 0.5 of the price in all; they must be 1  [COST-1]",
  'error   priceBooks.right.rates.a.appliesTo.sites[0]: there is no site "lap"  [COST-1]',
  '          → did you mean "lab"?',
  'error   priceBooks.wrong.basis: must be one of "negotiated", "list", "reported", "assumed"; got "guessed"  [SCHEMA]',
  'error   priceBooks.wrong.currency: must be one of "USD", "EUR", "GBP"; got "CHF"  [SCHEMA]',
  'error   priceBooks.wrong.purchases.c.amount: must be an amount of 0 or more in quotes, in digits, with at most twelve digits before the point and six after it, such as "2.4875"; got "1e6"  [SCHEMA]',
  "error   priceBooks.wrong.purchases.c.depreciation.months: must be 1 or more months; got 0  [SCHEMA]",
  'error   priceBooks.wrong.purchases.c.what: must be one of "hardware", "network", "storage", "building", "other"; got "energy"  [SCHEMA]',
  'error   priceBooks.wrong.rates.a.amount: must be an amount of 0 or more in quotes, in digits, with at most twelve digits before the point and six after it, such as "2.4875"; got 2.5  [SCHEMA]',
  'error   priceBooks.wrong.rates.a.per: must be one of "acceleratorHour", "machineHour", "acceleratorMonth", "machineMonth", "kWMonth", "month", "MWh"; got "gpuHour"  [SCHEMA]',
  'error   priceBooks.wrong.rates.b.amount: must be an amount of 0 or more in quotes, in digits, with at most twelve digits before the point and six after it, such as "2.4875"; got "-3"  [SCHEMA]',
  "error   priceBooks.wrong.rates.b.takeOrPayShare: must be a share, 0 to 1; got 60  [SCHEMA]",
  "error   sites.lab.clusters.research.utilization: must be a figure with value, basis and source, as assumed(1.2, { source: ... }) gives; got 0.6  [SCHEMA]",
];
