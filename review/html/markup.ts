import {
  type Fitted,
  fitText,
  isFitted,
  type Svg,
  type SvgAttributes,
  type SvgChild,
} from "../../constructs/emit/drawings/svg";
import { spellUnseen } from "../markdown/text";

/**
 * An element of the page, of HTML or SVG, with what it holds. There is no way to put markup into a page but this: every text in it, and
 * every attribute that is read to people, is redacted, has what is unseen spelled, and is escaped when it is written.
 */
export interface Node {
  readonly name: string;
  readonly attributes: SvgAttributes;
  readonly children: readonly Child[];
}

export type Child = Node | Svg | SvgChild;

/** `h("p", { class: "note" }, "text")`. */
export const h = (
  name: string,
  attributes: SvgAttributes = {},
  ...children: readonly (Child | readonly Child[])[]
): Node => ({
  name,
  attributes,
  children: children.flat(),
});

/** Text that is written as it is, inside of `style` and `script`: of the program alone, never of what it reads. */
export interface Raw {
  readonly name: "style" | "script";
  readonly text: string;
}

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** Elements without a closing tag. Source: HTML Living Standard, void elements. */
const empty: ReadonlySet<string> = new Set(["br", "hr", "img", "input", "link", "meta", "wbr"]);

/** Attributes that are read to people, and so may hold what a spec or a plan says. */
const spoken: ReadonlySet<string> = new Set(["aria-label", "aria-description", "title", "label"]);

/** Attributes of which the page's own words alone are the value: names, numbers, places. */
const PLAIN = /^[\w\s#.,:;()%/+*=<>&'"-]*$/;

/** Writes a page, or a part of one. */
export function write(child: Child, redact: Redact): string {
  const parts: string[] = [];
  append(child, redact, parts);
  return parts.join("");
}

function append(child: Child, redact: Redact, parts: string[]): void {
  if (child === undefined) return;
  if (typeof child === "string" || isFitted(child)) {
    parts.push(escaped(shown(child, redact)));
    return;
  }
  const { name, attributes, children } = child;
  parts.push("<", name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) parts.push(" ", key, '="', attributeText(key, value, redact), '"');
  }
  parts.push(">");
  if (empty.has(name)) return;
  for (const each of children) append(each, redact, parts);
  parts.push("</", name, ">");
}

/** What is to be cut is redacted before: of a secret that is cut in two, half would be left. */
const shown = (text: string | Fitted, redact: Redact): string =>
  typeof text === "string"
    ? visibleIn(redact(text))
    : visibleIn(fitText(redact(text.words), text.width, text.fontSize));

/** Line ends stay: in a block of text they are ends of lines, elsewhere they are space. */
const visibleIn = (text: string): string => text.split("\n").map(spellUnseen).join("\n");

function attributeText(key: string, value: string | number, redact: Redact): string {
  if (typeof value === "number") return number(value);
  if (spoken.has(key)) return escaped(shown(value, redact));
  // Not escaped and hoped for: what is no plain value of a name, a number or a place has no business in such an attribute.
  if (!PLAIN.test(value)) throw new Error(`the attribute ${key} of a page cannot be ${JSON.stringify(value)}`);
  return escaped(value);
}

/** A tenth of a pixel is finer than any screen. */
const number = (value: number): string => String(Math.round(value * 10) / 10 || 0);

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
