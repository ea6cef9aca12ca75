import { monthAfter } from "../../../ledger/months";
import type { CumulatedCost, OwnOrRent } from "../../../ledger/own-or-rent";
import { monthText, windowText } from "../../own-or-rent/words";
import { type AmountAxis, amountAxis, type TimeAxis, timeAxis } from "../axes";
import { heading, onFill, type Part, SIDE, WIDTH } from "../capacity/layout";
import { legendRow } from "../capacity/legend";
import { amountMarks, linePath, timeMarks } from "../capacity/plot";
import { paintOf } from "../palette";
import { type Box, element, group, ink, line, type Svg, type SvgAttributes, text, tooltip } from "../svg";
import { moneyAxisUnit } from "./money-axis";

const TOP = 128;
const PLOT = 320;
const LEFT = 90;

const ownLine: SvgAttributes = { stroke: paintOf(0).edge, "stroke-width": 3 };
const worthLine: SvgAttributes = { stroke: paintOf(0).edge, "stroke-width": 2, "stroke-dasharray": "8 4" };
const rentLine: SvgAttributes = { stroke: paintOf(5).edge, "stroke-width": 3, "stroke-dasharray": "2 4" };

/** What both sides have cost over time, discounted, with the months after which owning has paid for itself. */
export function coursePart(report: OwnOrRent): Part {
  const { course, sheet, month } = report;
  const title = `Own or rent: ${sheet.name}, ${windowText(report)}`;
  const unit = moneyAxisUnit(
    course.flatMap(({ own, rent }) => [own.toNumber(), rent.toNumber()]),
    sheet.currency,
  );
  const points = (of: (each: CumulatedCost) => number | undefined) =>
    course.flatMap((each) => {
      const value = of(each);
      return value === undefined ? [] : [{ at: endOf(each), value: Math.max(0, value / unit.size) }];
    });
  const first = { at: Date.parse(`${course[0]?.month ?? "1970-01"}-01T00:00:00Z`), value: 0 };
  const own = [first, ...points((each) => each.own.toNumber())];
  const worth = points((each) => each.ownLessWorth?.toNumber());
  const rent = [first, ...points((each) => each.rent.toNumber())];
  const box: Box = { x: SIDE + LEFT, y: TOP, width: WIDTH - 2 * SIDE - LEFT, height: PLOT };
  const y = amountAxis(Math.max(...[...own, ...rent].map(({ value }) => value)), box.y + PLOT, box.y);
  const x = timeAxis([first.at, rent.at(-1)?.at ?? first.at], [box.x, box.x + box.width], 10);
  const path = (of: typeof own, attributes: SvgAttributes, says: string): Svg =>
    group(
      { fill: "none", "stroke-linejoin": "round" },
      tooltip(says),
      element("path", { d: linePath(of, x, y, y.most), ...attributes }),
    );
  return {
    title,
    description: monthText(report),
    height: TOP + PLOT + 56,
    pieces: [
      ...heading(title, "what both have cost up to the end of each month, in money of the first month"),
      ...legendRow(SIDE, 72, [
        { sign: { line: ownLine }, words: "own, paid" },
        { sign: { line: worthLine }, words: "own, less what hardware and hall are then worth" },
        { sign: { line: rentLine }, words: "rent, paid" },
      ]),
      amountMarks(box, y, unit.words),
      timeMarks(box, x),
      path(rent, rentLine, "rent, paid"),
      path(own, ownLine, "own, paid"),
      path(worth, worthLine, "own, less what hardware and hall are then worth"),
      ...mark(month.paidBack, ({ own: paid }) => paid.toNumber() / unit.size, "paid back", { x, y, box }),
      ...mark(month.worth, ({ ownLessWorth }) => (ownLessWorth?.toNumber() ?? 0) / unit.size, "even if sold", {
        x,
        y,
        box,
      }),
    ],
  };
}

/** The instant at which a month is over. */
const endOf = ({ month }: CumulatedCost): number => Date.parse(`${monthAfter(month)}-01T00:00:00Z`);

interface Axes {
  readonly x: TimeAxis;
  readonly y: AmountAxis;
  readonly box: Box;
}

/** A break-even: a line from the ground to a ring on the curve, with its month beside it. */
function mark(
  at: CumulatedCost | undefined,
  heightOf: (each: CumulatedCost) => number,
  words: string,
  { x, y, box }: Axes,
): Svg[] {
  if (at === undefined) return [];
  const [left, top] = [x.at(endOf(at)), y.over(Math.max(0, heightOf(at)))];
  const said = `${words} after ${at.number === 1 ? "1 month" : `${at.number} months`} (${at.month})`;
  const isRight = left > box.x + box.width / 2;
  return [
    group(
      {},
      tooltip(said),
      line(left, box.y + box.height, left, top, { stroke: ink.text, "stroke-dasharray": "3 3" }),
      element("circle", { cx: left, cy: top, r: 5, fill: ink.ground, stroke: ink.text, "stroke-width": 2 }),
      text(isRight ? left - 10 : left + 10, isRight ? top - 12 : Math.min(top + 22, box.y + box.height - 8), said, {
        "font-weight": 600,
        "text-anchor": isRight ? "end" : "start",
        ...onFill,
      }),
    ),
  ];
}
