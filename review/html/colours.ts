/** A colour of a picture or of the page, on a light and on a dark ground. */
export interface Colour {
  /** Its custom property. */
  readonly name: string;
  readonly light: string;
  readonly dark: string;
}

/** Colours of the page itself. */
export const page = {
  ground: { name: "ground", light: "#ffffff", dark: "#11161c" },
  panel: { name: "panel", light: "#f4f6f8", dark: "#1a2129" },
  text: { name: "text", light: "#1b2530", dark: "#e8edf2" },
  muted: { name: "muted", light: "#465360", dark: "#b3bfca" },
  line: { name: "line", light: "#cfd6dd", dark: "#3b4753" },
  accent: { name: "accent", light: "#0a58a6", dark: "#7cc0ff" },
} as const satisfies Readonly<Record<string, Colour>>;

/** Colours of what became of things. Each has a sign and a pattern, too: none is told by its colour alone. */
export const status = {
  added: { name: "added", light: "#0b6b35", dark: "#5fd38a" },
  removed: { name: "removed", light: "#b01e1e", dark: "#ff9b93" },
  changed: { name: "changed", light: "#7d4a00", dark: "#f0b95a" },
  moved: { name: "moved", light: "#5b35a8", dark: "#c3a6ff" },
} as const satisfies Readonly<Record<string, Colour>>;

/** What the colours that drawings are made with become, by the colour in the drawing's file. */
export const drawn: Readonly<Record<string, Colour>> = {
  "#1f2933": { name: "ink", light: "#1b2530", dark: "#e8edf2" },
  "#52606d": { name: "pale", light: "#3a4652", dark: "#c3ced8" },
  "#9aa5b1": { name: "thin", light: "#8a96a3", dark: "#6b7885" },
  "#ffffff": { name: "paper", light: "#ffffff", dark: "#11161c" },
  "#f5f7fa": { name: "floor", light: "#f4f6f8", dark: "#1a2129" },
  "#b8d8f0": { name: "p0", light: "#b8d8f0", dark: "#173f5f" },
  "#0072b2": { name: "e0", light: "#0072b2", dark: "#58b4e8" },
  "#fbd9a5": { name: "p1", light: "#fbd9a5", dark: "#573a10" },
  "#b36b00": { name: "e1", light: "#b36b00", dark: "#e8a33d" },
  "#b2e2d3": { name: "p2", light: "#b2e2d3", dark: "#0f4a3a" },
  "#00795a": { name: "e2", light: "#00795a", dark: "#3cc49c" },
  "#f0c8dc": { name: "p3", light: "#f0c8dc", dark: "#55263f" },
  "#a44a7b": { name: "e3", light: "#a44a7b", dark: "#df8fb9" },
  "#f6eda0": { name: "p4", light: "#f6eda0", dark: "#474005" },
  "#857a00": { name: "e4", light: "#857a00", dark: "#cfc035" },
  "#f5c3ab": { name: "p5", light: "#f5c3ab", dark: "#5c2a12" },
  "#b34700": { name: "e5", light: "#b34700", dark: "#f08c55" },
  "#cdc7ea": { name: "p6", light: "#cdc7ea", dark: "#37305f" },
  "#5b4fa3": { name: "e6", light: "#5b4fa3", dark: "#a79bea" },
  "#d3dce2": { name: "p7", light: "#d3dce2", dark: "#333f49" },
  "#fbeae5": { name: "hot", light: "#fbeae5", dark: "#33201b" },
  "#e6f1fa": { name: "cold", light: "#e6f1fa", dark: "#17283a" },
  "#d9dee3": { name: "kept", light: "#d9dee3", dark: "#39434d" },
  "#e4e7eb": { name: "rack", light: "#e4e7eb", dark: "#2b343d" },
  "#eef1f4": { name: "rail", light: "#eef1f4", dark: "#242d36" },
};

/** Every colour of the page and its pictures, each once. */
export const allColours: readonly Colour[] = [
  ...Object.values(page),
  ...Object.values(status),
  ...Object.values(drawn),
];

/** How far two colours are apart, from 1 to 21. Source: WCAG 2.2, contrast ratio and relative luminance. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
