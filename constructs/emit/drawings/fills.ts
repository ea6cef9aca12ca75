import { type Paint, paintOf } from "./palette";
import { element, group, rect, type Svg, type SvgAttributes, tooltip } from "./svg";

/** How a surface is filled: a colour with, over it, a pattern of its own, so that it is told from others in grey as well. */
export interface Fill {
  readonly paint: Paint;
  /** The id of its pattern; none where the colour stands alone. */
  readonly pattern: string | undefined;
}

/** Side of the tile of a pattern, in px. */
const TILE = 8;

/** Lines of the patterns in a tile; the first fill has none. */
const lines = [
  "M-2 2L2 -2M0 8L8 0M6 10L10 6",
  "M2 2h1.5v1.5h-1.5zM6 6h1.5v1.5h-1.5z",
  "M0 4H8",
  "M-2 6L2 10M0 0L8 8M6 -2L10 2",
  "M4 0V8",
  "M0 4H8M4 0V8",
  "M3 5L5 3M3 3L5 5",
] as const;

/** How many fills there are that are told from each other. */
export const FILLS = lines.length + 1;

/** The fill of the n-th thing, 0 for the first; after the last they begin anew. */
export function fillOf(index: number): Fill {
  const at = index % FILLS;
  return { paint: paintOf(at), pattern: at === 0 ? undefined : `fill-${at}` };
}

/** What is missing: red, crossed by thick lines. */
export const missingFill: Fill = { paint: { fill: "#fde3df", edge: "#b42318" }, pattern: "fill-missing" };

/** The patterns, once for a drawing. */
export const patterns = (): Svg =>
  element(
    "defs",
    {},
    ...lines.map((d, index) => pattern(`fill-${index + 1}`, d, paintOf(index + 1).edge, 1)),
    pattern("fill-missing", lines[0], missingFill.paint.edge, 2),
  );

const pattern = (id: string, d: string, stroke: string, width: number): Svg =>
  element(
    "pattern",
    { id, width: TILE, height: TILE, patternUnits: "userSpaceOnUse" },
    element("path", { d, stroke, "stroke-width": width, "stroke-opacity": 0.5, fill: "none" }),
  );

/** A surface with its fill, and what a viewer says of it. */
export function filled(
  shape: (more: SvgAttributes) => Svg,
  { paint, pattern: id }: Fill,
  says: string,
  more: SvgAttributes = {},
): Svg {
  return group(
    {},
    tooltip(says),
    shape({ fill: paint.fill, stroke: paint.edge, ...more }),
    id === undefined ? undefined : shape({ fill: `url(#${id})` }),
  );
}

/** A surface along a path. */
export const filledPath = (d: string, fill: Fill, says: string, more: SvgAttributes = {}): Svg =>
  filled((attributes) => element("path", { d, ...attributes }), fill, says, more);

/** A rectangle by its upper left corner. */
export const filledRect = (
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  fill: Fill,
  says: string,
): Svg => filled((attributes) => rect(x, y, width, height, attributes), fill, says);
