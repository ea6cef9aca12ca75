import { type Baseline, inputKW } from "./baseline";
import { EQUAL_SHARE, type PowerGraph } from "./graph";

/** What a three-phase node carries on each leg, and how far the worst leg lies from the mean. */
export interface LegLoad {
  readonly node: number;
  readonly kW: readonly [number, number, number];
  /** Largest distance of a leg from the mean, over the mean. */
  readonly imbalance: number;
}

/**
 * The load of each leg of every three-phase node that carries single-phase loads. Transformers and UPSs mix the legs: what they draw
 * counts as balanced.
 */
export function legLoads(graph: PowerGraph, { live, liveLinks, outKW, order }: Baseline): LegLoad[] {
  const { count, parentStart, parents, nodes, loads } = graph;
  const legs = [new Float64Array(count), new Float64Array(count), new Float64Array(count)] as const;
  const single = new Uint8Array(count);
  for (let at = count - 1; at >= 0; at--) {
    const index = order[at] ?? 0;
    if (live[index] !== 1) continue;
    const draws = drawn(index);
    const shares = graph.transfer[index] === EQUAL_SHARE ? (liveLinks[index] ?? 1) : 1;
    const end = parentStart[index + 1] ?? 0;
    for (let link = parentStart[index] ?? 0; link < end; link++) {
      const parent = parents[link] ?? 0;
      if (live[parent] !== 1) continue;
      for (const [leg, kW] of legs.entries()) kW[parent] = (kW[parent] ?? 0) + (draws.kW[leg] ?? 0) / shares;
      if (draws.isSingle) single[parent] = 1;
      if (shares === 1) break;
    }
  }

  function drawn(index: number): { readonly kW: readonly number[]; readonly isSingle: boolean } {
    const kW = inputKW(graph, index, outKW[index] ?? 0);
    const node = nodes[index]?.node;
    const leg = node === undefined ? loads[index - nodes.length]?.leg : undefined;
    if (leg !== undefined) return { kW: ["A", "B", "C"].map((each) => (each === leg ? kW : 0)), isSingle: true };
    if (node === undefined || node.kind === "transformer" || node.kind === "ups" || single[index] !== 1)
      return { kW: [kW / 3, kW / 3, kW / 3], isSingle: false };
    const scale = (outKW[index] ?? 0) === 0 ? 0 : kW / (outKW[index] ?? 1);
    return { kW: legs.map((each) => (each[index] ?? 0) * scale), isSingle: true };
  }

  return nodes.flatMap(({ node }, index): LegLoad[] => {
    if (single[index] !== 1 || node.phases !== 3) return [];
    const kW = [legs[0][index] ?? 0, legs[1][index] ?? 0, legs[2][index] ?? 0] as const;
    const mean = (kW[0] + kW[1] + kW[2]) / 3;
    const far = Math.max(...kW.map((each) => Math.abs(each - mean)));
    return mean === 0 ? [] : [{ node: index, kW, imbalance: far / mean }];
  });
}
