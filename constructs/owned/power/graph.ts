import { limitOf, type NodeLimit } from "../../ledger/node-limit";
import type { Transfer } from "../../model/power-topology";
import { Survival } from "../../model/survival";
import { type LoadAt, lossClass, type NodeAt } from "./expand";

/** How a node or load with several parents chooses among the live ones. */
export const EQUAL_SHARE = 0;
export const STATIC_TRANSFER = 1;
export const CATCHER = 2;

const transferCode: Record<Transfer, number> = {
  equalShare: EQUAL_SHARE,
  staticTransfer: STATIC_TRANSFER,
  catcher: CATCHER,
};

/**
 * A power tree with its loads as flat arrays, one index a node or load, nodes first: 100,000 of them fail one after the other in
 * seconds. Links are stored twice, by child (`parents`, in order of preference) and by parent (`children`).
 */
export interface PowerGraph {
  readonly nodes: readonly NodeAt[];
  readonly loads: readonly LoadAt[];
  /** Nodes and loads together. */
  readonly count: number;
  readonly parentStart: Int32Array;
  readonly parents: Int32Array;
  readonly childStart: Int32Array;
  readonly children: Int32Array;
  /** The link of each entry of `children`, as an index into `parents`. */
  readonly childLink: Int32Array;
  readonly transfer: Uint8Array;
  /** One more than the highest level of the parents: every child lies above all of its parents. */
  readonly level: Int32Array;
  readonly levels: number;
  readonly limitKW: Float64Array;
  readonly limitKVA: Float64Array;
  readonly efficiency: Float64Array;
  readonly standingKW: Float64Array;
  readonly loadKW: Float64Array;
  readonly loadKVAr: Float64Array;
  /** Of a node: the class of its loss. Of a load: what it must survive. As indices of `Survival`. */
  readonly survival: Uint8Array;
  /** Index of a node or load by its name. */
  index(id: string): number | undefined;
  name(index: number): string;
}

const rank = (survival: Survival): number => Survival.options.indexOf(survival);

/**
 * Lays a tree out. Names that are not there are left out, as of what comes with a later phase: what remains of the parents feeds.
 *
 * @throws Error when nodes feed each other in a circle: the rule PWR-12 says which
 */
export function buildGraph(nodes: readonly NodeAt[], loads: readonly LoadAt[]): PowerGraph {
  const byName = new Map<string, number>();
  for (const [index, { id }] of nodes.entries()) byName.set(id, index);
  const count = nodes.length + loads.length;
  for (const [index, { id }] of loads.entries()) if (!byName.has(id)) byName.set(id, nodes.length + index);
  const links = linksOf(nodes, loads, byName, count);
  const numbers = () => new Float64Array(count);
  const graph = {
    limitKW: numbers().fill(Number.POSITIVE_INFINITY),
    limitKVA: numbers().fill(Number.POSITIVE_INFINITY),
    efficiency: numbers().fill(1),
    standingKW: numbers(),
    loadKW: numbers(),
    loadKVAr: numbers(),
    survival: new Uint8Array(count),
    transfer: new Uint8Array(count),
  };
  const limits = new Map<NodeAt["node"], NodeLimit>();
  for (const [index, at] of nodes.entries()) {
    const limit = limits.get(at.node) ?? limitOf(at.node);
    limits.set(at.node, limit);
    const { kW, kVA } = limit;
    graph.limitKW[index] = kW;
    graph.limitKVA[index] = kVA;
    graph.efficiency[index] = at.node.efficiency;
    graph.standingKW[index] = at.node.standingLossKW;
    graph.survival[index] = rank(lossClass(at));
    graph.transfer[index] = transferCode[at.node.transfer ?? "equalShare"];
  }
  for (const [at, load] of loads.entries()) {
    const index = nodes.length + at;
    graph.loadKW[index] = load.kW;
    graph.loadKVAr[index] = load.kVAr;
    graph.survival[index] = rank(load.survival);
    graph.transfer[index] = transferCode[load.transfer];
  }
  return {
    nodes,
    loads,
    count,
    ...links,
    ...levelsOf(links, count),
    ...graph,
    index: (id) => byName.get(id),
    name: (index) => nodes[index]?.id ?? loads[index - nodes.length]?.id ?? "",
  };
}

type Links = Pick<PowerGraph, "parentStart" | "parents" | "childStart" | "children" | "childLink">;

function linksOf(
  nodes: readonly NodeAt[],
  loads: readonly LoadAt[],
  byName: ReadonlyMap<string, number>,
  count: number,
): Links {
  const parentStart = new Int32Array(count + 1);
  const found: number[] = [];
  const childCount = new Int32Array(count + 1);
  const add = (child: number, names: readonly string[]) => {
    for (const name of names) {
      const parent = byName.get(name);
      // A load feeds nothing.
      if (parent === undefined || parent >= nodes.length) continue;
      found.push(parent);
      childCount[parent] = (childCount[parent] ?? 0) + 1;
    }
    parentStart[child + 1] = found.length;
  };
  for (const [index, { parents }] of nodes.entries()) add(index, parents);
  for (const [index, { feeds }] of loads.entries()) add(nodes.length + index, feeds);
  const parents = Int32Array.from(found);
  const childStart = new Int32Array(count + 1);
  for (let index = 0; index < count; index++)
    childStart[index + 1] = (childStart[index] ?? 0) + (childCount[index] ?? 0);
  const next = childStart.slice();
  const children = new Int32Array(parents.length);
  const childLink = new Int32Array(parents.length);
  for (let child = 0; child < count; child++) {
    for (let link = parentStart[child] ?? 0; link < (parentStart[child + 1] ?? 0); link++) {
      const parent = parents[link] ?? 0;
      const place = next[parent] ?? 0;
      next[parent] = place + 1;
      children[place] = child;
      childLink[place] = link;
    }
  }
  return { parentStart, parents, childStart, children, childLink };
}

function levelsOf({ parentStart, childStart, children }: Links, count: number): Pick<PowerGraph, "level" | "levels"> {
  const level = new Int32Array(count);
  const waiting = new Int32Array(count);
  const order: number[] = [];
  for (let index = 0; index < count; index++) {
    waiting[index] = (parentStart[index + 1] ?? 0) - (parentStart[index] ?? 0);
    if (waiting[index] === 0) order.push(index);
  }
  let levels = 0;
  for (let at = 0; at < order.length; at++) {
    const parent = order[at] ?? 0;
    const below = (level[parent] ?? 0) + 1;
    levels = Math.max(levels, below);
    for (let link = childStart[parent] ?? 0; link < (childStart[parent + 1] ?? 0); link++) {
      const child = children[link] ?? 0;
      level[child] = Math.max(level[child] ?? 0, below);
      waiting[child] = (waiting[child] ?? 0) - 1;
      if (waiting[child] === 0) order.push(child);
    }
  }
  if (order.length < count) throw new Error("nodes of the power topology feed each other in a circle");
  return { level, levels };
}
