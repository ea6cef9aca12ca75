import type Big from "big.js";
import { partyName } from "../ledger";
import { budgetUses, monthsOfYear, paidParties } from "../ledger/cost";
import { type Currency, formatMoney } from "../model";
import { hintFor } from "./known-names";
import type { Report, Rule, RuleContext } from "./rule";

export const budgetKept: Rule = {
  id: "BUDGET-1",
  title: "what a fiscal year pays is within its budgets",
  severity: "warning",
  source: "the budgets of the fleet; a budget says itself whether more is an error",
  *check(context) {
    const { fleet, machine, asOf, isPartial } = context;
    if (["sites", "priceBooks", "budgets"].some(isPartial)) return;
    for (const use of budgetUses(fleet, { machine, asOf, organisation: fleet.organisation })) {
      const { budget, spent, others, largest } = use;
      const path = `budgets.${budget.name}`;
      const { amount: most, currency } = budget.most;
      if (spent.gt(most)) {
        const over = moneyText(spent.minus(most), currency);
        const mostly =
          largest === undefined ? "" : `; most goes to ${largest.name}: ${moneyText(largest.amount, currency)}`;
        yield {
          path: `${path}.most`,
          severity: budget.severity,
          observed: spent.toFixed(2),
          limit: most,
          unit: currency,
          message: `${budget.year} ${budget.counts === "cash" ? "pays" : "is bound to pay"} ${moneyText(spent, currency)}, ${over} more than the budget of ${formatMoney(budget.most)}${mostly}`,
        };
      }
      for (const other of others) {
        const own = fleet.budgets.some(
          ({ year, most: limit }) => year === budget.year && limit.currency === other.currency,
        );
        if (own) continue;
        yield {
          path: `${path}.most`,
          severity: "warning",
          observed: other.currency,
          limit: currency,
          message: `${moneyText(other.amount, other.currency)} of ${budget.year} are in ${other.currency} and count in no budget in ${currency}: nothing here exchanges one currency for another`,
          hint: `give ${other.currency} a budget of its own`,
        };
      }
    }
  },
};

export const budgetRefs: Rule = {
  id: "BUDGET-2",
  title: "budgets name fiscal years, sites and counterparties that exist",
  severity: "error",
  source: "the fiscal year of the policy, and the fleet itself",
  *check(context) {
    const { fleet } = context;
    const start = fleet.policy.fiscalYearStart;
    for (const { name, year, sites = [], counterparties = [] } of fleet.budgets) {
      if (monthsOfYear(year, start) === undefined) {
        const right = start === 1 ? year.slice(-4) : `FY${year.slice(-4)}`;
        yield {
          path: `budgets.${name}.year`,
          observed: year,
          message: `the fiscal year begins in month ${start} (policy.fiscalYearStart), so that its years are called ${right}`,
          hint: `write "${right}"`,
        };
      }
      yield* sitesOf(context, name, sites);
      yield* partiesOf(context, name, counterparties);
    }
  },
};

function* sitesOf({ fleet, lacksItems }: RuleContext, budget: string, sites: readonly string[]): Generator<Report> {
  const known = fleet.sites.map(({ name }) => name);
  for (const [index, site] of sites.entries()) {
    if (known.includes(site) || lacksItems("sites")) continue;
    yield {
      path: `budgets.${budget}.sites[${index}]`,
      observed: site,
      message: `there is no site ${JSON.stringify(site)}`,
      ...hintFor(site, known),
    };
  }
}

/** A budget of a party that nothing is paid to counts nothing. */
function* partiesOf({ fleet, isPartial }: RuleContext, budget: string, names: readonly string[]): Generator<Report> {
  if (names.length === 0 || isPartial("sites") || isPartial("priceBooks")) return;
  const known = paidParties(fleet);
  for (const [index, name] of names.entries()) {
    if (known.includes(partyName(name))) continue;
    yield {
      path: `budgets.${budget}.counterparties[${index}]`,
      observed: name,
      message: `nothing is paid to a counterparty ${JSON.stringify(name)}: no lease, no cloud and no price book names it`,
      ...hintFor(name, known),
    };
  }
}

const moneyText = (amount: Big, currency: Currency): string => formatMoney({ amount: amount.toFixed(2), currency });
