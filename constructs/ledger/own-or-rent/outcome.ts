import Big from "big.js";
import { discountFactors } from "../discount";
import { monthAt } from "../months";
import { type CostFlow, type CostPart, monthsBetween, usedHours } from "./flows";
import { ownFlows } from "./own-flows";
import { rentFlows } from "./rent-flows";
import { monthsIn, type Sheet, valueIn } from "./sheet";

/** Which side costs less. Where both cost the same, owning does: nothing more is paid for it. */
export type CheaperSide = "own" | "rent";

/** What one side costs. */
export interface SideCost {
  readonly flows: readonly CostFlow[];
  /** In the first month's money, what remains of values taken off. */
  readonly presentValue: Big;
  /** What is paid in all, not discounted. */
  readonly payments: Big;
  /** What hardware and hall are still worth in the end. */
  readonly remains: Big;
  readonly byPart: readonly PartCost[];
  readonly byYear: readonly YearCost[];
  /** What an hour of work costs: of one's own accelerator, or of rented ones that do the same. */
  readonly perUsedHour: HourCost;
}

/** What a part comes to: paid, and in the first month's money. */
export interface PartCost {
  readonly part: CostPart;
  readonly amount: Big;
  readonly presentValue: Big;
}

/** Payments of a calendar year, and what remains of values in it. */
export interface YearCost {
  readonly year: string;
  readonly payments: Big;
  readonly remains: Big;
}

/** The cost of an hour of work, to six decimals. */
export interface HourCost {
  /** Payments less what remains, over the hours. */
  readonly plain: Big;
  /** The same with both discounted: the price of an hour that would pay for all of it. */
  readonly levelized: Big;
}

/** Both sides of a comparison, for the same work. */
export interface Outcome {
  readonly own: SideCost;
  readonly rent: SideCost;
  /** Present value of owning less that of renting: below 0 where owning is cheaper. */
  readonly difference: Big;
  readonly cheaper: CheaperSide;
  /** Hours of accelerators of one's own, or as much work, in all the months. */
  readonly usedHours: Big;
}

export function outcomeOf(sheet: Sheet): Outcome {
  const factors = factorsOf(sheet);
  const hours = monthsBetween(0, factors.length).map((month) => usedHours(sheet, month));
  const discounted = sum(hours.map((each, month) => each.times(factorAt(factors, month))));
  const side = (flows: readonly CostFlow[]) => sideCost(sheet, flows, factors, { all: sum(hours), discounted });
  const [own, rent] = [side(ownFlows(sheet)), side(rentFlows(sheet))];
  const difference = differenceOf(sheet);
  return { own, rent, difference, cheaper: cheaperBy(difference), usedHours: sum(hours) };
}

/** Present value of owning less that of renting, to the cent. */
export function differenceOf(sheet: Sheet): Big {
  const factors = factorsOf(sheet);
  return presentValue(ownFlows(sheet), factors)
    .minus(presentValue(rentFlows(sheet), factors))
    .round(2);
}

export const cheaperBy = (difference: Big): CheaperSide => (difference.gt(0) ? "rent" : "own");

/** What money of each month of a comparison is worth in the first. */
export const factorsOf = (sheet: Sheet): readonly Big[] =>
  discountFactors(valueIn(sheet, "discountRatePerYear"), monthsIn(sheet, "months"));

/** The factor of a month. Every flow lies in a month of the comparison. */
export function factorAt(factors: readonly Big[], month: number): Big {
  const factor = factors[month];
  if (factor === undefined) throw new Error(`a flow lies in month ${month} of ${factors.length}`);
  return factor;
}

/** Not rounded. Months are summed up first: a factor has many digits. */
export function presentValue(flows: readonly CostFlow[], factors: readonly Big[]): Big {
  const byMonth = new Map<number, Big>();
  for (const { month, amount } of flows) byMonth.set(month, (byMonth.get(month) ?? ZERO).plus(amount));
  return sum([...byMonth].map(([month, amount]) => amount.times(factorAt(factors, month))));
}

const ZERO = new Big(0);

export const sum = (amounts: readonly Big[]): Big => amounts.reduce((all, each) => all.plus(each), ZERO);

const isPayment = ({ part }: CostFlow): boolean => part !== "value that remains";

const paid = (flows: readonly CostFlow[]): Big => sum(flows.filter(isPayment).map(({ amount }) => amount));
const left = (flows: readonly CostFlow[]): Big =>
  sum(flows.filter((flow) => !isPayment(flow)).map(({ amount }) => amount)).times(-1);

function sideCost(
  { start }: Sheet,
  flows: readonly CostFlow[],
  factors: readonly Big[],
  hours: { readonly all: Big; readonly discounted: Big },
): SideCost {
  const exact = presentValue(flows, factors);
  const yearOf = ({ month }: CostFlow): string => monthAt(start + month).slice(0, -3);
  const years = [...new Set(monthsBetween(0, factors.length).map((month) => monthAt(start + month).slice(0, -3)))];
  const parts = [...new Set(flows.map(({ part }) => part))];
  return {
    flows,
    presentValue: exact.round(2),
    payments: paid(flows),
    remains: left(flows),
    byPart: parts.map((part) => {
      const own = flows.filter((flow) => flow.part === part);
      return {
        part,
        amount: sum(own.map(({ amount }) => amount)),
        presentValue: presentValue(own, factors).round(2),
      };
    }),
    byYear: years.map((year) => {
      const own = flows.filter((flow) => yearOf(flow) === year);
      return { year, payments: paid(own), remains: left(own) };
    }),
    perUsedHour: {
      plain: paid(flows).minus(left(flows)).div(hours.all).round(6),
      levelized: exact.div(hours.discounted).round(6),
    },
  };
}
