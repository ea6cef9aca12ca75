import type { AmountAxis, TimeAxis } from "../axes";
import { tenth } from "../axes";
import type { Box } from "../svg";
import { group, ink, line, type Svg, text } from "../svg";
import { shortText } from "./layout";

/** Lines and words of the axis of amounts, left of a plot, with its unit 24 px above it, where no number of a bar stands. */
export function amountMarks({ x, y, width }: Box, { ticks, over }: AmountAxis, unit: string): Svg {
  return group(
    { "font-size": 11, fill: ink.muted },
    unit === "" ? undefined : text(x, y - 24, unit),
    ...ticks.flatMap((value) => [
      line(x, over(value), x + width, over(value), { stroke: value === 0 ? ink.line : "#e4e7eb" }),
      text(x - 8, over(value) + 4, shortText(value), { "text-anchor": "end" }),
    ]),
  );
}

/** Marks and words of the axis of time, below a plot. */
export function timeMarks({ x, y, width, height }: Box, { ticks }: TimeAxis): Svg {
  const bottom = y + height;
  return group(
    { "font-size": 11, fill: ink.muted },
    line(x, bottom, x + width, bottom),
    ...ticks.flatMap(({ x: at, words, isYear }) => [
      line(at, bottom, at, bottom + 5),
      words === undefined
        ? undefined
        : text(at, bottom + 18, words, { "text-anchor": "middle", ...(isYear ? { "font-weight": 600 } : {}) }),
    ]),
  );
}

/** A point of a line: an instant, and an amount. */
export interface LinePoint {
  readonly at: number;
  readonly value: number;
}

/** A place in a drawing, in px. */
export type Place = readonly [x: number, y: number];

/** `10 20L30 40`: straight from place to place, to a tenth of a px; those that make no difference are left out. */
export function straight(places: readonly Place[]): string {
  const kept: Place[] = [];
  for (const [left, top] of places) {
    const [x, y] = [tenth(left), tenth(top)];
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last?.[0] === x && last[1] === y) continue;
    const isBetween = before !== undefined && last !== undefined && before[1] === last[1] && last[1] === y;
    if (isBetween && between(last[0], before[0], x)) kept.pop();
    kept.push([x, y]);
  }
  return kept.map(([x, y]) => `${x} ${y}`).join("L");
}

const between = (value: number, one: number, other: number): boolean =>
  value >= Math.min(one, other) && value <= Math.max(one, other);

/** `M10 20L30 40`: a line from point to point, without what lies above an amount: there it leaves the plot. */
export function linePath(points: readonly LinePoint[], { at }: TimeAxis, { over }: AmountAxis, most: number): string {
  const place = (point: LinePoint): Place => [at(point.at), over(point.value)];
  const pieces: Place[][] = [];
  let drawing: Place[] | undefined;
  const go = (to: Place): void => {
    if (drawing === undefined) {
      drawing = [];
      pieces.push(drawing);
    }
    drawing.push(to);
  };
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before !== undefined && before.value <= most !== point.value <= most) {
      go(place(crossingOf(before, point, most)));
    }
    if (point.value <= most) go(place(point));
    else drawing = undefined;
  }
  return pieces.map((piece) => `M${straight(piece)}`).join("");
}

function crossingOf(one: LinePoint, other: LinePoint, value: number): LinePoint {
  const share = (value - one.value) / (other.value - one.value);
  return { at: one.at + (other.at - one.at) * share, value };
}
