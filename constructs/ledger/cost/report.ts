import Big from "big.js";
import { type Bound, type Currency, type FleetSpec, joinBounds } from "../../model";
import { grouped } from "../../model/grouped";
import { type Commitment, type Dimension, type SupplyLine, groupOf as supplyGroup } from "../capacity";
import type { CostOptions } from "../committed-cost";
import { SIGNED } from "../energy";
import { fiscalYearOf, type Month, monthsFrom } from "../months";
import { type BudgetUse, budgetUses } from "./budgets";
import { type Hours, type PoolHours, poolHours, sumHours } from "./hours";
import type { CostGap, CostLine, MonthWindow } from "./line";
import { type FleetCosts, fleetCosts, planningMonths } from "./lines";
import { presentValue } from "./present-value";
import { type CostTotal, joinTotals, totalsBy } from "./totals";
import type { CostDimension } from "./words";

/** What a report on cost is asked about. */
export interface CostReportOptions extends CostOptions {
  /** The day from which one looks ahead; costs are of whole months, from that of this day on. */
  readonly asOf: string;
  /** The day up to which one looks, without it; the month of the day before is the last. @default - the months of the policy later */
  readonly until?: string;
  /** How cost is split. @default "site" */
  readonly by?: CostDimension;
  /** How sure it must be that something is there. @default - firm, terminable and conditional */
  readonly counted?: readonly Commitment[];
  /** What a payment a year later is worth less, as a share of it. @default - that of the planning; without it there is no present value */
  readonly rate?: number;
  /** Share of schedulable hours in which clusters work that do not say. @default - not known */
  readonly utilization?: number;
}

/** What one fiscal year owes. */
export interface YearCost extends CostTotal {
  readonly year: string;
  /** How many of its twelve months one looks at: its costs are of these. */
  readonly months: number;
  /** Deposits that fall due; they come back, and are in no other sum. */
  readonly deposits: Big;
  /** What it costs to leave at the first exit of each lease, where that is in this year; in no other sum. */
  readonly exitFees: Big;
}

/** What an hour of an accelerator costs. */
export interface HourCost {
  readonly currency: Currency;
  readonly perInstalledHour: Big;
  /** Absent: nobody says how many hours are used. */
  readonly perUsedHour?: Big;
  /** At least this where something has no price, at most where there may be more accelerators. */
  readonly bound: Bound;
}

/** A part of the cost. */
export interface CostGroup {
  readonly name: string;
  readonly totals: readonly CostTotal[];
  /** Absent where it has no accelerators of its own, or cost is split by what has none. */
  readonly hours?: Hours;
  readonly hourCosts: readonly HourCost[];
}

/** What payments are worth at the beginning. */
export interface PresentValue {
  readonly currency: Currency;
  readonly cash: Big;
  readonly committed: Big;
  /** What is bought and still worth something in the books at the end; it is not taken from the payments. */
  readonly left: Big;
}

/** What a fleet costs, month by month, and what of it cannot be avoided. */
export interface CostReport extends MonthWindow {
  readonly asOf: string;
  readonly by: CostDimension;
  readonly counted: readonly Commitment[];
  readonly lines: readonly CostLine[];
  readonly whole: CostGroup;
  readonly months: readonly (CostTotal & { readonly month: Month })[];
  readonly years: readonly YearCost[];
  readonly groups: readonly CostGroup[];
  /** Absent where no rate is stated. */
  readonly presentValue?: { readonly rate: number; readonly sums: readonly PresentValue[] };
  readonly left: FleetCosts["left"];
  readonly exitFees: FleetCosts["exitFees"];
  /** On what power is charged that leases pass on by meter. */
  readonly metered: FleetCosts["metered"];
  readonly gaps: readonly CostGap[];
  readonly budgets: readonly BudgetUse[];
}

const NOTHING = new Big(0);

/**
 * What a fleet costs.
 *
 * @param fleet as it is built (`expandFleet`)
 */
export function costReport(fleet: FleetSpec, options: CostReportOptions): CostReport {
  const { asOf, by = "site", counted = SIGNED, utilization } = options;
  const window = planningMonths(fleet, asOf, options.until);
  const costs = fleetCosts(fleet, { ...options, ...window, counted });
  const hours = poolHours(fleet, costs, { ...window, counted, usual: utilization });
  const months = monthTotals(costs.lines, window);
  const lacks = costs.gaps.length > 0;
  const known = lacks ? asFloor : <T extends CostTotal>(total: T): T => total;
  const rate = options.rate ?? fleet.planning?.discountRatePerYear;
  return {
    asOf,
    ...window,
    by,
    counted,
    lines: costs.lines,
    whole: groupOf("all", joinTotals(months), hours, lacks),
    months: months.map(known),
    years: yearsOf(costs, months, window, fleet.policy.fiscalYearStart).map(known),
    groups: groupsOf(costs, hours, by),
    ...(rate === undefined ? {} : { presentValue: { rate, sums: worthOf(months, costs.left, rate, window) } }),
    left: costs.left,
    exitFees: costs.exitFees,
    metered: costs.metered,
    gaps: costs.gaps,
    budgets: budgetUses(fleet, options),
  };
}

function monthTotals(lines: readonly CostLine[], { first, last }: MonthWindow): CostReport["months"] {
  const byMonth = totalsBy(lines, ({ month }) => month);
  return [...monthsFrom(first, last)].flatMap((month) =>
    (byMonth.get(month) ?? []).map((each) => ({ month, ...each })),
  );
}

