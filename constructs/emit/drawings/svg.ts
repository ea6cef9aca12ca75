/** One piece of a drawing: an element with what it holds. A plain string is never taken for one. */
export interface Svg {
  readonly name: string;
  readonly attributes: SvgAttributes;
  readonly children: readonly SvgChild[];
  /** What of the drawn site it is, where it is one thing of it. It is not written: files stay as small as they are. */
  readonly thing?: Thing;
}

/** A thing that a drawing shows, by which two drawings of one site are compared. */
export interface Thing {
  /** The same in every drawing of the same place, and unique in one: `r01-07`. */
  readonly key: string;
  /** What is there, in words: `train/h100, 4 machines`. Where two drawings say the same, nothing changed. */
  readonly says: string;
  /** Where it is drawn, in px of the piece that it is: within its `transform`, where it has one. */
  readonly box: Box;
  /** It is a place at which nothing is. */
  readonly isEmpty?: boolean;
}

/** A rectangle by its upper left corner, in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Words that are cut to a width when they are written: whoever must not write them as they are sees them whole before. */
export interface Fitted {
  readonly words: string;
  /** In px. */
  readonly width: number;
  readonly fontSize: number;
}

/** What an element holds: pieces, and texts that still are to be escaped. What is `undefined` is left out. */
export type SvgChild = Svg | Fitted | string | undefined;

/** Attributes by their SVG names (`stroke-width`). Numbers are written with three decimals at most. */
export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

/** Shared by all drawings: dark text on a light ground, and fonts that every viewer has. */
const FONT = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
export const ink = { text: "#1f2933", muted: "#52606d", line: "#9aa5b1", ground: "#ffffff", panel: "#f5f7fa" } as const;

/** One element with its children: `element("rect", { x: 0, width: 10 })`. */
export function element(name: string, attributes: SvgAttributes = {}, ...children: readonly SvgChild[]): Svg {
  for (const value of Object.values(attributes)) {
    // What is no finite number would make a viewer drop the element in silence.
    if (typeof value === "number" && !Number.isFinite(value))
      throw new Error(`a drawing cannot hold the number ${value}`);
  }
  return { name, attributes, children };
}

/** A piece that is one thing of what is drawn. */
export const thing = (of: Thing, piece: Svg): Svg => ({ ...piece, thing: of });

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
export const text = (x: number, y: number, words: string | Fitted, more: SvgAttributes = {}): Svg =>
  element("text", { x, y, ...more }, words);

/** What a viewer shows under the pointer. */
export const tooltip = (words: string): Svg => element("title", {}, words);

/** A finished drawing: its size in px, what it shows in one line, and for those who cannot see it, in a few more. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description?: string;
  readonly pieces: readonly SvgChild[];
}

/** A drawing with the file that it is written to. */
export interface DrawnFile {
  readonly file: string;
  readonly drawing: Drawing;
  /** The text of the file. */
  readonly text: string;
}

/** The text is made when it is asked for: of drawings of two fleets few are written to a file. */
export const drawnFile = (file: string, drawing: Drawing): DrawnFile => ({
  file,
  drawing,
  get text() {
    return svgFile(drawing);
  },
});

/** The text of an SVG file: one top-level piece a line, so that a change shows where it is. */
export function svgFile({ width, height, title, description, pieces }: Drawing): string {
  const size = `width="${decimal(width)}" height="${decimal(height)}" viewBox="0 0 ${decimal(width)} ${decimal(height)}"`;
  const style = `font-family="${escapeXml(FONT)}" font-size="12" fill="${ink.text}"`;
  const head = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" ${style}>`,
    markupOf(element("title", {}, title)),
    ...(description === undefined ? [] : [markupOf(element("desc", {}, description))]),
    markupOf(rect(0, 0, width, height, { fill: ink.ground })),
  ];
  return `${[...head, ...pieces.map(markupOf).filter((each) => each !== ""), "</svg>"].join("\n")}\n`;
}

/** A rough width of a text in px, for boxes around it: no font is at hand, and viewers differ. */
export const textWidth = (words: string, fontSize = 12): number => Array.from(words).length * fontSize * 0.56;

/** A text cut to a width in px, with an ellipsis where something is missing; empty where nothing readable fits. */
export function fitText(words: string, width: number, fontSize = 12): string {
  if (textWidth(words, fontSize) <= width) return words;
  const room = Math.floor(width / (fontSize * 0.56)) - 1;
  return room < 2 ? "" : `${Array.from(words).slice(0, room).join("").trimEnd()}…`;
}

/** Words that are to be cut to a width in px, see {@link fitText}. */
export const fitted = (words: string, width: number, fontSize = 12): Fitted => ({ words, width, fontSize });

/** Whether a child of a piece is words that are to be cut. */
export const isFitted = (child: SvgChild): child is Fitted => typeof child === "object" && "words" in child;

/** A piece as XML, escaped. */
export function markupOf(child: SvgChild): string {
  if (child === undefined) return "";
  if (typeof child === "string") return escapeXml(child);
  if (isFitted(child)) return escapeXml(fitText(child.words, child.width, child.fontSize));
  const { name, attributes, children } = child;
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === "number" ? decimal(value) : escapeXml(value)}"`],
  );
  const inner = children.map(markupOf).join("");
  return `<${name}${written.join("")}${inner === "" ? "/>" : `>${inner}</${name}>`}`;
}

/** A number of px as drawings write it: three decimals at most, and no dust. */
export function decimal(value: number): string {
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
