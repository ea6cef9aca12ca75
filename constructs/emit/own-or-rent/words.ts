import Big from "big.js";
import { monthAt } from "../../ledger/months";
import {
  type AssumptionKey,
  type CheaperSide,
  type OwnOrRent,
  rowFor,
  type UtilizationSpan,
} from "../../ledger/own-or-rent";
import { type Bound, type Currency, formatMoney, groupThousands } from "../../model";

/** `$875,426,113`: an amount without its cents, its sign before it. */
export function wholeMoney(amount: Big, currency: Currency): string {
  const text = formatMoney({ amount: amount.abs().toFixed(0), currency });
  return amount.round(0).lt(0) ? `-${text}` : text;
}

/** `own by $875,426,113`: which side is cheaper, and by how much. */
export const cheaperText = (difference: Big, currency: Currency): string =>
  difference.eq(0) ? "the same" : `${difference.lt(0) ? "own" : "rent"} by ${wholeMoney(difference.abs(), currency)}`;

/** `70 %`, `60.07 %` */
export const percent = (share: number, digits = 2): string => `${Number((share * 100).toFixed(digits)) + 0} %`;

/** `+16 %`, `-13.8 %` */
export const signedPercent = (share: number, digits = 1): string => `${share > 0 ? "+" : ""}${percent(share, digits)}`;

const signs: Readonly<Record<Bound, string>> = { exact: "", atLeast: "≥ ", atMost: "≤ ", about: "~ " };

/** A value of an assumption in its unit: `≥ $4.20 an hour`, `70 % of schedulable hours`, `60 months`. */
export function assumptionText(
  key: AssumptionKey,
  value: Big.BigSource,
  currency: Currency,
  bound: Bound = "exact",
): string {
  const { form, unit } = rowFor(key);
  const written = inUnit(form, new Big(value), currency);
  return `${signs[bound]}${written}${unit === undefined ? "" : ` ${unit}`}`;
}

function inUnit(form: ReturnType<typeof rowFor>["form"], value: Big, currency: Currency): string {
  switch (form) {
    case "money":
      return formatMoney({ amount: decimals(value), currency });
    case "share":
      return percent(value.toNumber());
    case "change":
      return signedPercent(value.toNumber(), 2);
    case "months":
      return value.eq(1) ? "1 month" : `${value.toFixed()} months`;
    case "count":
      return groupThousands(value.toFixed());
    case "number":
      return groupThousands(Number(value.toNumber().toPrecision(5)));
  }
}

/** Cents, or as many decimals as a rate by the hour has. */
const decimals = (value: Big): string => {
  const rounded = value.round(value.lt(100) ? 4 : 2);
  return rounded.eq(rounded.round(2)) ? rounded.toFixed(2) : rounded.toFixed();
};

/** `texas-train (texas.train, 77,760 GB300)` */
export const subject = ({ sheet: { name, cluster, accelerator, values } }: OwnOrRent): string =>
  `${name} (${cluster === undefined ? "" : `${cluster}, `}${groupThousands((values.get("accelerators") ?? new Big(0)).toFixed())} ${accelerator})`;

/** `2026-12 to 2031-11` */
export const windowText = ({ sheet: { start }, course }: OwnOrRent): string =>
  `${monthAt(start)} to ${monthAt(start + course.length - 1)}`;

const sides: Readonly<Record<CheaperSide, string>> = { own: "owning", rent: "renting" };
const Sides: Readonly<Record<CheaperSide, string>> = { own: "Owning", rent: "Renting" };

/** `owning`, and `Owning` at the beginning of a sentence. */
export const sideText = (side: CheaperSide): string => sides[side];
export const SideText = (side: CheaperSide): string => Sides[side];

/** At which utilization which side is cheaper, in one sentence. */
export function utilizationText([first, ...others]: readonly UtilizationSpan[]): string {
  if (first === undefined) return "";
  if (others.length === 0) return `${SideText(first.cheaper)} is cheaper at any utilization.`;
  const rest = others.map(({ until, cheaper }) =>
    until === 1 ? `${sideText(cheaper)} above` : `${sideText(cheaper)} from there to ${percent(until)}`,
  );
  return `${SideText(first.cheaper)} is cheaper below ${percent(first.until)}, ${rest.join(", ")}.`;
}

/** When owning has paid for itself, in one sentence. */
export function monthText({ month: { paidBack, worth }, course }: OwnOrRent): string {
  const paid = (at: { readonly number: number; readonly month: string } | undefined): string =>
    at === undefined
      ? `does not pay for itself within ${course.length} months`
      : `has paid for itself after ${at.number === 1 ? "1 month" : `${at.number} months`} (${at.month})`;
  return `With nothing sold, owning ${paid(paidBack)}; less what hardware and hall are then worth, it ${paid(worth)}.`;
}

/** What would turn the answer soonest, of what is assumed and not 0: `rented accelerator at $3.6194 an hour (-13.8 %)`. */
export const nearestFlips = ({ sensitivities, sheet }: OwnOrRent, count: number): string[] =>
  sensitivities
    .flatMap(({ key, flips: [flip] }) =>
      flip?.distance === undefined
        ? []
        : [
            `${rowFor(key).label} at ${assumptionText(key, flip.value, sheet.currency)} (${signedPercent(flip.distance)})`,
          ],
    )
    .slice(0, count);
