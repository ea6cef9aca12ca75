import type { Layered } from "./layered";

/** A line from a box to one below it. */
export interface Wire {
  readonly from: string;
  readonly to: string;
  /** Lines of one `net` share a trunk below their box; others never lie on it. */
  readonly net: string;
  /** Distance from the middle of both boxes, in px. */
  readonly shift: number;
}

/** Sizes of a layered drawing, in px. */
export interface WireSizes {
  readonly left: number;
  readonly top: number;
  readonly boxHeight: number;
  readonly layerHeight: number;
}

/** A step of a wire through the room between two layers. */
interface Step {
  readonly net: string;
  readonly gap: number;
  readonly x1: number;
  readonly x2: number;
}

/**
 * The corners of each wire: down from its box, across in a track of its own, down to the next layer. Tracks between two layers are
 * given so that no two nets lie on each other.
 */
export function routeWires(layout: Layered, wires: readonly Wire[], sizes: WireSizes): [number, number][][] {
  const ways = wires.map((wire) => stepsOf(layout, wire, sizes.left));
  const tracks = tracksOf(ways.flat());
  return ways.map((steps) => {
    const [first] = steps;
    if (first === undefined) return [];
    const { top, boxHeight, layerHeight } = sizes;
    const foot = (gap: number) => top + gap * layerHeight + boxHeight;
    const points: [number, number][] = [[first.x1, foot(first.gap)]];
    for (const { net, gap, x1, x2 } of steps) {
      const { track, of } = tracks.get(`${gap} ${net}`) ?? { track: 0, of: 1 };
      const y = foot(gap) + ((layerHeight - boxHeight) * (track + 1)) / (of + 1);
      if (Math.abs(x2 - x1) > 0.01) points.push([x1, y], [x2, y]);
      points.push([x2, top + (gap + 1) * layerHeight]);
    }
    return points;
  });
}

function stepsOf({ boxes, routes }: Layered, { from, to, net, shift }: Wire, left: number): Step[] {
  const [above, below] = [boxes.get(from), boxes.get(to)];
  if (above === undefined || below === undefined) return [];
  const bends = routes.find((route) => route.from === from && route.to === to)?.bends ?? [];
  const stops = [above.x + shift, ...bends, below.x + shift].map((x) => x + left);
  return stops.slice(1).map((x2, index) => ({ net, gap: above.layer + index, x1: stops[index] ?? x2, x2 }));
}

/** A track for each net in each room between layers, from the net that reaches furthest left on: those that do not meet share one. */
function tracksOf(steps: readonly Step[]): Map<string, { readonly track: number; readonly of: number }> {
  const spans = new Map<string, { readonly gap: number; least: number; most: number }>();
  for (const { net, gap, x1, x2 } of steps) {
    const key = `${gap} ${net}`;
    const span = spans.get(key) ?? { gap, least: x1, most: x1 };
    spans.set(key, { gap, least: Math.min(span.least, x1, x2), most: Math.max(span.most, x1, x2) });
  }
  const found = new Map<string, { track: number; of: number }>();
  for (const gap of new Set([...spans.values()].map((span) => span.gap))) {
    const here = [...spans]
      .filter(([, span]) => span.gap === gap)
      .sort(([, a], [, b]) => a.least - b.least || b.most - a.most);
    const ends: number[] = [];
    const given = here.map(([key, { least, most }]) => {
      const free = ends.findIndex((end) => end < least - 4);
      const track = free === -1 ? ends.length : free;
      ends[track] = most;
      return [key, track] as const;
    });
    for (const [key, track] of given) found.set(key, { track, of: ends.length });
  }
  return found;
}
