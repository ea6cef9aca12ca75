/** A surface or a line of a drawing, by what a viewer says of it. */
export interface Shape {
  readonly says: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const attributesOf = (written: string): Record<string, string> =>
  Object.fromEntries(
    [...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]): [string, string] => [name, value]),
  );

/** All surfaces and lines that say what they are, in the order in which they are drawn. */
export const shapes = (svg: string): Shape[] =>
  [...svg.matchAll(/<title>([^<]*)<\/title><(?:path|rect) ([^>]*?)\/>/g)].map(([, says = "", written = ""]) => ({
    says,
    attributes: attributesOf(written),
  }));

/** The one surface or line whose words begin so; signs of legends, which are 22 px wide, are none. */
export function shape(svg: string, begin: string): Shape {
  const found = shapes(svg).filter(({ says, attributes }) => says.startsWith(begin) && attributes["width"] !== "22");
  const [first] = found;
  if (first === undefined) throw new Error(`nothing says ${begin}: ${shapes(svg).map(({ says }) => says)}`);
  return first;
}

export type Point = readonly [x: number, y: number];

/** The corners of a path of straight lines. */
export function corners(d: string): Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (const [, letter, first = "0", second] of d.matchAll(/([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    if (letter === "V") y = Number(first);
    else if (letter === "H") x = Number(first);
    else [x, y] = [Number(first), Number(second)];
    points.push([x, y]);
  }
  return points;
}

/** The corners of a shape that is a path. */
export const cornersOf = (svg: string, begin: string): Point[] => corners(shape(svg, begin).attributes["d"] ?? "");

/** A plot: its sides in px, and how many px one accelerator or megawatt is. */
export interface PlotScale {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly pxPerUnit: number;
}

const number = (words: string): number =>
  words.endsWith(" M") ? Number(words.slice(0, -2)) * 1e6 : Number(words.replaceAll(",", ""));

/** The plots of a drawing in order, by the marks of their axes. */
export function plots(svg: string): PlotScale[] {
  const mark =
    /<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="[\d.]+" stroke="[^"]*"\/><text x="[\d.]+" y="[\d.]+" text-anchor="end">([^<]*)<\/text>/g;
  const marks = [...svg.matchAll(mark)].map(([, left, y, right, words = ""]) => ({
    left: Number(left),
    right: Number(right),
    y: Number(y),
    value: number(words),
  }));
  return marks.flatMap(({ left, right, y, value }, index) => {
    if (value !== 0) return [];
    const next = marks[index + 1];
    if (next === undefined) throw new Error("an axis has one mark alone");
    return [{ left, right, bottom: y, pxPerUnit: (y - next.y) / next.value }];
  });
}

/** The first plot of a drawing. */
export function plot(svg: string, index = 0): PlotScale {
  const found = plots(svg)[index];
  if (found === undefined) throw new Error(`there is no plot ${index}`);
  return found;
}

/** All words of a drawing that are seen. */
export const words = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, found = ""]) => found);