/** What each fiscal year costs and owes, in order, one row for each currency. */
function yearsOf(
  { deposits, exitFees }: FleetCosts,
  months: CostReport["months"],
  { first, last }: MonthWindow,
  start: number,
): YearCost[] {
  const lengths = grouped([...monthsFrom(first, last)], (month) => fiscalYearOf(month, start));
  const yearOf = ({ month }: { readonly month: Month }) => fiscalYearOf(month, start);
  const byYear = grouped(months, yearOf);
  const years = [...new Set([...byYear.keys(), ...deposits.map(yearOf), ...exitFees.map(yearOf)])].sort();
  return years.flatMap((year) => {
    const isOwn = <T extends { readonly month: Month }>(each: T) => yearOf(each) === year;
    const [due, fees] = [deposits.filter(isOwn), exitFees.filter(isOwn)];
    const totals = joinTotals(byYear.get(year) ?? []);
    const currencies = [...new Set([...totals, ...due, ...fees].map(({ currency }) => currency))].sort();
    const sum = (all: readonly { readonly currency: Currency }[], currency: Currency, amounts: readonly Big[]) =>
      all.reduce(
        (total, each, at) => (each.currency === currency ? total.plus(amounts[at] ?? NOTHING) : total),
        NOTHING,
      );
    return currencies.map((currency) => ({
      year,
      months: lengths.get(year)?.length ?? 0,
      ...(totals.find((each) => each.currency === currency) ?? nothingIn(currency)),
      deposits: sum(
        due,
        currency,
        due.map(({ cash }) => cash),
      ),
      exitFees: sum(
        fees,
        currency,
        fees.map(({ amount }) => amount),
      ),
    }));
  });
}

const nothingIn = (currency: Currency): CostTotal => ({
  currency,
  cost: NOTHING,
  committed: NOTHING,
  flexible: NOTHING,
  cash: NOTHING,
  committedCash: NOTHING,
  bound: "exact",
  byBasis: {},
});

/** Sums that lack what nobody has priced are floors. */
const asFloor = <T extends CostTotal>(total: T): T => ({ ...total, bound: joinBounds(total.bound, "atLeast") });

/** Dimensions in which accelerators are split as their cost is: elsewhere an hour has no cost. */
const shared = ["site", "tenure", "provider", "country", "jurisdiction"] as const;
const isShared = (by: CostDimension): by is (typeof shared)[number] & Dimension => shared.some((each) => each === by);

/** Of no cluster: rent, staff, what is bought for a site as a whole. */
const nameOf = (line: CostLine, by: CostDimension): string =>
  by === "cluster" ? (line.cluster === undefined ? `${line.site} (shared)` : `${line.site}.${line.cluster}`) : line[by];

function groupsOf({ lines, gaps }: FleetCosts, hours: readonly PoolHours[], by: CostDimension): CostGroup[] {
  const own = totalsBy(lines, (line) => nameOf(line, by));
  const hasHours = isShared(by) || by === "cluster";
  const hoursBy = hasHours
    ? grouped(hours, ({ line }) => (isShared(by) ? supplyGroup(line, by) : hoursName(line, by)))
    : new Map<string, PoolHours[]>();
  const lacking = new Set(gaps.map(({ site }) => site));
  // What lacks at a site may belong to any part of what the site has to do with.
  const isLacking = new Set([
    ...lines.filter(({ site }) => lacking.has(site)).map((line) => nameOf(line, by)),
    ...[...hoursBy].filter(([, all]) => all.some(({ line }) => lacking.has(line.site))).map(([name]) => name),
  ]);
  return [...new Set([...own.keys(), ...hoursBy.keys()])].map((name) =>
    groupOf(name, own.get(name) ?? [], hoursBy.get(name) ?? [], isLacking.has(name)),
  );
}

const hoursName = ({ site, cluster }: SupplyLine, by: CostDimension): string =>
  by === "cluster" ? `${site}.${cluster}` : "";

function groupOf(name: string, sums: readonly CostTotal[], all: readonly PoolHours[], isLacking: boolean): CostGroup {
  const hours = sumHours(all);
  const totals = isLacking ? sums.map(asFloor) : sums;
  if (hours.installed.eq(0)) return { name, totals, hourCosts: [] };
  return {
    name,
    totals,
    hours,
    hourCosts: totals.map(({ currency, cost, bound }) => ({
      currency,
      perInstalledHour: cost.div(hours.installed).round(6),
      ...(hours.used === undefined || hours.used.eq(0) ? {} : { perUsedHour: cost.div(hours.used).round(6) }),
      bound: joinBounds(bound, inverse[hours.bound]),
    })),
  };
}

/** What a share is known to be, by what is known of that by which it is divided. */
const inverse = { exact: "exact", atLeast: "atMost", atMost: "atLeast", about: "about" } as const satisfies Record<
  Bound,
  Bound
>;

function worthOf(
  months: CostReport["months"],
  left: FleetCosts["left"],
  rate: number,
  { first, last }: MonthWindow,
): PresentValue[] {
  const of = (amountOf: (total: CostTotal) => Big) =>
    presentValue(
      months.map((total) => ({ month: total.month, currency: total.currency, amount: amountOf(total) })),
      rate,
      first,
    );
  const [cash, committed] = [of((total) => total.cash), of((total) => total.committedCash)];
  const worth = presentValue(
    left.map(({ currency, amount }) => ({ month: last, currency, amount })),
    rate,
    first,
  );
  return cash.map(({ currency, amount }) => ({
    currency,
    cash: amount,
    committed: committed.find((each) => each.currency === currency)?.amount ?? NOTHING,
    left: worth.find((each) => each.currency === currency)?.amount ?? NOTHING,
  }));
}
