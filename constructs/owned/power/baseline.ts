import { EQUAL_SHARE, type PowerGraph } from "./graph";

/** A power tree with nothing lost. Infinite limits stay infinite; what is dark draws nothing. */
export interface Baseline {
  /** 1 where there is a live path to a source. */
  readonly live: Uint8Array;
  /** Links to live parents, by child. */
  readonly liveLinks: Int32Array;
  /** What a node delivers: the input of everything on it. */
  readonly outKW: Float64Array;
  readonly outKVAr: Float64Array;
  /** Indices in the order of their level: parents before children. */
  readonly order: Int32Array;
}

/** Whether an index is a source: a node that was written without parents. */
export const isSource = (graph: PowerGraph, index: number): boolean => graph.nodes[index]?.node.parents.length === 0;

/** Apparent power of real and reactive power. */
export const apparent = (kW: number, kVAr: number): number => Math.sqrt(kW * kW + kVAr * kVAr);

/** What a live node draws for what it delivers: output over efficiency, and what it needs for itself. */
export const inputKW = (graph: PowerGraph, index: number, outKW: number): number =>
  outKW / (graph.efficiency[index] ?? 1) + (graph.standingKW[index] ?? 0);

/** Follows the power from the loads to the sources, each node as its transfer says. */
export function baselineOf(graph: PowerGraph): Baseline {
  const { count, parentStart, parents } = graph;
  const order = byLevel(graph);
  const live = new Uint8Array(count);
  const liveLinks = new Int32Array(count);
  for (const index of order) {
    const end = parentStart[index + 1] ?? 0;
    for (let link = parentStart[index] ?? 0; link < end; link++) {
      if (live[parents[link] ?? 0] === 1) liveLinks[index] = (liveLinks[index] ?? 0) + 1;
    }
    live[index] = (liveLinks[index] ?? 0) > 0 || isSource(graph, index) ? 1 : 0;
  }
  const outKW = graph.loadKW.slice();
  const outKVAr = graph.loadKVAr.slice();
  for (let at = count - 1; at >= 0; at--) {
    const index = order[at] ?? 0;
    if (live[index] !== 1) {
      outKW[index] = 0;
      outKVAr[index] = 0;
      continue;
    }
    const [kW, kVAr] = [inputKW(graph, index, outKW[index] ?? 0), outKVAr[index] ?? 0];
    const shares = graph.transfer[index] === EQUAL_SHARE ? (liveLinks[index] ?? 1) : 1;
    const end = parentStart[index + 1] ?? 0;
    for (let link = parentStart[index] ?? 0; link < end; link++) {
      const parent = parents[link] ?? 0;
      if (live[parent] !== 1) continue;
      outKW[parent] = (outKW[parent] ?? 0) + kW / shares;
      outKVAr[parent] = (outKVAr[parent] ?? 0) + kVAr / shares;
      if (shares === 1) break;
    }
  }
  return { live, liveLinks, outKW, outKVAr, order };
}

function byLevel({ count, level, levels }: PowerGraph): Int32Array {
  const start = new Int32Array(levels + 1);
  for (let index = 0; index < count; index++)
    start[(level[index] ?? 0) + 1] = (start[(level[index] ?? 0) + 1] ?? 0) + 1;
  for (let at = 0; at < levels; at++) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0);
  const order = new Int32Array(count);
  for (let index = 0; index < count; index++) {
    const at = level[index] ?? 0;
    const place = start[at] ?? 0;
    start[at] = place + 1;
    order[place] = index;
  }
  return order;
}
