import { amountAxis, stepPath, type TimeTick, tenth, timeAxis } from "../../../constructs/emit/drawings/axes";
import { instantOf } from "../../../constructs/ledger/capacity";
import { groupThousands } from "../../../constructs/model";
import { differenceText } from "../../spec/units";
import { h, type Node } from "../markup";
import { dataTable } from "../tables";
import { daysOf, lastOf, type Steps, valueOn } from "./steps";

/** One figure over time, in base and in head. */
export interface Series {
  /** `critical IT power`, `H100`. */
  readonly name: string;
  /** `MW`; none where it counts. */
  readonly unit: string;
  /** Absent where there is no base to compare with. */
  readonly before: Steps | undefined;
  readonly after: Steps;
}

/** First and last day of all charts of a page, so that they can be laid side by side. */
export interface Span {
  readonly from: string;
  readonly to: string;
  /** The day that the review is about. */
  readonly asOf: string;
}

/** Sizes of a chart in px. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

const MARGIN = { top: 14, right: 92, bottom: 26, left: 74 };

/** Whether base and head say different things. */
export const differs = ({ before, after }: Series): boolean =>
  before !== undefined &&
  (before.undated !== after.undated ||
    before.start !== after.start ||
    daysOf([before, after]).some((day) => valueOn(before, day) !== valueOn(after, day)));

/** A chart of steps: base dashed, head solid. The same is in a table below it. */
export function chart(series: Series, span: Span, { width, height }: ChartSize, id: (prefix: string) => string): Node {
  const { name, unit, before, after } = series;
  const [titleId, descId] = [id("t"), id("d")];
  const right = width - MARGIN.right;
  const count = Math.max(2, Math.floor((width - 150) / 90));
  const x = timeAxis([instantOf(span.from), instantOf(span.to)], [MARGIN.left, right], count);
  const most = Math.max(1, ...[before, after].flatMap((steps) => (steps === undefined ? [] : valuesOf(steps))));
  const { over, ticks } = amountAxis(most, height - MARGIN.bottom, MARGIN.top);
  const at = (day: string): number => x.at(instantOf(day));
  const shown = differs(series) ? before : undefined;
  return h(
    "svg",
    {
      class: "chart",
      role: "img",
      "aria-labelledby": `${titleId} ${descId}`,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
    },
    h("title", { id: titleId }, `${name} over time${unit === "" ? "" : ` in ${unit}`}`),
    h("desc", { id: descId }, description(series)),
    yAxis(ticks, over, width, unit),
    xAxis(x.ticks, height),
    h("path", { class: "as-of", d: `M${tenth(at(span.asOf))} ${MARGIN.top}V${height - MARGIN.bottom}` }),
    shown === undefined ? [] : [h("path", { class: "line-base", d: pathOf(shown, span, at, over) })],
    h("path", { class: "line-head", d: pathOf(after, span, at, over) }),
    turns(after).map(({ day, value }) => h("circle", { class: "dot", cx: at(day), cy: over(value), r: 3 })),
    endLabels(series, shown, over, width),
  );
}

/** The days on which an amount changes; on some of those of a site nothing does. */
const turns = ({ start, days }: Steps): Steps["days"] =>
  days.filter(({ value }, index) => value !== (days[index - 1]?.value ?? start));

const valuesOf = (steps: Steps): number[] => [steps.start, ...steps.days.map(({ value }) => value)];

/** Steps, from the first day to the last. */
const pathOf = (
  { start, days }: Steps,
  { from, to }: Span,
  at: (day: string) => number,
  over: (value: number) => number,
): string =>
  stepPath(
    [at(from), over(start)],
    days.map(({ day, value }) => [at(day), over(value)]),
    at(to),
  );

function yAxis(ticks: readonly number[], over: (value: number) => number, width: number, unit: string): Node[] {
  return ticks.flatMap((value) => [
    h("path", { class: "grid", d: `M${MARGIN.left} ${tenth(over(value))}H${width - MARGIN.right}` }),
    h(
      "text",
      { class: "tick", x: MARGIN.left - 8, y: over(value) + 4, "text-anchor": "end" },
      `${groupThousands(value)}${unit === "" || value === 0 ? "" : ` ${unit}`}`,
    ),
  ]);
}

const xAxis = (ticks: readonly TimeTick[], height: number): Node[] =>
  ticks.map(({ x, words, isYear }) =>
    h(
      "g",
      {},
      h("path", { class: "grid", d: `M${tenth(x)} ${height - MARGIN.bottom}v5` }),
      words === undefined
        ? []
        : h("text", { class: isYear ? "tick year" : "tick", x, y: height - 8, "text-anchor": "middle" }, words),
    ),
  );

/** What both sides come to, right of the lines: apart from each other where the lines are not. */
function endLabels(
  { after, unit }: Series,
  before: Steps | undefined,
  over: (value: number) => number,
  width: number,
): Node[] {
  const x = width - MARGIN.right + 8;
  const head = lastOf(after);
  const y = over(head) + 4;
  const was = before === undefined ? undefined : lastOf(before);
  const apart = was === undefined || was === head ? undefined : over(was) + 4;
  const moved = apart === undefined ? undefined : Math.abs(apart - y) >= 15 ? apart : y + (apart >= y ? 15 : -15);
  return [
    h("text", { class: "end", x, y }, amount(head, unit)),
    ...(moved === undefined || was === undefined
      ? []
      : [h("text", { class: "end-base", x, y: moved }, amount(was, unit))]),
  ];
}

/** `1,030`, `240 MW`. */
export const amount = (value: number, unit: string): string =>
  `${groupThousands(Number(value.toFixed(unit === "" ? 0 : 1)))}${unit === "" ? "" : ` ${unit}`}`;

function description({ before, after, unit }: Series): string {
  const told = (steps: Steps): string =>
    [amount(steps.start, unit), ...steps.days.map(({ day, value }) => `${amount(value, unit)} from ${day}`)].join(", ");
  return before === undefined || !differs({ name: "", unit, before, after })
    ? told(after)
    : `Head: ${told(after)}. Base: ${told(before)}.`;
}

/** The same as a table: every day on which base or head changes. */
export function seriesTable({ name, unit, before, after }: Series, heading: string): Node {
  const days = daysOf([...(before === undefined ? [] : [before]), after]);
  const row = (when: string, was: number | undefined, is: number): Node =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, when),
      before === undefined ? [] : [h("td", { class: "number" }, was === undefined ? "—" : amount(was, unit))],
      h("td", { class: "number" }, amount(is, unit)),
      before === undefined
        ? []
        : [h("td", { class: "number" }, was === undefined || was === is ? "" : differenceText(is - was, unit))],
    );
  const hasUndated = after.undated !== 0 || (before?.undated ?? 0) !== 0;
  return dataTable(
    `${heading}: ${name}`,
    ["From", ...(before === undefined ? [] : ["Base"]), "Head", ...(before === undefined ? [] : ["Change"])],
    [
      row("the start", before?.start, after.start),
      ...days.map((day) => row(day, before === undefined ? undefined : valueOn(before, day), valueOn(after, day))),
      ...(hasUndated ? [row("without a day, on top", before?.undated, after.undated)] : []),
    ],
  );
}
