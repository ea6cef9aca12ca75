/** One piece of a drawing: markup that is whole and escaped. A plain string is never taken for one. */
export interface Svg {
  readonly markup: string;
}

/** What an element holds: pieces, and texts that still are to be escaped. What is `undefined` is left out. */
export type SvgChild = Svg | string | undefined;

/** Attributes by their SVG names (`stroke-width`). Numbers are written with three decimals at most. */
export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

/** Shared by all drawings: dark text on a light ground, and fonts that every viewer has. */
const FONT = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
export const ink = { text: "#1f2933", muted: "#52606d", line: "#9aa5b1", ground: "#ffffff", panel: "#f5f7fa" } as const;

/** One element with its children: `element("rect", { x: 0, width: 10 })`. */
export function element(name: string, attributes: SvgAttributes = {}, ...children: readonly SvgChild[]): Svg {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === "number" ? decimal(value) : escapeXml(value)}"`],
  );
  const inner = children.map(markupOf).join("");
  return { markup: `<${name}${written.join("")}${inner === "" ? "/>" : `>${inner}</${name}>`}` };
}

/** Pieces that belong together, with attributes that hold for all of them. */
export const group = (attributes: SvgAttributes, ...children: readonly SvgChild[]): Svg =>
  element("g", attributes, ...children);

/** A rectangle by its upper left corner, in px. */
export const rect = (x: number, y: number, width: number, height: number, more: SvgAttributes = {}): Svg =>
  element("rect", { x, y, width, height, ...more });

/** A straight line, in px. */
export const line = (x1: number, y1: number, x2: number, y2: number, more: SvgAttributes = {}): Svg =>
  element("line", { x1, y1, x2, y2, stroke: ink.line, ...more });

/** A line through several points, in px; it encloses nothing. */
export const polyline = (points: readonly (readonly [number, number])[], more: SvgAttributes = {}): Svg =>
  element("polyline", {
    points: points.map(([x, y]) => `${decimal(x)},${decimal(y)}`).join(" "),
    fill: "none",
    stroke: ink.line,
    ...more,
  });

/** A line of text, its baseline's start at the point unless `text-anchor` says otherwise. 12 px unless `font-size` does. */
export const text = (x: number, y: number, words: string, more: SvgAttributes = {}): Svg =>
  element("text", { x, y, ...more }, words);

/** What a viewer shows under the pointer. */
export const tooltip = (words: string): Svg => element("title", {}, words);

/** A finished drawing: its size in px, what it shows in one line, and for those who cannot see it, in a few more. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description?: string;
}

/** The text of an SVG file: one top-level piece a line, so that a change shows where it is. */
export function svgFile({ width, height, title, description }: Drawing, children: readonly SvgChild[]): string {
  const size = `width="${decimal(width)}" height="${decimal(height)}" viewBox="0 0 ${decimal(width)} ${decimal(height)}"`;
  const style = `font-family="${escapeXml(FONT)}" font-size="12" fill="${ink.text}"`;
  const head = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" ${style}>`,
    element("title", {}, title).markup,
    ...(description === undefined ? [] : [element("desc", {}, description).markup]),
    rect(0, 0, width, height, { fill: ink.ground }).markup,
  ];
  return `${[...head, ...children.map(markupOf).filter((each) => each !== ""), "</svg>"].join("\n")}\n`;
}

/** A rough width of a text in px, for boxes around it: no font is at hand, and viewers differ. */
export const textWidth = (words: string, fontSize = 12): number => Array.from(words).length * fontSize * 0.56;

/** A text cut to a width in px, with an ellipsis where something is missing; empty where nothing readable fits. */
export function fitText(words: string, width: number, fontSize = 12): string {
  if (textWidth(words, fontSize) <= width) return words;
  const room = Math.floor(width / (fontSize * 0.56)) - 1;
  return room < 2 ? "" : `${Array.from(words).slice(0, room).join("").trimEnd()}…`;
}

const markupOf = (child: SvgChild): string =>
  child === undefined ? "" : typeof child === "string" ? escapeXml(child) : child.markup;

/** What is no finite number would make a viewer drop the element in silence. */
function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a drawing cannot hold the number ${value}`);
  const rounded = Number(value.toFixed(3));
  return String(rounded === 0 ? 0 : rounded);
}

/** Text as XML takes it; characters that XML 1.0 forbids are left out. */
export function escapeXml(words: string): string {
  return Array.from(words)
    .filter((character) => !isForbidden(character.codePointAt(0) ?? 0))
    .map((character) => escapes.get(character) ?? character)
    .join("");
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

const isForbidden = (code: number): boolean =>
  (code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  code === 0xfffe ||
  code === 0xffff;
