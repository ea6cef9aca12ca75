import type { CapacityReport } from "../../../ledger/capacity";
import { amountAxis, timeAxis } from "../axes";
import { FILLS, type Fill, filledPath, fillOf } from "../fills";
import { type Box, element, group, ink, type Svg, type SvgAttributes, text, tooltip } from "../svg";
import { onFill, SIDE, shortText, WIDTH } from "./layout";
import { columnHeight, type LegendItem, legendColumn, TALL } from "./legend";
import { type MetScenario, wantedInAll, windowOf } from "./met";
import { amountMarks, type LinePoint, linePath, timeMarks } from "./plot";
import { bandsPath, type Level, largest, levelsIn, type Named, stacked } from "./stack";

const LEGEND = 280;
const PLOT = { x: 90, width: WIDTH - SIDE - LEGEND - 90 } as const;
const LEAST_HEIGHT = 320;

/** A demand of many times the supply leaves the plot: else nothing of the supply would be seen. */
const TALLEST = 2;

/** Scenarios that have a line each. */
const SCENARIOS = 6;
const dashes = [undefined, "8 4", "2 4", "12 4 2 4", "4 2", "16 6"] as const;

/** A panel with its height, in px. */
export interface Panel {
  readonly height: number;
  readonly pieces: readonly Svg[];
}

/** What is installed over time, part upon part, with what of it counts and what each scenario wants in all. */
export function supplyPanel(report: CapacityReport, scenarios: readonly MetScenario[], top: number): Panel {
  const window = windowOf(report);
  const parts = largest(report.groups, window, FILLS);
  const installed = levelsIn(report.installed, window);
  const counting = levelsIn(
    report.installed,
    window,
    ({ byCommitment }) => report.schedulable * report.counted.reduce((sum, each) => sum + byCommitment[each], 0),
  );
  const wanted = scenarios.slice(0, SCENARIOS).map((scenario) => ({
    name: scenario.name,
    points: wantedInAll(scenario),
  }));
  const height = Math.max(LEAST_HEIGHT, (parts.length + 1 + wanted.length) * TALL - 36);
  const y = amountAxis(
    tallest(
      installed,
      wanted.map(({ points }) => points),
    ),
    top + 20 + height,
    top + 20,
  );
  const x = timeAxis([window.from, window.until], [PLOT.x, PLOT.x + PLOT.width], 8);
  const box: Box = { ...PLOT, y: top + 20, height };
  const bands = stacked(parts.map(({ levels }) => levels));
  const counts: readonly LinePoint[] = counting.flatMap(({ from, until, value }) => [
    { at: from, value },
    { at: until, value },
  ]);
  const items = legend(report, parts, counting, wanted, y.most);
  const pieces = [
    amountMarks(box, y, "accelerators"),
    ...parts.map(({ name, levels }, index) =>
      filledPath(bandsPath(bands[index] ?? [], x, y), fillOf(index), `${name}: ${course(levels)}`, {
        "stroke-width": 0.75,
      }),
    ),
    parts.length === 0 ? nothing(box, "no accelerators in all this time") : undefined,
    timeMarks(box, x),
    drawnLine(linePath(counts, x, y, y.most), countedLine, `${countedWords(report)}: ${course(counting)}`),
    ...wanted.map(({ name, points }, index) =>
      drawnLine(linePath(points, x, y, y.most), wantedLine(index), `wanted, ${name}: ${courseOfLine(points)}`),
    ),
    ...legendColumn(WIDTH - SIDE - LEGEND + 20, top + 12, LEGEND - 20, items),
  ].filter((piece) => piece !== undefined);
  return { height: Math.max(height + 20 + 36, columnHeight(items) + 24), pieces };
}

/** The amount that the axis must hold. */
function tallest(installed: readonly Level[], wanted: readonly (readonly LinePoint[])[]): number {
  const most = (values: readonly number[]): number => values.reduce((one, other) => Math.max(one, other), 0);
  const supply = most(installed.map(({ value }) => value));
  const demand = most(wanted.flat().map(({ value }) => value));
  return supply === 0 ? demand : Math.max(supply, Math.min(demand, supply * TALLEST));
}

const countedLine: SvgAttributes = { stroke: ink.text, "stroke-width": 3 };
const wantedLine = (index: number): SvgAttributes => ({
  stroke: "#b42318",
  "stroke-width": 2,
  "stroke-dasharray": dashes[index % dashes.length],
});

/** A line with a light edge, so that it is seen on any fill. */
export const drawnLine = (d: string, attributes: SvgAttributes, says: string): Svg | undefined =>
  d === ""
    ? undefined
    : group(
        { fill: "none", "stroke-linejoin": "round" },
        tooltip(says),
        element("path", { d, ...attributes, stroke: ink.ground, "stroke-width": 5, "stroke-opacity": 0.8 }),
        element("path", { d, ...attributes }),
      );

/** Words in the middle of a plot that shows nothing. */
export const nothing = ({ x, y, width, height }: Box, words: string): Svg =>
  text(x + width / 2, y + height / 2, words, {
    "text-anchor": "middle",
    fill: ink.muted,
    "font-style": "italic",
    ...onFill,
  });

/** `schedulable and firm`. */
export const countedWords = ({ counted }: Pick<CapacityReport, "counted">): string =>
  `schedulable and ${counted.length === 0 ? "not one of those asked for" : counted.join(", ")}`;

function legend(
  report: CapacityReport,
  parts: readonly Named[],
  counting: readonly Level[],
  wanted: readonly { readonly name: string; readonly points: readonly LinePoint[] }[],
  most: number,
): LegendItem[] {
  const fills: readonly Fill[] = parts.map((_, index) => fillOf(index));
  const supply = parts.map(
    ({ name, levels }, index): LegendItem => ({
      sign: { fill: fills[index] ?? fillOf(index) },
      words: name,
      note: course(levels),
    }),
  );
  const more = report.scenarios.length - wanted.length;
  return [
    ...supply.reverse(),
    { sign: { line: countedLine }, words: countedWords(report), note: course(counting) },
    ...wanted.map(({ name, points }, index): LegendItem => {
      const leaves = points.some(({ value }) => value > most);
      const isLast = index === wanted.length - 1 && more > 0;
      return {
        sign: { line: wantedLine(index) },
        words: `wanted, ${name}${leaves ? " (leaves the chart)" : ""}${isLast ? `; ${more} more not drawn` : ""}`,
        note: courseOfLine(points),
      };
    }),
  ];
}

/** `1,000 to 5,000, at most 8,000`: how an amount begins and ends, and its most where that is neither. */
const course = (levels: readonly Level[]): string => courseOf(levels.map(({ value }) => value));
/** What is wanted is rounded up, as it is in text: less would not do. */
const courseOfLine = (points: readonly LinePoint[]): string =>
  courseOf(points.map(({ value }) => Math.ceil(Number(value.toPrecision(12)))));

function courseOf(values: readonly number[]): string {
  const [first, last] = [values[0] ?? 0, values.at(-1) ?? 0];
  const most = values.reduce((one, other) => Math.max(one, other), 0);
  const ends = first === last ? shortText(first) : `${shortText(first)} to ${shortText(last)}`;
  return most > first && most > last ? `${ends}, at most ${shortText(most)}` : ends;
}
