import { type Demand, formatCount, groupThousands } from "../../model";
import type { CoveredBy } from "./report";
import { instantText } from "./spans";

/** Remedies of one sort that are named. */
const MOST = 3;

/** In what a demand is counted. */
export const countedIn = ({ accelerator }: Pick<Demand, "accelerator">): string => accelerator ?? "accelerators";

const number = (value: number): string => groupThousands(Math.ceil(Number(value.toPrecision(9))));

/** `short of 82,496 TPU7x from 2027-01-01 on; most on 2027-01-01: 1,000,000 wanted, 917,504 to be counted on` */
export function shortfallText({ from, until, worst }: CoveredBy, demand: Demand): string {
  const when =
    until === undefined ? `from ${instantText(from)} on` : `from ${instantText(from)} to ${instantText(until)}`;
  const there = groupThousands(Math.floor(Number(worst.served.toPrecision(9))));
  return `short of ${number(worst.missing)} ${countedIn(demand)} ${when}; most on ${worst.day}: ${formatCount(Math.ceil(Number(worst.wanted.toPrecision(9))), demand.bound)} wanted, ${there} to be counted on`;
}

/** What would cover a shortfall, in words; nothing where nothing is known that would. */
export function remedyText({ remedies: { add, later, unsure } }: CoveredBy): string | undefined {
  const parts = [
    ...listed(
      add.map(({ accelerator, accelerators }) => `${number(accelerators)} ${accelerator}`),
      " or ",
      " more would cover it",
    ),
    ...listed(
      unsure.map(({ amount, commitment }) => `${number(amount)} ${commitment}`),
      ", ",
      " are there and not counted on",
    ),
    ...listed(
      later.map(({ amount, site, from }) => `${number(amount)} at ${site} from ${instantText(from)}`),
      ", ",
      " come later",
    ),
  ];
  return parts.length === 0 ? undefined : parts.join("; ");
}

const listed = (items: readonly string[], between: string, after: string): string[] => {
  if (items.length === 0) return [];
  const more = items.length > MOST ? `${between}${items.length - MOST} others` : "";
  return [`${items.slice(0, MOST).join(between)}${more}${after}`];
};
