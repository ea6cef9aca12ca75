import { groupThousands } from "../../constructs/model/totals";
import type { Review } from "../report/schema";
import type { Delta } from "../report/spec-schema";
import { folded } from "./changes";
import type { Detail } from "./detail";
import { code, words } from "./text";

/** Years of rent of a site, and of the fleet, that are seen without unfolding. */
const YEARS_SEEN = 3;

/** What a figure is called. */
export const label: Readonly<Record<Delta["figure"], (of: string | undefined) => string>> = {
  criticalIT: (of) => (of === undefined ? "critical IT power" : `critical IT power of ${of}`),
  usableFrom: (of) => `${of ?? "it"} can be used from`,
  usablePower: (of) => `usable power ${of ?? ""}`,
  accelerators: (of) => `accelerators ${of ?? ""}`,
  machines: () => "machines",
  racks: () => "racks",
  rentFrom: (of) => `rent of ${of ?? "it"} from`,
  rent: (of) => (of === undefined ? "rent in all" : `rent of ${of}`),
  monthsBare: () => "lease without any guarantee",
  monthsShort: () => "lease with less guaranteed than required",
  committed: () => "committed until the first way out",
  cost: (of) => `cost ${of ?? ""}`,
};

/** What the change comes to in power, machines and money, as a table that is seen without unfolding; later years of rent below it. */
export function deltas({ deltas: found = [] }: Review, { spec, most }: Detail): string[] {
  if (found.length === 0) return [];
  const later = laterYears(found);
  const seen = found.filter((delta) => !later.has(delta));
  const shown = seen.slice(0, most);
  const left = seen.length - shown.length;
  const more = `${groupThousands(later.size)} later years of rent`;
  return [
    "### What it comes to",
    "",
    ...table(shown),
    "",
    ...(left === 0 ? [] : [`… and ${groupThousands(left)} more figures.`, ""]),
    ...(later.size === 0 ? [] : spec === "lines" ? folded(more, table([...later])) : [`${more} differ, too.`, ""]),
  ];
}

const table = (rows: readonly Delta[]): string[] => [
  "| Site | Figure | Base | Head | Change |",
  "|---|---|--:|--:|--:|",
  ...rows.map(rowOf),
];

function rowOf({ site, figure, of, before, after, by }: Delta): string {
  const cell = (text: string | undefined): string => (text === undefined ? "—" : code(text));
  const where = site === undefined ? "whole fleet" : code(site);
  // Without a value on a side, the change is that value.
  const change = before === undefined || after === undefined ? undefined : by;
  return `| ${where} | ${words(label[figure](of).trim())} | ${cell(before)} | ${cell(after)} | ${change === undefined ? "" : code(change)} |`;
}

/** Rent of years of a site before which others of it are told; years are in order. */
export function laterYears(found: readonly Delta[]): Set<Delta> {
  const told = new Map<string | undefined, number>();
  return new Set(
    found.filter(({ site, figure, of }) => {
      if (figure !== "rent" || of === undefined) return false;
      const before = told.get(site) ?? 0;
      told.set(site, before + 1);
      return before >= YEARS_SEEN;
    }),
  );
}
