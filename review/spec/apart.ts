import Big from "big.js";
import { compressNames, daysBetween, expandHostlist, groupThousands, isPlainDate } from "../../constructs/model";
import type { Fields } from "./forms";
import { differenceText, unitOf } from "./units";
import { isFigure, isMoney, moneyOf } from "./values";

/** How far two values of a field are apart, in words; none where that says no more than the values. */
export function apart(before: unknown, after: unknown, field: string): string | undefined {
  if (typeof before === "number" && typeof after === "number") return numbersApart(before, after, unitOf(field));
  if (isPlainDate(before) && isPlainDate(after)) return differenceText(daysBetween(before, after), "days");
  if (isMoney(before) && isMoney(after)) return moneyApart(before, after);
  if (isFigure(before) && isFigure(after)) return figuresApart(before, after, field);
  return undefined;
}

const numbersApart = (before: number, after: number, unit: string): string | undefined =>
  before === after ? undefined : differenceText(after - before, unit);

function figuresApart(before: Fields, after: Fields, field: string): string | undefined {
  const [mw, value] = [
    [before["valueMW"], after["valueMW"]],
    [before["value"], after["value"]],
  ];
  if (typeof mw?.[0] === "number" && typeof mw[1] === "number") return numbersApart(mw[0], mw[1], "MW");
  if (typeof value?.[0] === "number" && typeof value[1] === "number")
    return numbersApart(value[0], value[1], unitOf(field));
  return undefined;
}

type Amount = Parameters<typeof moneyOf>[0];

/** `+$1.00`, exact; none where amounts are equal or of different currencies. */
export function moneyApart(before: Amount, after: Amount): string | undefined {
  if (before.currency !== after.currency) return undefined;
  const difference = new Big(after.amount).minus(before.amount);
  if (difference.eq(0)) return undefined;
  return `${difference.lt(0) ? "-" : "+"}${moneyOf({ amount: difference.abs().toFixed(2), currency: after.currency })}`;
}

/** `+b200, gb300; -h100`: what came and went of a list of plain values; `in another order` where nothing did. */
export function listsApart(before: readonly string[], after: readonly string[]): string {
  const [gone, come] = [without(before, after), without(after, before)];
  const parts = [
    ...(come.length === 0 ? [] : [`+${come.join(", ")}`]),
    ...(gone.length === 0 ? [] : [`-${gone.join(", ")}`]),
  ];
  return parts.length === 0 ? "in another order" : parts.join("; ");
}

/** `12 more: n[101-112]; 3 less: n[001-003]`, of two hostlists; none where both stand for the same names in the same order. */
export function hostlistsApart(before: string, after: string): string | undefined {
  const [one, other] = [[...expandHostlist(before)], [...expandHostlist(after)]];
  if (one.length === other.length && one.every((name, index) => name === other[index])) return undefined;
  const [gone, come] = [without(one, other), without(other, one)];
  const parts = [
    ...(come.length === 0 ? [] : [`${groupThousands(come.length)} more: ${compressNames(come)}`]),
    ...(gone.length === 0 ? [] : [`${groupThousands(gone.length)} less: ${compressNames(gone)}`]),
  ];
  return parts.length === 0 ? "in another order" : parts.join("; ");
}

/** What of a list another has not, each as often as it lacks it. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const each of other) left.set(each, (left.get(each) ?? 0) + 1);
  return list.filter((each) => {
    const count = left.get(each) ?? 0;
    if (count > 0) left.set(each, count - 1);
    return count === 0;
  });
}
