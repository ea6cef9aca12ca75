import type { CapacityReport } from "../../../ledger/capacity";
import { groupThousands } from "../../../model";
import { patterns } from "../fills";
import { type Drawing, fitted, group, ink, type Svg, type SvgChild, text } from "../svg";

/** Width of every drawing of capacity, and the space at its sides, in px. */
export const WIDTH = 1200;
export const SIDE = 24;

/** A drawing that stands alone, or below others in a larger one: its pieces begin at its upper left corner. */
export interface Part {
  readonly title: string;
  /** The same in words, for those who cannot see it. */
  readonly description: string;
  readonly height: number;
  readonly pieces: readonly SvgChild[];
}

/** Drawings one below the other. */
export function drawingOf(title: string, parts: readonly Part[]): Drawing {
  let y = 0;
  const placed = parts.map(({ pieces, height }) => {
    const piece = group({ transform: `translate(0 ${y})` }, ...pieces);
    y += height;
    return piece;
  });
  return {
    width: WIDTH,
    height: y,
    title,
    description: parts.map((part) => part.description).join(" "),
    pieces: [patterns(), ...placed],
  };
}

/** From when up to when one looks, in words. */
export const windowWords = ({ asOf, until }: Pick<CapacityReport, "asOf" | "until">): string => `${asOf} to ${until}`;

/** The heading of a part, in the uppermost 70 px. */
export const heading = (title: string, below: string): Svg[] => [
  text(SIDE, 32, fitted(title, WIDTH - 2 * SIDE, 18), { "font-size": 18, "font-weight": 600 }),
  text(SIDE, 54, fitted(below, WIDTH - 2 * SIDE, 13), { fill: ink.muted, "font-size": 13 }),
];

/** `1,234`, `97.5`: accelerators, and shares of few of them to a tenth. */
export const amountText = (value: number): string =>
  groupThousands(String(Number(value.toFixed(Math.abs(value) >= 100 ? 0 : 1)) + 0));

/** `250`, `50,000`, `1.5 M`: what an axis or a legend has room for. */
export const shortText = (value: number): string =>
  value >= 1e6 ? `${groupThousands(String(Number((value / 1e6).toPrecision(4))))} M` : amountText(value);

/** Letters that are readable on any fill. */
export const onFill = { "paint-order": "stroke", stroke: ink.ground, "stroke-width": 3, "stroke-linejoin": "round" };
