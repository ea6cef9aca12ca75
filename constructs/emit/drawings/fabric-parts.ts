import { type Box, element, fitted, group, ink, line, rect, type Svg, text, textWidth, thing } from "./svg";

/** A box of a row, or the dots that stand for those that are left out. */
export interface Slot {
  /** From 0; absent for the dots. */
  readonly index: number | undefined;
  /** Its middle, in px. */
  readonly x: number;
}

/** Which of so many things are drawn in a width: all, or the first ones, dots, and the last. */
export function slotsIn(count: number, x: number, width: number, most: number): Slot[] {
  const shown = Math.min(count, most);
  const all = Array.from({ length: shown }, (_, place) => place);
  const indices =
    count <= most ? all : all.map((place) => (place === most - 1 ? count - 1 : place === most - 2 ? undefined : place));
  const step = width / shown;
  return indices.map((index, place) => ({ index, x: x + step * (place + 0.5) }));
}

/** A row of boxes of one kind, with their names in them and dots between. */
export function boxes(
  slots: readonly Slot[],
  y: number,
  width: number,
  height: number,
  look: { readonly fill: string; readonly edge: string },
  name: (index: number) => string,
): Svg {
  return group(
    {},
    ...slots.flatMap(({ index, x }) =>
      index === undefined
        ? [text(x, y + height / 2 + 4, "…", { "text-anchor": "middle", "font-size": 16, fill: ink.muted })]
        : [
            rect(x - width / 2, y, width, height, { fill: look.fill, stroke: look.edge, rx: 3 }),
            text(x, y + height / 2 + 4, fitted(name(index), width - 4, 11), {
              "text-anchor": "middle",
              "font-size": 11,
            }),
          ],
    ),
  );
}

/** Thin lines from every box of one row to every box of another that `joined` holds for. */
export function mesh(
  lower: readonly Slot[],
  lowerY: number,
  upper: readonly Slot[],
  upperY: number,
  joined: (lower: number, upper: number) => boolean = () => true,
): Svg {
  return group(
    { "stroke-width": 0.7, stroke: ink.line },
    ...lower.flatMap((from) =>
      upper.flatMap((to) =>
        from.index === undefined || to.index === undefined || !joined(from.index, to.index)
          ? []
          : [line(from.x, lowerY, to.x, upperY)],
      ),
    ),
  );
}

/** Words on a light ground, so that lines behind them do not cross them out. */
export function label(x: number, y: number, words: string, anchor: "start" | "middle" = "start"): Svg {
  const width = Array.from(words).length * 6.4 + 10;
  const left = anchor === "middle" ? x - width / 2 : x - 5;
  return group(
    {},
    rect(left, y - 12, width, 17, { fill: ink.ground, "fill-opacity": 0.9, rx: 3 }),
    text(x, y, words, { "text-anchor": anchor, "font-size": 11, fill: ink.muted }),
  );
}

/** A frame with a heading in its corner. */
export const frame = (x: number, y: number, width: number, height: number, heading: string): Svg =>
  group(
    {},
    rect(x, y, width, height, { fill: "none", stroke: ink.muted, "stroke-dasharray": "4 3", rx: 6 }),
    text(x + 10, y + 17, heading, { "font-weight": 600 }),
  );

/**
 * Lines of words in two columns, names and values.
 *
 * @param of what they are facts of: no two drawn in one fabric have both the same name and that
 */
export function facts(
  x: number,
  y: number,
  width: number,
  rows: readonly (readonly [string, string])[],
  of: string,
): Svg {
  return element(
    "g",
    {},
    ...rows.flatMap(([name, value], row) => [
      text(x, y + row * 18, name, { fill: ink.muted }),
      thing(
        { key: `${of}: ${name}`, says: value, box: valueBox(x + width, y + row * 18, value) },
        text(x + width, y + row * 18, value, { "text-anchor": "end" }),
      ),
    ]),
  );
}

/** Where a value stands that ends at a point. */
const valueBox = (right: number, y: number, value: string): Box => {
  const width = textWidth(value) + 12;
  return { x: right - width + 4, y: y - 13, width, height: 17 };
};
