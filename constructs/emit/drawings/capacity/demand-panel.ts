import {
  type CapacityReport,
  countedIn,
  instantText,
  type ServedCourse,
  shortfallText,
} from "../../../ledger/capacity";
import { groupThousands } from "../../../model";
import { type AmountAxis, amountAxis, type TimeAxis, timeAxis } from "../axes";
import { type Fill, filledPath, fillOf, missingFill } from "../fills";
import { type Box, fitted, group, ink, type Svg, text, tooltip } from "../svg";
import type { LegendItem } from "./legend";
import { type MetDemand, wantedPoints, windowOf } from "./met";
import { amountMarks, linePath, type Place, straight, timeMarks } from "./plot";
import { bandsPath, levelsIn, stacked } from "./stack";
import { countedWords, drawnLine, nothing } from "./supply-panel";

/** Height of the plot of a panel, and the room left of it and above it, in px. */
const PLOT = 150;
const LEFT = 70;
const TOP = 62;

/** Room for the axis of time, and for a line below it. */
const BELOW = 40;
const LINE = 15;

/** Shortfalls that are told below a panel. */
const TOLD = 3;

const sure: Fill = fillOf(0);
const unsure: Fill = fillOf(7);
const wantedLine = { stroke: ink.text, "stroke-width": 2 };

/** What the surfaces and lines of panels stand for. */
export const panelLegend = (report: CapacityReport): LegendItem[] => [
  { sign: { fill: sure }, words: `can serve it where nobody else takes it: ${countedWords(report)}` },
  { sign: { fill: unsure }, words: "the same, less sure" },
  { sign: { line: wantedLine }, words: "wanted" },
  { sign: { fill: missingFill }, words: "missing" },
];

/** One demand in one scenario: what can serve it, what is wanted, and what is missing. */
export function demandPanel(report: CapacityReport, met: MetDemand, x0: number, y0: number, width: number): Svg {
  const { demand, usable, shortfalls } = met;
  const window = windowOf(report);
  const countedOf = (byCommitment: MetDemand["usable"][number]["byCommitment"]): number =>
    report.counted.reduce((sum, each) => sum + byCommitment[each], 0);
  const all = [
    levelsIn(usable, window, ({ byCommitment }) => countedOf(byCommitment)),
    levelsIn(usable, window, ({ value, byCommitment }) => Math.max(0, value - countedOf(byCommitment))),
  ];
  const bands = stacked(all);
  const wanted = wantedPoints(met);
  const most = [...bands.flat().map(({ high }) => high), ...wanted.map(({ value }) => value)].reduce(
    (one, other) => Math.max(one, other),
    0,
  );
  const box: Box = { x: x0 + LEFT, y: y0 + TOP, width: width - LEFT - 10, height: PLOT };
  const y = amountAxis(most, box.y + PLOT, box.y);
  const x = timeAxis([window.from, window.until], [box.x, box.x + box.width], Math.max(3, Math.floor(box.width / 64)));
  const name = `${demand.demand.name}, ${demand.scenario}`;
  const counted = countedIn(demand.demand);
  const surface = (index: number, fill: Fill, says: string): Svg =>
    filledPath(bandsPath(bands[index] ?? [], x, y), fill, says, { "stroke-width": 0.75 });
  return group(
    {},
    group({}, tooltip(name), text(x0, y0 + 16, fitted(name, width - 10, 14), { "font-size": 14, "font-weight": 600 })),
    group({}, tooltip(counted), text(x0, y0 + 33, fitted(`counted in ${counted}`, width - 10), { fill: ink.muted })),
    amountMarks(box, y, ""),
    surface(0, sure, `can serve ${name}, ${countedWords(report)}`),
    surface(1, unsure, `can serve ${name}, less sure`),
    ...shortfalls.map((shortfall) =>
      filledPath(
        missingPath(met.courses, { from: shortfall.from, until: shortfall.until ?? window.until }, x, y),
        missingFill,
        shortfallText(shortfall, demand.demand),
        { "stroke-width": 1, "fill-opacity": 0.85 },
      ),
    ),
    most === 0 ? nothing(box, "nothing wanted, nothing there") : undefined,
    timeMarks(box, x),
    drawnLine(linePath(wanted, x, y, y.most), wantedLine, `wanted, ${name}`),
    ...told(met, x0, y0 + TOP + PLOT + BELOW, width - 10),
  );
}

/** `−1,200 from 2027-03-01 to 2028-01-01`: how much is missing at the worst, from when up to when. */
const briefly = ({ from, until, worst }: MetDemand["shortfalls"][number]): string =>
  `−${groupThousands(Math.ceil(worst.missing))} from ${instantText(from)}${until === undefined ? " on" : ` to ${instantText(until)}`}`;

function told(met: MetDemand, x: number, y: number, width: number): Svg[] {
  const attributes = { "font-size": 11, fill: met.shortfalls.length === 0 ? ink.muted : missingFill.paint.edge };
  return linesBelow(met).map((words, index) =>
    group({}, tooltip(words), text(x, y + index * LINE, fitted(words, width, 11), attributes)),
  );
}

/** What is said below a panel. */
function linesBelow({ shortfalls, courses }: MetDemand): string[] {
  if (shortfalls.length === 0) {
    const isWanted = courses.some((course) => course.some(({ wanted }) => wanted > 0));
    return [isWanted ? "met in all this time" : "nothing wanted in all this time"];
  }
  const more = shortfalls.length - TOLD;
  return [...shortfalls.slice(0, TOLD).map(briefly), ...(more > 0 ? [`and ${more} more`] : [])];
}

/** Height of a panel with what is said below it, in px. */
export const panelHeight = (met: MetDemand): number => TOP + PLOT + BELOW + linesBelow(met).length * LINE;

/** The surface between what is met and what is wanted. */
function missingPath(
  courses: readonly ServedCourse[],
  { from, until }: { readonly from: number; readonly until: number },
  { at }: TimeAxis,
  { over }: AmountAxis,
): string {
  const points = courses.flatMap((course) => {
    const inside = course.filter((point) => point.at >= from && point.at <= until);
    return inside.length < 2 ? [] : inside;
  });
  const place = (instant: number, value: number): Place => [at(instant), over(value)];
  const there = points.map((point) => place(point.at, point.wanted));
  const back = [...points].reverse().map((point) => place(point.at, Math.min(point.served, point.wanted)));
  return points.length === 0 ? "" : `M${straight([...there, ...back])}Z`;
}
