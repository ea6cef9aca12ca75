import type { PowerGraph } from "../../../constructs/owned/power/graph";

/** What the naive reckoning says of a loss. */
export interface NaiveOutcome {
  /** What each live node delivers before anything trips. */
  readonly first: ReadonlyMap<number, number>;
  readonly overloads: readonly { readonly node: number; readonly kW: number; readonly round: number }[];
  readonly lost: readonly number[];
}

/** Links of one node or load to its parents, in order. */
function linksOf(graph: PowerGraph, index: number): { readonly link: number; readonly parent: number }[] {
  const from = graph.parentStart[index] ?? 0;
  return Array.from(graph.parents.slice(from, graph.parentStart[index + 1]), (parent, at) => ({
    link: from + at,
    parent,
  }));
}

/**
 * The same question asked the plain way: everything is reckoned anew for every round, by recursion, with no account of what
 * changed. Written from the words of the specification and not from the engine.
 */
export function naive(graph: PowerGraph, failed: readonly number[]): NaiveOutcome {
  const normal = flows(graph, new Set(), new Set());
  const down = new Set(failed);
  const cut = new Set<number>();
  let first: ReadonlyMap<number, number> | undefined;
  const overloads: { node: number; kW: number; round: number }[] = [];
  for (let round = 1; ; round++) {
    const now = flows(graph, down, cut);
    first ??= new Map([...now.kW].filter(([index]) => index < graph.nodes.length));
    let changed = false;
    const trips: number[] = [];
    for (const node of graph.nodes.keys()) {
      const kW = now.kW.get(node);
      if (kW === undefined) continue;
      const kVA = Math.hypot(kW, now.kVAr.get(node) ?? 0);
      const before = normal.kW.get(node) ?? 0;
      const most = Math.max(graph.limitKW[node] ?? 0, before);
      const mostKVA = Math.max(graph.limitKVA[node] ?? 0, Math.hypot(before, normal.kVAr.get(node) ?? 0));
      if (kW <= most + 1e-6 && kVA <= mostKVA + 1e-6) continue;
      changed = true;
      const refused = locked(graph, node, now, normal);
      if (refused.length > 0) for (const link of refused) cut.add(link);
      else {
        trips.push(node);
        overloads.push({ node, kW, round });
      }
    }
    for (const node of trips) down.add(node);
    if (changed) continue;
    const lost = [...normal.kW.keys()].filter((index) => index >= graph.nodes.length && !now.kW.has(index));
    return { first, overloads, lost: lost.sort((a, b) => a - b) };
  }
}

interface Flows {
  /** Output of what is live. */
  readonly kW: Map<number, number>;
  readonly kVAr: Map<number, number>;
  /** Links through which power flows. */
  readonly drawn: Map<number, number>;
}

function flows(graph: PowerGraph, down: ReadonlySet<number>, cut: ReadonlySet<number>): Flows {
  const known = new Map<number, boolean>();
  const isLive = (index: number): boolean => {
    const before = known.get(index);
    if (before !== undefined) return before;
    const source = graph.nodes[index]?.node.parents.length === 0;
    const live =
      !down.has(index) &&
      (source || linksOf(graph, index).some(({ link, parent }) => !cut.has(link) && isLive(parent)));
    known.set(index, live);
    return live;
  };
  const [kW, kVAr, drawn] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  const indices = Array.from({ length: graph.count }, (_, index) => index);
  const out = (index: number): { kW: number; kVAr: number } => {
    const sum = { kW: graph.loadKW[index] ?? 0, kVAr: graph.loadKVAr[index] ?? 0 };
    for (const child of indices) {
      if (!isLive(child)) continue;
      const live = linksOf(graph, child).filter(({ link, parent }) => !cut.has(link) && isLive(parent));
      const used = graph.transfer[child] === 0 ? live : live.slice(0, 1);
      for (const { link, parent } of used) {
        if (parent !== index) continue;
        const below = out(child);
        const input = below.kW / (graph.efficiency[child] ?? 1) + (graph.standingKW[child] ?? 0);
        drawn.set(link, input / used.length);
        sum.kW += input / used.length;
        sum.kVAr += below.kVAr / used.length;
      }
    }
    return sum;
  };
  for (const index of indices) {
    if (!isLive(index)) continue;
    const each = out(index);
    kW.set(index, each.kW);
    kVAr.set(index, each.kVAr);
  }
  return { kW, kVAr, drawn };
}

/** Links of catchers to a reserve that it has no room for, in the order in which they are asked. */
function locked(graph: PowerGraph, node: number, now: Flows, normal: Flows): number[] {
  const moved: { link: number; kW: number; kVAr: number }[] = [];
  for (let child = 0; child < graph.count; child++) {
    if (graph.transfer[child] !== 2) continue;
    for (const { link, parent } of linksOf(graph, child)) {
      const kW = now.drawn.get(link);
      if (parent === node && kW !== undefined && !normal.drawn.has(link))
        moved.push({ link, kW, kVAr: now.kVAr.get(child) ?? 0 });
    }
  }
  let kW = (now.kW.get(node) ?? 0) - moved.reduce((sum, each) => sum + each.kW, 0);
  let kVAr = (now.kVAr.get(node) ?? 0) - moved.reduce((sum, each) => sum + each.kVAr, 0);
  const fits = (p: number, q: number) =>
    p <= (graph.limitKW[node] ?? 0) + 1e-6 && Math.hypot(p, q) <= (graph.limitKVA[node] ?? 0) + 1e-6;
  if (!fits(kW, kVAr)) return [];
  const refused: number[] = [];
  for (const each of moved) {
    if (fits(kW + each.kW, kVAr + each.kVAr)) {
      kW += each.kW;
      kVAr += each.kVAr;
    } else refused.push(each.link);
  }
  return refused;
}
