import type { MachineLookup } from "../../../constructs/ledger";
import { addDays, addMonths, compareDates } from "../../../constructs/model";
import { h, type Node } from "../markup";
import type { SitePair } from "../pictures/site-pictures";
import { dataTable, wide } from "../tables";
import { amount, type ChartSize, chart, differs, type Series, type Span, seriesTable } from "./chart";
import { type SiteCapacity, siteCapacity } from "./site-capacity";
import { daysOf, isNothing, lastOf, NOTHING_EVER, type Steps, sumOfSteps } from "./steps";

/** Looks machines up in the fleets of both sides. */
export interface Lookups {
  readonly before: MachineLookup;
  readonly after: MachineLookup;
}

/** The figures of the fleet and of each of its sites over time. */
export interface CapacityView {
  readonly fleet: readonly Series[];
  readonly sites: ReadonlyMap<string, readonly Series[]>;
  readonly span: Span;
}

const LARGE: ChartSize = { width: 1180, height: 260 };
const SMALL: ChartSize = { width: 376, height: 190 };

/** Reckons the capacity of all sites, and their sums. */
export function capacityView(
  pairs: readonly SitePair[],
  lookups: Lookups,
  { asOf, hasBase }: { readonly asOf: string; readonly hasBase: boolean },
): CapacityView {
  const sides = pairs.map(({ name, before, after }) => ({
    name,
    before: before === undefined ? undefined : siteCapacity(before, lookups.before),
    after: after === undefined ? undefined : siteCapacity(after, lookups.after),
  }));
  const fleet = seriesOf(
    sides.flatMap(({ before }) => before ?? []),
    sides.flatMap(({ after }) => after ?? []),
    hasBase,
  );
  const sites = new Map(
    sides.map(({ name, before, after }) => [
      name,
      seriesOf(before === undefined ? [] : [before], after === undefined ? [] : [after], hasBase),
    ]),
  );
  return { fleet, sites, span: spanOf([...fleet, ...[...sites.values()].flat()], asOf) };
}

function seriesOf(before: readonly SiteCapacity[], after: readonly SiteCapacity[], hasBase: boolean): Series[] {
  const both = [...before, ...after];
  const of = (name: string, unit: string, stepsOf: (site: SiteCapacity) => Steps | undefined): Series => {
    const sum = (sites: readonly SiteCapacity[]): Steps =>
      sumOfSteps(sites.map((site) => stepsOf(site) ?? NOTHING_EVER));
    return { name, unit, before: hasBase ? sum(before) : undefined, after: sum(after) };
  };
  const types = [...new Set(both.flatMap(({ accelerators }) => [...accelerators.keys()]))].sort();
  return [
    of("critical IT power", "MW", ({ criticalMW }) => criticalMW),
    ...types.map((type) => of(`${type} accelerators`, "", ({ accelerators }) => accelerators.get(type))),
  ].filter(({ before: was, after: is }) => !isNothing(is) || (was !== undefined && !isNothing(was)));
}

/** From some months before the first day on which something changes, or the day of the review, to some months after the last. */
function spanOf(series: readonly Series[], asOf: string): Span {
  const days = [
    asOf,
    ...daysOf(series.flatMap(({ before, after }) => (before === undefined ? [after] : [before, after]))),
  ].sort(compareDates);
  return { from: addMonths(days[0] ?? asOf, -3), to: addDays(addMonths(days.at(-1) ?? asOf, 3), 1), asOf };
}

/** Whether a figure depends on a day on either side: what does not is a number, and no chart. */
const isDated = ({ before, after }: Series): boolean => after.days.length > 0 || (before?.days.length ?? 0) > 0;

/** Charts of some figures, each with its table; what depends on no day in one line. */
export function charts(
  series: readonly Series[],
  span: Span,
  {
    heading,
    first,
    id,
  }: { readonly heading: string; readonly first: "large" | "small"; readonly id: (prefix: string) => string },
): Node[] {
  if (series.length === 0) return [h("p", { class: "note" }, "Nobody says what power or which machines it has.")];
  const dated = series.filter(isDated);
  const constant = series.filter((each) => !isDated(each));
  return [
    dated.length === 0
      ? h("div", {})
      : h(
          "div",
          { class: "charts" },
          dated.map((each, index) => figure(each, index === 0 && first === "large" ? LARGE : SMALL, span, heading, id)),
        ),
    constant.length === 0 ? h("div", {}) : constants(constant, heading),
  ];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const stateOf = (series: Series): Node =>
  series.before === undefined
    ? h("span", {})
    : h("span", { class: differs(series) ? "tag tag-changed" : "tag" }, differs(series) ? "changed" : "unchanged");

function figure(series: Series, size: ChartSize, span: Span, heading: string, id: (prefix: string) => string): Node {
  const { name, unit, after } = series;
  return h(
    "figure",
    {},
    h("figcaption", {}, capital(name), stateOf(series)),
    wide(`Chart of ${name}, ${heading}`, chart(series, span, size, id)),
    after.undated === 0 ? [] : [h("p", { class: "hint" }, `And ${amount(after.undated, unit)} that has no day yet.`)],
    h("details", {}, h("summary", {}, "As a table"), seriesTable(series, heading)),
  );
}

/** What is there whatever the day, as a table. */
function constants(series: readonly Series[], heading: string): Node {
  const hasBase = series.some(({ before }) => before !== undefined);
  return dataTable(
    `${heading}: what depends on no day`,
    ["Figure", ...(hasBase ? ["Base"] : []), "Head"],
    series.map(({ name, unit, before, after }) =>
      h(
        "tr",
        {},
        h("th", { scope: "row" }, name),
        hasBase ? [h("td", { class: "number" }, before === undefined ? "—" : whole(before, unit))] : [],
        h("td", { class: "number" }, whole(after, unit)),
      ),
    ),
  );
}

const whole = (steps: Steps, unit: string): string =>
  `${amount(lastOf(steps), unit)}${steps.undated === 0 ? "" : `, and ${amount(steps.undated, unit)} without a day`}`;
