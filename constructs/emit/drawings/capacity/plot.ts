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

/** `M10 20L30 40`: straight from point to point, without what lies above an amount: there the line leaves the plot. */
export function linePath(points: readonly LinePoint[], { at }: TimeAxis, { over }: AmountAxis, most: number): string {
  const place = (point: LinePoint): string => `${tenth(at(point.at))} ${tenth(over(point.value))}`;
  const pieces: string[] = [];
  let isDrawing = false;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before !== undefined && before.value <= most !== point.value <= most) {
      const crossing = place(crossingOf(before, point, most));
      pieces.push(isDrawing ? `L${crossing}` : `M${crossing}`);
      isDrawing = true;
    }
    if (point.value <= most) {
      pieces.push(`${isDrawing ? "L" : "M"}${place(point)}`);
      isDrawing = true;
    } else isDrawing = false;
  }
  return pieces.join("");
}

function crossingOf(one: LinePoint, other: LinePoint, value: number): LinePoint {
  const share = (value - one.value) / (other.value - one.value);
  return { at: one.at + (other.at - one.at) * share, value };
}
