import type { Allocation, Placement } from "../../model/allocation";
import { expandHostlist } from "../../model/hostlist";
import { readOrdinals, type Span, spanSize, without } from "./ordinals";

/** Machines of one line in one rack. */
export interface RackSpan {
  readonly position: string;
  /** Their ordinals. */
  readonly machines: Span;
}

/** The racks of a line with the machines that were put into each. */
export function* racksOf(line: Pick<Placement, "machines" | "positions" | "machinesPerRack">): Generator<RackSpan> {
  const { first, last } = readOrdinals(line.machines);
  let next = first;
  for (const position of expandHostlist(line.positions)) {
    if (next > last) return;
    const machines = { first: next, last: Math.min(last, next + line.machinesPerRack - 1) };
    yield { position, machines };
    next = machines.last + 1;
  }
}

/** Names a pool within its site. */
export const poolKey = (cluster: string, pool: string): string => `${cluster}/${pool}`;

/** Ordinals that have left, by the id of the line they were in. */
export function releasedOf(allocation: Allocation): ReadonlyMap<string, readonly Span[]> {
  const released = new Map<string, Span[]>();
  for (const { placement, machines } of allocation.releases) {
    const spans = released.get(placement) ?? [];
    spans.push(readOrdinals(machines));
    released.set(placement, spans);
  }
  return released;
}

/** Ordinals of a line that are still there. */
export const liveOf = (line: Placement, released: ReadonlyMap<string, readonly Span[]>): Span[] =>
  without(readOrdinals(line.machines), released.get(line.id) ?? []);

/** How many machines of each pool are there, by `poolKey`. */
export function liveCounts(allocation: Allocation): Map<string, number> {
  const released = releasedOf(allocation);
  const counts = new Map<string, number>();
  for (const line of allocation.placements) {
    const key = poolKey(line.cluster, line.pool);
    const live = liveOf(line, released).reduce((sum, span) => sum + spanSize(span), 0);
    counts.set(key, (counts.get(key) ?? 0) + live);
  }
  return counts;
}

/** The highest ordinal that a pool has ever had. */
export function highestOf(allocation: Allocation, key: string): number {
  return allocation.placements
    .filter((line) => poolKey(line.cluster, line.pool) === key)
    .reduce((most, line) => Math.max(most, readOrdinals(line.machines).last), 0);
}

/** The id of the next line of a list: one more than the highest number of its letter, whatever else stands there. */
export function nextId(letter: string, lines: readonly { readonly id: string }[]): string {
  const numbers = lines.map(({ id }) => (id.startsWith(letter) ? Number(id.slice(letter.length)) : Number.NaN));
  return `${letter}${numbers.reduce((most, each) => (Number.isInteger(each) ? Math.max(most, each) : most), 0) + 1}`;
}
