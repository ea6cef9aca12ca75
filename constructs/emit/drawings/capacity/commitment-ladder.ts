import { type CapacityReport, type Commitment, commitments, dayOf, type Step, stepAt } from "../../../ledger/capacity";
import { addMonths, Basis, type Bound, formatCount, formatMW } from "../../../model";
import { amountAxis } from "../axes";
import { filledRect, fillOf } from "../fills";
import { type Box, fitted, group, ink, type Svg, svgFile, text, tooltip } from "../svg";
import { amountText, drawingOf, heading, onFill, type Part, SIDE, shortText, WIDTH, windowWords } from "./layout";
import { legendRow } from "./legend";
import { windowOf } from "./met";
import { amountMarks } from "./plot";

const TOP = 144;
const PLOT = 280;
const HALF = (WIDTH - 2 * SIDE) / 2;
const LEFT = 66;

/** Bars side by side at most, and months from one to the next: the fewest with which all find room. */
const BARS = 5;
const strides = [3, 6, 12, 24, 36, 60, 120, 240] as const;

/** How sure accelerators and critical IT power are, on some days side by side, as an SVG file. */
export function commitmentLadder(report: CapacityReport): string {
  const part = ladderPart(report);
  return svgFile(drawingOf(part.title, [part]));
}

/** The same as a part of a larger drawing. */
export function ladderPart(report: CapacityReport): Part {
  const title = `How sure it is, ${windowWords(report)}`;
  const days = daysOf(report);
  const { uncounted, criticalIT } = report.power;
  const left =
    uncounted.length === 0 ? "" : `; figures of power without a day or a meaning, left out: ${uncounted.length}`;
  const last = days.at(-1)?.instant ?? 0;
  const end = stepAt(report.installed, last);
  return {
    title,
    description: `In the end: ${commitments.map((each) => `${amountText(end.byCommitment[each])} ${each}`).join(", ")} accelerators.`,
    height: TOP + PLOT + 110,
    pieces: [
      ...heading(title, `accelerators installed, and critical IT power, by how sure they are${left}`),
      ...legendRow(
        SIDE,
        78,
        commitments.map((words, index) => ({ sign: { fill: fillOf(index) }, words })),
      ),
      ladder(SIDE, days, report.installed, { unit: "accelerators", told: formatCount, briefly: shortText }),
      ladder(SIDE + HALF, days, criticalIT, { unit: "MW, critical IT", told: megawattText, briefly: megawattText }),
    ],
  };
}

/** The axis names the unit. */
const megawattText = (value: number, bound?: Bound): string => formatMW(value, bound).replace(" MW", "");

interface LadderDay {
  readonly day: string;
  readonly instant: number;
}

/** The first day, days of even distance after it, and the last. */
function daysOf(report: CapacityReport): LadderDay[] {
  const { from, until } = windowOf(report);
  const all = (stride: number): LadderDay[] => {
    const days: LadderDay[] = [];
    for (let months = 0; days.length <= BARS; months += stride) {
      const day = addMonths(report.asOf, months);
      const instant = Date.parse(`${day}T00:00:00Z`);
      if (instant >= until) break;
      days.push({ day, instant });
    }
    const last = Math.max(from, until - 1);
    const isThere = days.some(({ day }) => day === dayOf(last));
    return isThere ? days : [...days, { day: dayOf(last), instant: last }];
  };
  const stride = strides.find((months) => all(months).length <= BARS) ?? 240;
  return all(stride).slice(-BARS);
}

interface Told {
  readonly unit: string;
  readonly told: (value: number, bound?: Bound) => string;
  /** Where there is little room. */
  readonly briefly: (value: number) => string;
}

function ladder(x: number, days: readonly LadderDay[], steps: readonly Step[], { unit, told, briefly }: Told): Svg {
  const totals = days.map(({ day, instant }) => ({ day, step: stepAt(steps, instant) }));
  const y = amountAxis(
    totals.reduce((most, { step }) => Math.max(most, step.value), 0),
    TOP + PLOT,
    TOP,
  );
  const box: Box = { x: x + LEFT, y: TOP, width: HALF - LEFT - 20, height: PLOT };
  const room = box.width / Math.max(1, totals.length);
  const bars = totals.map(({ day, step }, index) => {
    const middle = box.x + (index + 0.5) * room;
    return group(
      {},
      ...segments(step, middle, Math.min(90, room * 0.7), y.over, { unit, told, briefly }, day),
      text(middle, y.over(step.value) - 6, told(step.value, step.bound), {
        "text-anchor": "middle",
        "font-weight": 600,
        ...onFill,
      }),
      text(middle, TOP + PLOT + 18, day, { "text-anchor": "middle" }),
      ...bases(step, briefly).map((words, line) =>
        group(
          { "font-size": 10.5, fill: ink.muted },
          tooltip(words),
          text(middle, TOP + PLOT + 34 + line * 13, fitted(words, room - 2, 10.5), { "text-anchor": "middle" }),
        ),
      ),
    );
  });
  return group({}, amountMarks(box, y, unit), ...bars);
}

/** A bar, its surest part at the foot. */
function segments(
  step: Step,
  middle: number,
  width: number,
  over: (value: number) => number,
  { unit, told }: Told,
  day: string,
): (Svg | undefined)[] {
  let low = 0;
  return commitments.map((commitment: Commitment, index) => {
    const value = step.byCommitment[commitment];
    if (value <= 0) return undefined;
    const [bottom, top] = [over(low), over(low + value)];
    low += value;
    const height = bottom - top;
    return group(
      {},
      filledRect(
        { x: middle - width / 2, y: top, width, height },
        fillOf(index),
        `${commitment} on ${day}: ${told(value)} ${unit}`,
      ),
      height < 13 || value === step.value
        ? undefined
        : text(middle, top + height / 2 + 4, told(value), { "text-anchor": "middle", "font-size": 11, ...onFill }),
    );
  });
}

/** `2,200 assumed`: what of a total rests on what. */
const bases = ({ byBasis }: Step, briefly: (value: number) => string): string[] =>
  Basis.options.flatMap((basis) => {
    const value = byBasis[basis];
    return value === undefined || value === 0 ? [] : [`${briefly(value)} ${basis}`];
  });
