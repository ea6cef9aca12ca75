import { apparent, inputKW } from "./baseline";
import type { PowerGraph } from "./graph";

/** A reserve after a loss, and what draws from it. */
export interface Reserve {
  readonly graph: PowerGraph;
  readonly node: number;
  isLink(link: number): boolean;
  kWOf(index: number): number;
  kVAOf(index: number): number;
  /** Whether a child with a catcher's transfer has moved onto this link. */
  isMoved(child: number, link: number): boolean;
}

/**
 * The links through which blocks have moved to a reserve that has no room for them. Blocks are let on in the order of the
 * document while the limit of the reserve holds; those that would exceed it are locked out. None where nothing has moved
 * there, or where the reserve is over its limit without them: then it trips as any other node does.
 */
export function lockOut({ graph, node, isLink, kWOf, kVAOf, isMoved }: Reserve): number[] {
  const { childStart, children, childLink } = graph;
  const moved: { readonly child: number; readonly link: number; readonly kW: number; readonly kVAr: number }[] = [];
  const end = childStart[node + 1] ?? 0;
  for (let place = childStart[node] ?? 0; place < end; place++) {
    const [child, link] = [children[place] ?? 0, childLink[place] ?? 0];
    if (!isLink(link) || !isMoved(child, link)) continue;
    const kVAr = reactiveOf(kWOf(child), kVAOf(child));
    moved.push({ child, link, kW: inputKW(graph, child, kWOf(child)), kVAr });
  }
  if (moved.length === 0) return [];
  let kW = kWOf(node) - moved.reduce((sum, each) => sum + each.kW, 0);
  let kVAr = reactiveOf(kWOf(node), kVAOf(node)) - moved.reduce((sum, each) => sum + each.kVAr, 0);
  const fits = () => within(kW, graph.limitKW[node]) && within(apparent(kW, kVAr), graph.limitKVA[node]);
  if (!fits()) return [];
  return moved.flatMap((each) => {
    kW += each.kW;
    kVAr += each.kVAr;
    if (fits()) return [];
    kW -= each.kW;
    kVAr -= each.kVAr;
    return [each.link];
  });
}

const within = (load: number, limit = 0): boolean => load <= limit * (1 + 1e-9) + 1e-9;

const reactiveOf = (kW: number, kVA: number): number => Math.sqrt(Math.max(0, kVA * kVA - kW * kW));
