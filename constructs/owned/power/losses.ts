import { expandHostlists } from "../../model/hostlist";
import type { PowerTopology } from "../../model/power-topology";
import { Survival } from "../../model/survival";
import { lossClass } from "./expand";
import type { PowerGraph } from "./graph";

/** Nodes that one failure takes. */
export interface Loss {
  /** `ups-a-02`, `side A of hall-1`, `fire-zone-3`. */
  readonly name: string;
  readonly kind: "node" | "side" | "commonCause";
  /** Loads of this class and above must live through it. */
  readonly survival: Survival;
  readonly members: readonly number[];
  /** What it stands for in findings: the entry of the topology, as a path below it. */
  readonly path: string;
}

/** Every single failure of a site's power: each node, each side of each hall, each group that one cause takes down. */
export function lossesOf(graph: PowerGraph, topology: PowerTopology): Loss[] {
  const nodes = graph.nodes.map(
    (at, index): Loss => ({
      name: at.id,
      kind: "node",
      survival: lossClass(at),
      members: [index],
      path: `nodes.${at.node.id}`,
    }),
  );
  return [...nodes, ...sides(graph), ...causes(graph, topology)];
}

/** What feeds no hall by name is one side of the whole site. */
function sides(graph: PowerGraph): Loss[] {
  const found = new Map<string, number[]>();
  for (const [index, { node }] of graph.nodes.entries()) {
    if (node.side === undefined) continue;
    const name = `side ${node.side}${node.hall === undefined ? "" : ` of ${node.hall}`}`;
    const members = found.get(name) ?? [];
    found.set(name, members);
    members.push(index);
  }
  // A side of one node is the loss of that node, and said already.
  const names = [...found.keys()].filter((name) => (found.get(name)?.length ?? 0) > 1).sort();
  return names.map((name) => ({
    name,
    kind: "side",
    survival: "side",
    members: found.get(name) ?? [],
    path: "nodes",
  }));
}

function causes(graph: PowerGraph, { commonCauses }: PowerTopology): Loss[] {
  return commonCauses.map(({ id, nodes, survival }) => ({
    name: id,
    kind: "commonCause",
    survival,
    members: expandHostlists(nodes).flatMap((name) => graph.index(name) ?? []),
    path: `commonCauses.${id}`,
  }));
}

/** Whether a load that must survive `required` must live through a loss of this class. A loss of class `none` asks it of all. */
export const mustSurvive = (required: Survival, loss: Survival): boolean =>
  Survival.options.indexOf(required) >= Survival.options.indexOf(loss);
