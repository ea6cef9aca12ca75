import { powerDays, usablePower } from "../../constructs/ledger";
import {
  addDays,
  compareDates,
  type PhysicalSiteSpec,
  type SiteDates,
  type SiteSpec,
  siteDates,
} from "../../constructs/model";
import type { Delta } from "../report/spec-schema";
import { counted, deltasOf, type Reading } from "./reading";

interface Side {
  readonly site: PhysicalSiteSpec;
  readonly dates: SiteDates;
}

/** Days over which neither side changes. */
interface Span {
  /** First day; none for the end, when what has no day is there too. */
  readonly from: string | undefined;
  readonly before: Reading | undefined;
  readonly after: Reading | undefined;
}

/**
 * Critical IT power that can be used, over all days on which base and head do not agree on it. Where neither depends on a day it is
 * the power as stated, which is said elsewhere.
 */
export function usableDeltas(base: SiteSpec | undefined, head: SiteSpec | undefined, name: string): Delta[] {
  const [one, other] = [base, head].map(sideOf);
  const days = [one, other].flatMap((side) => (side === undefined ? [] : powerDays(side.site, side.dates)));
  if (days.length === 0) return [];
  const points = [...[...new Set(days)].sort(compareDates), undefined];
  const spans: Span[] = [];
  for (const from of points) {
    const span = { from, before: readingAt(one, from), after: readingAt(other, from) };
    const last = spans.at(-1);
    if (last === undefined || textsOf(last) !== textsOf(span)) spans.push(span);
  }
  return spans.flatMap(({ from, before, after }, index) => {
    const of = whenOf(from, spans[index + 1]?.from);
    if (powerOf(before) === powerOf(after)) return [];
    return deltasOf(
      before === undefined ? [] : [{ ...before, of }],
      after === undefined ? [] : [{ ...after, of }],
      name,
    );
  });
}

function sideOf(site: SiteSpec | undefined): Side | undefined {
  return site === undefined || site.tenure === "cloud" || site.retired ? undefined : { site, dates: siteDates(site) };
}

function readingAt(side: Side | undefined, day: string | undefined): Reading | undefined {
  if (side === undefined) return undefined;
  const { binds } = usablePower(side.site, day, side.dates);
  if (binds === undefined) return undefined;
  const amount = counted(binds.valueMW, "MW", binds.bound);
  return { figure: "usablePower", amount, note: `, limited by ${binds.name}` };
}

/** `2026-12-31 to 2027-03-31`, `from 2027-04-01`. */
function whenOf(from: string | undefined, next: string | undefined): string {
  if (from === undefined) return "at the end";
  return next === undefined ? `from ${from}` : `${from} to ${addDays(next, -1)}`;
}

const powerOf = (reading: Reading | undefined): string =>
  reading?.amount.is === "number" ? `${reading.amount.bound} ${reading.amount.value}` : "";

/** What decides whether days belong together; what limits power alone does not. */
const textsOf = ({ before, after }: Span): string => [before, after].map(powerOf).join("\n");
