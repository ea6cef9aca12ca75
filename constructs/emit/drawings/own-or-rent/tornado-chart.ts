import type Big from "big.js";
import { scaleLinear } from "d3-scale";
import {
  CHANGES,
  type ChangedAssumption,
  type OwnOrRent,
  rowFor,
  type Sensitivity,
  spreadOf,
} from "../../../ledger/own-or-rent";
import { assumptionText, cheaperText, signedPercent } from "../../own-or-rent/words";
import { heading, type Part, SIDE, shortText, WIDTH } from "../capacity/layout";
import { legendRow } from "../capacity/legend";
import { type Fill, filledRect, fillOf } from "../fills";
import { fitted, group, ink, line, type Svg, text } from "../svg";
import { type MoneyUnit, moneyAxisUnit } from "./money-axis";

/** Assumptions that are drawn: those on which most hangs. */
const ROWS = 14;
const ROW = 30;
const TOP = 130;
const WORDS = 290;
/** Room for numbers at both ends, in px. */
const ENDS = 70;

const [LEAST, , , MOST] = CHANGES;
const lower: Fill = fillOf(0);
const higher: Fill = fillOf(5);

/** How far the answer moves with each assumption, the one on which most hangs on top. */
export function tornadoPart(report: OwnOrRent): Part {
  const { sheet, outcome, sensitivities } = report;
  const rows = sensitivities
    .filter(({ changed }) => outer(changed).some(movesFrom(outcome.difference)))
    .sort((a, b) => spreadOf(b) - spreadOf(a))
    .slice(0, ROWS);
  const now = outcome.difference.toNumber();
  const ends = rows.flatMap(({ changed }) => outer(changed).map(({ difference }) => difference.toNumber()));
  const unit = moneyAxisUnit([now, ...ends], sheet.currency);
  const [from, until] = [SIDE + WORDS + ENDS, WIDTH - SIDE - ENDS];
  const scale = scaleLinear()
    .domain([Math.min(0, now, ...ends) / unit.size, Math.max(0, now, ...ends) / unit.size])
    .nice(6)
    .range([from, until]);
  const at = (amount: number): number => scale(amount / unit.size) ?? from;
  const height = rows.length * ROW;
  const bottom = TOP + height;
  return {
    title: "On what the answer hangs",
    description: rows
      .map(
        (row) =>
          `${rowFor(row.key).label}: ${outer(row.changed)
            .map((each) => `${signedPercent(each.change)}, ${cheaperText(each.difference, sheet.currency)}`)
            .join("; ")}.`,
      )
      .join(" "),
    height: bottom + 56,
    pieces: [
      ...heading(
        "On what the answer hangs",
        `own less rent in ${unit.words}, present value, with each assumption a fifth lower and a fifth higher; left of 0 owning is cheaper`,
      ),
      ...legendRow(SIDE, 72, [
        { sign: { fill: lower }, words: signedPercent(LEAST) },
        { sign: { fill: higher }, words: signedPercent(MOST) },
        { sign: { line: nowLine }, words: `as assumed: ${cheaperText(outcome.difference, sheet.currency)}` },
      ]),
      ...scale
        .ticks(6)
        .map((tick) =>
          group(
            { "font-size": 11, fill: ink.muted },
            line(scale(tick) ?? from, TOP - 6, scale(tick) ?? from, bottom, { stroke: "#e4e7eb" }),
            text(scale(tick) ?? from, bottom + 18, signedShort(tick), { "text-anchor": "middle" }),
          ),
        ),
      ...rows.map((row, index) => bars(report, row, TOP + index * ROW, { at, now, unit })),
      line(at(0), TOP - 12, at(0), bottom + 4, { stroke: ink.text, "stroke-width": 2 }),
      line(at(now), TOP - 12, at(now), bottom + 4, nowLine),
      text(from, TOP - 16, "← owning is cheaper", { "font-size": 11, fill: ink.muted }),
      text(until, TOP - 16, "renting is cheaper →", { "text-anchor": "end", "font-size": 11, fill: ink.muted }),
    ],
  };
}

const nowLine = { stroke: ink.text, "stroke-width": 1.5, "stroke-dasharray": "4 3" };

/** The outermost changes of an assumption. */
const outer = (changed: readonly ChangedAssumption[]): ChangedAssumption[] =>
  changed.filter(({ change }) => change === LEAST || change === MOST);

const signedShort = (value: number): string => (value < 0 ? `−${shortText(-value)}` : shortText(value));

interface Axis {
  readonly at: (amount: number) => number;
  readonly now: number;
  readonly unit: MoneyUnit;
}

function bars({ sheet }: OwnOrRent, { key, changed }: Sensitivity, y: number, { at, now, unit }: Axis): Svg {
  const { label } = rowFor(key);
  const ends = outer(changed).filter(({ difference }) => difference.toNumber() !== now);
  const pieces = ends.flatMap(({ change, value, difference, cheaper }, index): Svg[] => {
    const [one, other] = [at(now), at(difference.toNumber())];
    const says = `${label} ${assumptionText(key, value, sheet.currency)} (${signedPercent(change)}): ${cheaperText(difference, sheet.currency)}`;
    const isLeft = other < one;
    return [
      filledRect(
        { x: Math.min(one, other), y: y + 5, width: Math.abs(other - one), height: ROW - 12 },
        change < 0 ? lower : higher,
        says,
      ),
      // Where both ends lie on one side, the nearer one's number would lie within the other's bar.
      ...(isOutermost(ends, difference.toNumber(), now, index)
        ? [
            text(
              isLeft ? other - 6 : other + 6,
              y + 18,
              signedShort(Number((difference.toNumber() / unit.size).toPrecision(4))),
              {
                "text-anchor": isLeft ? "end" : "start",
                "font-size": 11,
                "font-weight": cheaper === "rent" ? 600 : 400,
              },
            ),
          ]
        : []),
    ];
  });
  return group({}, text(SIDE, y + 18, fitted(label, WORDS)), ...pieces);
}

/** Whether a number stands at the end of its side: of two on one side the farther does, of two that are equal the first. */
const isOutermost = (ends: readonly ChangedAssumption[], amount: number, now: number, index: number): boolean =>
  ends.every(({ difference }, other) => {
    const its = difference.toNumber();
    if (other === index || its < now !== amount < now) return true;
    const [far, own] = [Math.abs(its - now), Math.abs(amount - now)];
    return far < own || (far === own && index < other);
  });

/** Whether a change changes anything. */
const movesFrom =
  (now: Big) =>
  ({ difference }: ChangedAssumption): boolean =>
    !difference.eq(now);
