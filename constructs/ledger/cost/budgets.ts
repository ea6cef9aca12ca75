import Big from "big.js";
import type { Budget, Currency, FleetSpec } from "../../model";
import { sitePartiesOf } from "../capacity";
import type { CostOptions } from "../committed-cost";
import { fiscalYearOf, type Month, monthAt } from "../months";
import { clouds, partyName } from "../party-roles";
import { type CostLine, isWithinMonths, type MonthWindow } from "./line";
import { fleetCosts } from "./lines";
import { UNNAMED } from "./rates";
import { sums } from "./totals";

/** What of a budget is spoken for. */
export interface BudgetUse {
  readonly budget: Budget;
  readonly months: MonthWindow;
  /** Payments of its year that it counts, in its currency. */
  readonly spent: Big;
  /** Payments that it would count, in other currencies: they are not converted. */
  readonly others: readonly { readonly currency: Currency; readonly amount: Big }[];
  /** Whom most of it goes to, and how much. */
  readonly largest?: { readonly name: string; readonly amount: Big };
}

/**
 * The months of a fiscal year.
 *
 * @returns nothing where no year has that name: `2027` where it begins in July, `FY2027` where it begins in January
 */
export function monthsOfYear(year: string, start: number): MonthWindow | undefined {
  const ends = Number(year.slice(-4));
  const index = (start === 1 ? ends : ends - 1) * 12 + start - 1;
  const first: Month = monthAt(index);
  return fiscalYearOf(first, start) === year ? { first, last: monthAt(index + 11) } : undefined;
}

/** How each budget of a fleet is used; those whose year nobody has are another rule's. */
export function budgetUses(fleet: FleetSpec, options: CostOptions): BudgetUse[] {
  const known = fleet.budgets.flatMap((budget) => {
    const months = monthsOfYear(budget.year, fleet.policy.fiscalYearStart);
    return months === undefined ? [] : [{ budget, months }];
  });
  // Costs of a month are the same however far one looks: those of all years are asked for at once.
  const firsts = known.map(({ months }) => months.first).sort();
  const lasts = known.map(({ months }) => months.last).sort();
  const [first, last] = [firsts[0], lasts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { lines } = fleetCosts(fleet, { ...options, first, last });
  return known.map(({ budget, months }) =>
    useOf(
      budget,
      months,
      lines.filter((line) => isWithinMonths(months, line.month) && isOf(budget, line)),
    ),
  );
}

/** Everybody whom costs of a fleet may be paid to, as costs name them. */
export function paidParties({ sites, priceBooks }: Pick<FleetSpec, "sites" | "priceBooks">): string[] {
  const named = priceBooks.flatMap(({ counterparty, rates, purchases }) =>
    [counterparty, ...[...rates, ...purchases].map((price) => price.counterparty)].flatMap((name) => name ?? []),
  );
  const promised = priceBooks.flatMap(({ commitments }) =>
    commitments.flatMap(({ appliesTo }) => (appliesTo.providers ?? []).map((provider) => clouds[provider])),
  );
  const parties = [...sites.map((site) => sitePartiesOf(site).counterparty), ...named.map(partyName), ...promised];
  return [...new Set([...parties, UNNAMED])];
}

/** Whether a budget counts a line. */
const isOf = ({ sites, counterparties, what }: Budget, line: CostLine): boolean =>
  (sites === undefined || sites.includes(line.site)) &&
  (counterparties === undefined || counterparties.some((name) => partyName(name) === line.counterparty)) &&
  (what === undefined || what.includes(line.what));

function useOf(budget: Budget, months: MonthWindow, lines: readonly CostLine[]): BudgetUse {
  const amountOf = (line: CostLine) => (budget.counts === "cash" ? line.cash : line.committedCash);
  const byCurrency = sums(lines, ({ currency }) => currency, amountOf);
  const own = lines.filter(({ currency }) => currency === budget.most.currency);
  const [largest] = [...sums(own, ({ counterparty }) => counterparty, amountOf)].sort(([, a], [, b]) => b.cmp(a));
  return {
    budget,
    months,
    spent: byCurrency.get(budget.most.currency) ?? new Big(0),
    others: [...byCurrency]
      .filter(([currency, amount]) => currency !== budget.most.currency && !amount.eq(0))
      .map(([currency, amount]) => ({ currency, amount })),
    ...(largest === undefined ? {} : { largest: { name: largest[0], amount: largest[1] } }),
  };
}
