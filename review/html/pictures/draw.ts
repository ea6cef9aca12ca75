import { type Box, type Drawing, isFitted, type Svg, type SvgChild } from "../../../constructs/emit/drawings/svg";
import { type Child, h, type Node } from "../markup";
import { type Styles, styleOf } from "../styles";
import type { Status, ThingChange } from "./compare";

/** What pictures of a page share. */
export interface Canvas {
  readonly styles: Styles;
  /** Shapes that are drawn many times, by what they look like. */
  readonly shapes: Map<string, { readonly id: string; readonly shape: Node }>;
  /** A name that no other element of the page has. */
  readonly id: (prefix: string) => string;
}

/** A drawing as a part of the page, with marks on what changed. */
export function drawPicture(
  drawing: Drawing,
  changes: ReadonlyMap<string, ThingChange>,
  canvas: Canvas,
  { sharesShapes = false, side }: { readonly sharesShapes?: boolean; readonly side?: string } = {},
): Node {
  const { width, height, title, description, pieces } = drawing;
  const [titleId, descId] = [canvas.id("t"), canvas.id("d")];
  const context: Context = { canvas, changes, sharesShapes, isInThing: false, side };
  const drawn = pieces.map((piece) => draw(piece, context));
  const named = side === undefined ? title : `${title}, ${side}`;
  return h(
    "svg",
    {
      class: `drawing ${canvas.styles.classOf("fill:var(--ink);font-size:12px")}`,
      role: "img",
      "aria-labelledby": `${titleId} ${descId}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    },
    h("title", { id: titleId }, named),
    h("desc", { id: descId }, description ?? "", changes.size === 0 ? "" : ` Marked: ${changes.size} differences.`),
    drawn,
  );
}

interface Context {
  readonly canvas: Canvas;
  readonly changes: ReadonlyMap<string, ThingChange>;
  readonly sharesShapes: boolean;
  readonly isInThing: boolean;
  readonly side: string | undefined;
}

function draw(child: SvgChild, context: Context): Child {
  if (typeof child !== "object" || isFitted(child)) return child;
  return child.thing === undefined ? drawPlain(child, context) : drawThing(child, context);
}

function drawPlain(piece: Svg, context: Context): Child {
  const { canvas, sharesShapes, isInThing } = context;
  const { declarations, rest } = styleOf(piece.attributes);
  const name = declarations === "" ? {} : { class: canvas.styles.classOf(declarations) };
  if (piece.name === "rect" && sharesShapes && isInThing) {
    const { x, y, ...size } = rest;
    return h("use", { href: `#${sharedShape(h("rect", { ...size, ...name }), canvas)}`, x, y });
  }
  return h(
    piece.name,
    { ...rest, ...name },
    piece.children.map((each) => draw(each, context)),
  );
}

function sharedShape(shape: Node, { shapes, id }: Canvas): string {
  const key = JSON.stringify(shape);
  const known = shapes.get(key);
  if (known !== undefined) return known.id;
  const made = { id: id("u"), shape };
  shapes.set(key, made);
  return made.id;
}

/** A thing with its tooltip, which is also what is said of it to whoever goes through the picture with the keyboard. */
function drawThing(piece: Svg, context: Context): Node {
  const { thing, ...plain } = piece;
  const inner: Context = { ...context, isInThing: true };
  if (thing === undefined) return h("g");
  const change = context.changes.get(thing.key);
  const own = plain.children.find((each) => typeof each === "object" && "children" in each && each.name === "title");
  const words =
    change === undefined
      ? own === undefined
        ? `${thing.key}: ${thing.says}`
        : undefined
      : changeWords(change, context.side);
  const title = words === undefined ? [] : [h("title", {}, words)];
  const without = words === undefined ? plain.children : plain.children.filter((each) => each !== own);
  const marks = change === undefined ? [] : mark(change.status, thing.box);
  const name = `t${change === undefined ? "" : ` is-${change.status}`}`;
  if (plain.name !== "g")
    return h("g", { class: name }, title, drawPlain({ ...plain, children: without }, inner), marks);
  return h(
    "g",
    { ...plain.attributes, class: name },
    title,
    without.map((each) => draw(each, inner)),
    marks,
  );
}

/** `r01-07, changed: train/h100, 4 machines; was: train/h100, 3 machines`. */
export function changeWords({ key, status, before, after, from, to }: ThingChange, side?: string): string {
  const now = after ?? "nothing";
  // Seen from where it was, what moved went away.
  if (status === "moved" && (from === undefined || (side === "before" && to !== undefined)))
    return `${key}, moved to ${to ?? "elsewhere"}: ${before ?? ""}`;
  switch (status) {
    case "added":
      return `${key}, added: ${now}`;
    case "removed":
      return `${key}, removed: ${before ?? ""}${after === undefined ? "" : `; now: ${after}`}`;
    case "changed":
      return `${key}, changed: ${now}; was: ${before ?? ""}`;
    case "moved":
      return `${key}, moved from ${from ?? "elsewhere"}: ${now}`;
  }
}

/** Height of a line of text with its box, in px. */
const SMALL = 20;

/** A pattern over the thing, an outline, and a sign in its corner: no colour alone tells what became of it. */
function mark(status: Status, { x, y, width, height }: Box): Node[] {
  // A line of text is neither crossed out nor covered: its sign stands before it.
  if (height < SMALL) {
    return [
      h("rect", { class: `over over-${status}`, x, y, width, height, fill: "none" }),
      h("use", { href: `#sign-${status}`, x: x - 15, y: y + height / 2 - 7, width: 14, height: 14 }),
    ];
  }
  const size = Math.max(5, Math.min(8, width / 2.4, height / 2.4));
  return [
    h("rect", { class: `over over-${status}`, x, y, width, height, fill: `url(#pattern-${status})` }),
    h("use", {
      href: `#sign-${status}`,
      x: x + width - size * 2 - 1,
      y: y + 1,
      width: size * 2,
      height: size * 2,
    }),
  ];
}
