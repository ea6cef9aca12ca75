import type { PowerTopology } from "../../model/power-topology";
import { expandNodes } from "./expand";

/**
 * Nodes that feed each other in a circle: each hangs on the next, the last on the first. Nothing where the tree has none. Nodes are
 * asked, not the entries of the document: two entries may refer to each other while their nodes do not.
 */
export function circleOf(
  topology: Pick<PowerTopology, "nodes">,
): { readonly ids: readonly string[]; readonly entry: string } | undefined {
  const nodes = expandNodes(topology);
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  const parents = nodes.map((node) => node.parents.flatMap((name) => indexOf.get(name) ?? []));
  const left = withoutSources(parents);
  const start = left.indexOf(true);
  if (start === -1) return undefined;
  // Of what is left each node has a parent that is left: whoever goes up comes back to where he was.
  const way: number[] = [];
  const seen = new Map<number, number>();
  let at = start;
  while (!seen.has(at)) {
    seen.set(at, way.length);
    way.push(at);
    at = parents[at]?.find((parent) => left[parent]) ?? at;
  }
  const circle = way.slice(seen.get(at));
  const first = circle.indexOf(circle.reduce((least, index) => Math.min(least, index)));
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  return { ids: turned.map((index) => nodes[index]?.id ?? ""), entry: nodes[turned[0] ?? 0]?.node.id ?? "" };
}

/** Takes away what hangs on sources alone, level by level; what is left lies in a circle or hangs on one. */
function withoutSources(parents: readonly (readonly number[])[]): boolean[] {
  const children = parents.map((): number[] => []);
  const waiting = parents.map((above, child) => {
    for (const parent of above) children[parent]?.push(child);
    return above.length;
  });
  const open = waiting.flatMap((count, index) => (count === 0 ? [index] : []));
  const left = parents.map(() => true);
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    left[index] = false;
    for (const child of children[index] ?? []) {
      const rest = (waiting[child] ?? 0) - 1;
      waiting[child] = rest;
      if (rest === 0) open.push(child);
    }
  }
  return left;
}
