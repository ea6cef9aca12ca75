import Big from "big.js";
import { moneyText } from "../../constructs/emit/money-text";
import { type Bound, type Currency, daysBetween, groupThousands, total } from "../../constructs/model";
import type { Delta, DeltaFigure } from "../report/spec-schema";
import { differenceText, withUnit } from "../spec/units";
import { boundSigns } from "../spec/values";

/** What a figure comes to on one side. */
export type Amount =
  | { readonly is: "number"; readonly value: number; readonly unit: string; readonly bound: Bound }
  | { readonly is: "money"; readonly value: Big; readonly currency: Currency; readonly bound: Bound }
  | { readonly is: "day"; readonly day: string };

/** One figure of one side. */
export interface Reading {
  readonly figure: DeltaFigure;
  readonly of?: string;
  readonly amount: Amount;
  /** What is said behind the amount: until when, from when. */
  readonly note?: string;
}

export const counted = (value: number, unit = "", bound: Bound = "exact"): Amount => ({
  is: "number",
  value,
  unit,
  bound,
});

const keyOf = ({ figure, of, amount }: Reading): string =>
  [figure, of ?? "", amount.is === "money" ? amount.currency : ""].join("\0");

function textOf({ amount, note }: Reading): string {
  return note === undefined ? amountText(amount) : `${amountText(amount)}${note}`;
}

function amountText(amount: Amount): string {
  if (amount.is === "day") return amount.day;
  const sign = boundSigns[amount.bound];
  return amount.is === "money"
    ? `${sign}${moneyText(amount.value, amount.currency)}`
    : `${sign}${withUnit(groupThousands(rounded(amount.value)), amount.unit, amount.value === 1)}`;
}

/** To the kilowatt: quotients by a PUE have no end. */
const rounded = (value: number): number => Number(value.toFixed(3));

/** How far two amounts are apart; what a side does not have counts as nothing. */
function apart(before: Amount | undefined, after: Amount | undefined): string | undefined {
  if (before?.is === "day" && after?.is === "day") return differenceText(daysBetween(before.day, after.day), "days");
  const some = after ?? before;
  if (some?.is === "number") {
    const [one, other] = [before, after].map((each) => (each?.is === "number" ? each.value : 0));
    const difference = (other ?? 0) - (one ?? 0);
    return difference === 0 ? undefined : differenceText(rounded(difference), some.unit);
  }
  if (some?.is !== "money") return undefined;
  const [one, other] = [before, after].map((each) => (each?.is === "money" ? each.value : new Big(0)));
  const difference = (other ?? new Big(0)).minus(one ?? 0);
  if (difference.eq(0)) return undefined;
  return `${difference.lt(0) ? "-" : "+"}${moneyText(difference.abs(), some.currency)}`;
}

/** What two sides of one thing do not agree on, in the order in which the sides say it. */
export function deltasOf(before: readonly Reading[], after: readonly Reading[], site?: string): Delta[] {
  const [one, other] = [before, after].map((all) => new Map(all.map((each) => [keyOf(each), each])));
  if (one === undefined || other === undefined) return [];
  const keys = [...other.keys(), ...[...one.keys()].filter((key) => !other.has(key))];
  return keys.flatMap((key): Delta[] => {
    const [was, is] = [one.get(key), other.get(key)];
    const [from, to] = [was, is].map((each) => (each === undefined ? undefined : textOf(each)));
    const some = is ?? was;
    if (some === undefined || from === to) return [];
    const by = apart(was?.amount, is?.amount);
    return [
      {
        ...(site === undefined ? {} : { site }),
        figure: some.figure,
        ...(some.of === undefined ? {} : { of: some.of }),
        ...(from === undefined ? {} : { before: from }),
        ...(to === undefined ? {} : { after: to }),
        ...(by === undefined ? {} : { by }),
      },
    ];
  });
}

/** Figures of which the sum over all sites says something. */
const ADDABLE: readonly DeltaFigure[] = ["criticalIT", "accelerators", "machines", "racks", "rent", "cost"];

/** The sums of sites' figures: bounds stay bounds, and amounts of different currencies apart. Figures of phases are not added. */
export function sumsOf(sites: readonly (readonly Reading[])[]): Reading[] {
  const sums = new Map<string, Reading>();
  for (const reading of sites.flat()) {
    const { figure, of } = reading;
    if (!ADDABLE.includes(figure) || (figure === "criticalIT" && of !== undefined)) continue;
    const known = sums.get(keyOf(reading));
    sums.set(keyOf(reading), {
      figure,
      ...(of === undefined ? {} : { of }),
      amount: known === undefined ? reading.amount : added(known.amount, reading.amount),
    });
  }
  return [...sums.values()];
}

function added(one: Amount, other: Amount): Amount {
  if (one.is === "money" && other.is === "money")
    return { ...one, value: one.value.plus(other.value), bound: bothBounds(one.bound, other.bound) };
  if (one.is !== "number" || other.is !== "number") return one;
  // Through the model's sum, which leaves no dust of binary fractions.
  const { value, bound } = total([one, other].map((each) => ({ ...each, basis: "assumed" as const })));
  return { ...one, value, bound };
}

const bothBounds = (...bounds: readonly Bound[]): Bound =>
  total(bounds.map((bound) => ({ value: 0, bound, basis: "assumed" as const }))).bound;
