import { z } from "zod";
import { PowerTopology } from "../../../constructs/model/power-topology";
import { expandLoads, expandNodes } from "../../../constructs/owned/power/expand";
import { buildGraph } from "../../../constructs/owned/power/graph";
import { type PowerStudy, studyPower } from "../../../constructs/owned/power/study";
import { createTransfer } from "../../../constructs/owned/power/transfer";

export type TopologyInput = z.input<typeof PowerTopology>;
export type NodeInput = TopologyInput["nodes"][number];
export type LoadInput = NonNullable<TopologyInput["loads"]>[number];

/** A system of so many kW that hangs on nothing. */
export const system = (id: string, ratedKW: number, more: Partial<NodeInput> = {}): NodeInput => ({
  id,
  kind: "ups",
  ratedKW,
  ...more,
});

export const load = (id: string, powerKW: number, feeds: string[], more: Partial<LoadInput> = {}): LoadInput => ({
  id,
  kind: "it",
  powerKW,
  feeds,
  survival: "system",
  ...more,
});

export const graphOf = (input: TopologyInput) => {
  const topology = PowerTopology.parse(input);
  return { topology, graph: buildGraph(expandNodes(topology), expandLoads(topology)) };
};

export function study(input: TopologyInput): PowerStudy {
  const { graph, topology } = graphOf(input);
  return studyPower(graph, topology);
}

/** What follows from losing nodes by name: loads right after it, overloads, lock-outs and lost loads, all by name. */
export function lose(input: TopologyInput, ...names: string[]) {
  const { graph } = graphOf(input);
  const engine = createTransfer(graph);
  const loads: Record<string, number> = {};
  for (const [index, { id }] of graph.nodes.entries()) loads[id] = round(engine.baseline.outKW[index] ?? 0);
  for (const name of names) delete loads[name];
  const outcome = engine.fail(
    names.map((name) => graph.index(name) ?? -1),
    (node, kW) => {
      loads[graph.name(node)] = round(kW);
    },
  );
  return {
    loads,
    overloads: outcome.overloads.map(({ node, kW, round: at }) => `${at}: ${graph.name(node)} ${round(kW)}`),
    lockedOut: outcome.lockedOut.map(graph.name),
    lost: outcome.lost.map(graph.name),
  };
}

export function normal(input: TopologyInput): Record<string, number> {
  const { graph } = graphOf(input);
  const { outKW } = createTransfer(graph).baseline;
  return Object.fromEntries(Array.from({ length: graph.count }, (_, at) => [graph.name(at), round(outKW[at] ?? 0)]));
}

const round = (value: number): number => Number(value.toFixed(6));
