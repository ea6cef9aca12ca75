import { drawn } from "./colours";

/** How things are drawn, each way once: its class is in the page, and what it means in the style sheet. */
export class Styles {
  private readonly classes = new Map<string, string>();

  /** The class of some declarations of CSS, of the program's own words alone. */
  classOf(declarations: string): string {
    const known = this.classes.get(declarations);
    if (known !== undefined) return known;
    const made = `v${this.classes.size.toString(36)}`;
    this.classes.set(declarations, made);
    return made;
  }

  /** The rules of all classes. */
  css(): string {
    return [...this.classes].map(([declarations, name]) => `.${name}{${declarations}}`).join("\n");
  }
}

/** Attributes of SVG that are properties of CSS, too. */
const properties: ReadonlySet<string> = new Set([
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "fill-opacity",
  "font-size",
  "font-weight",
  "text-anchor",
]);

/** Which of some attributes go into a style, and the declarations that they make. */
export function styleOf(attributes: Readonly<Record<string, string | number | undefined>>): {
  readonly declarations: string;
  readonly rest: Readonly<Record<string, string | number | undefined>>;
} {
  const entries = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const styled = entries.filter(([key]) => properties.has(key));
  return {
    declarations: styled.map(([key, value]) => `${key}:${cssValue(key, value ?? "")}`).join(";"),
    rest: Object.fromEntries(entries.filter(([key]) => !properties.has(key))),
  };
}

function cssValue(key: string, value: string | number): string {
  if (key === "font-size" && typeof value === "number") return `${Math.round(value * 10) / 10}px`;
  const colour = typeof value === "string" && Object.hasOwn(drawn, value) ? drawn[value] : undefined;
  const text = colour === undefined ? String(value) : `var(--${colour.name})`;
  // It becomes a part of the style sheet.
  if (!/^[\w\s.,#()-]+$/.test(text)) throw new Error(`a style cannot hold ${JSON.stringify(text)}`);
  return text;
}
