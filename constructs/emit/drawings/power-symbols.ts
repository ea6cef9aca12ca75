import type { PowerNodeKind } from "../../model";
import { element, group, ink, line, polyline, rect, type Svg, text } from "./svg";

const stroke = { stroke: ink.text, "stroke-width": 1.4, fill: "none" } as const;

const circle = (x: number, y: number, r: number): Svg => element("circle", { cx: x, cy: y, r, ...stroke });

const letters = (words: string): Svg => text(12, 16, words, { "text-anchor": "middle", "font-size": 10 });

const frame: Svg = rect(1, 2, 22, 20, { ...stroke });

/** A symbol of 24 px for a kind of node, after the usage of one-line diagrams (IEEE 315). */
export function powerSymbol(kind: PowerNodeKind | "load"): Svg {
  return group({}, ...symbols[kind]);
}

const breaker: readonly Svg[] = [
  rect(6, 6, 12, 12, { ...stroke }),
  line(12, 0, 12, 6, stroke),
  line(12, 18, 12, 24, stroke),
];

const symbols: Readonly<Record<PowerNodeKind | "load", readonly Svg[]>> = {
  utility: [
    circle(12, 12, 10),
    polyline(
      [
        [6, 14],
        [9, 8],
        [12, 12],
        [15, 16],
        [18, 10],
      ],
      stroke,
    ),
  ],
  substation: [rect(2, 2, 20, 20, { ...stroke }), circle(12, 9.5, 4.5), circle(12, 14.5, 4.5)],
  transformer: [circle(12, 8.5, 6.5), circle(12, 15.5, 6.5)],
  switchgear: breaker,
  generator: [circle(12, 12, 10), letters("G")],
  ups: [
    frame,
    line(1, 22, 23, 2, stroke),
    text(7, 10, "~", { "text-anchor": "middle", "font-size": 11 }),
    text(17, 20, "=", { "text-anchor": "middle", "font-size": 11 }),
  ],
  bess: [
    line(4, 8, 20, 8, stroke),
    line(8, 12, 16, 12, stroke),
    line(4, 16, 20, 16, stroke),
    line(12, 0, 12, 8, stroke),
    line(12, 16, 12, 24, stroke),
  ],
  sts: [
    line(5, 2, 5, 9, stroke),
    line(19, 2, 19, 9, stroke),
    line(5, 9, 12, 17, stroke),
    line(12, 17, 12, 23, stroke),
    circle(19, 10, 1.5),
  ],
  panel: [
    frame,
    line(12, 2, 12, 22, stroke),
    line(5, 8, 9, 8, stroke),
    line(15, 8, 19, 8, stroke),
    line(5, 13, 9, 13, stroke),
    line(15, 13, 19, 13, stroke),
  ],
  busway: [
    line(1, 9, 23, 9, { ...stroke, "stroke-width": 3 }),
    line(6, 9, 6, 20, stroke),
    line(12, 9, 12, 20, stroke),
    line(18, 9, 18, 20, stroke),
  ],
  pdu: [frame, circle(9, 12, 4.5), circle(15, 12, 4.5)],
  rpp: [frame, line(5, 7, 19, 7, stroke), line(5, 12, 19, 12, stroke), line(5, 17, 19, 17, stroke)],
  rackFeed: breaker,
  load: [
    polyline(
      [
        [2, 6],
        [22, 6],
        [12, 22],
        [2, 6],
      ],
      stroke,
    ),
  ],
};
