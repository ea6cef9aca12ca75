import { type Fill, filledRect } from "../fills";
import { element, fitted, group, ink, type Svg, type SvgAttributes, text, textWidth, tooltip } from "../svg";

/** One line of a legend: what a surface or a line stands for. */
export interface LegendItem {
  readonly sign: { readonly fill: Fill } | { readonly line: SvgAttributes };
  readonly words: string;
  /** What it comes to, below its words. */
  readonly note?: string;
}

const SIGN = 22;

/** Height of an item with a note and of one without, in px. */
export const TALL = 36;
const LOW = 20;

/** Items one below the other; words too long for the width are cut, and whole under the pointer. */
export function legendColumn(x: number, y: number, width: number, items: readonly LegendItem[]): Svg[] {
  let at = y;
  return items.map(({ sign, words, note }) => {
    const piece = group(
      {},
      tooltip(note === undefined ? words : `${words}: ${note}`),
      signOf(sign, x, at, words),
      text(x + SIGN + 8, at + 10, fitted(words, width - SIGN - 8)),
      note === undefined
        ? undefined
        : text(x + SIGN + 8, at + 25, fitted(note, width - SIGN - 8, 11), { "font-size": 11, fill: ink.muted }),
    );
    at += note === undefined ? LOW : TALL;
    return piece;
  });
}

/** Height of items one below the other, in px. */
export const columnHeight = (items: readonly LegendItem[]): number =>
  items.reduce((sum, { note }) => sum + (note === undefined ? LOW : TALL), 0);

/** Items side by side. */
export function legendRow(x: number, y: number, items: readonly LegendItem[]): Svg[] {
  let at = x;
  return items.map(({ sign, words }) => {
    const piece = group({}, signOf(sign, at, y, words), text(at + SIGN + 8, y + 10, words));
    at += SIGN + 8 + textWidth(words) + 20;
    return piece;
  });
}

const signOf = (sign: LegendItem["sign"], x: number, y: number, says: string): Svg =>
  "fill" in sign
    ? filledRect({ x, y, width: SIGN, height: 12 }, sign.fill, says)
    : element("path", { d: `M${x} ${y + 6}h${SIGN}`, fill: "none", ...sign.line });
