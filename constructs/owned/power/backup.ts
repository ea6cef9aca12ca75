import { isOver } from "../over-limit";
import { apparent } from "./baseline";
import { buildGraph } from "./graph";
import type { SitePower } from "./site-power";
import { createTransfer, type TransferEngine } from "./transfer";

/** What generators do not carry with the grid lost. */
export interface BackupShortfall {
  /** The generator that is out beside the grid; none where the whole plant is too small. */
  readonly out: string | undefined;
  /** Nodes over their limit. */
  readonly over: readonly {
    readonly id: string;
    readonly kW: number;
    readonly kVA: number;
    readonly limitKW: number;
    readonly limitKVA: number;
  }[];
  /** Loads on backup that go dark. */
  readonly dark: readonly string[];
}

/**
 * Loses the grid, sheds what is not on backup, and then loses one generator at a time. Nothing to say where the tree has no
 * utility or no generator.
 */
export function backupShortfalls({ graph }: SitePower): BackupShortfall[] {
  const { nodes, loads } = graph;
  const generators = nodes.filter(({ node }) => node.kind === "generator");
  if (generators.length === 0 || !nodes.some(({ node }) => node.kind === "utility")) return [];
  const islanded = buildGraph(
    nodes.filter(({ node }) => node.kind !== "utility"),
    loads.filter(({ onBackup }) => onBackup),
  );
  const engine = createTransfer(islanded);
  const whole = withAll(engine);
  if (whole !== undefined) return [whole];
  return generators.flatMap(({ id }) => {
    const index = islanded.index(id);
    if (index === undefined) return [];
    const { overloads, lost } = engine.fail([index]);
    if (overloads.length === 0 && lost.length === 0) return [];
    const over = overloads.map(({ node, kW, kVA }) => overOf(engine, node, kW, kVA));
    return [{ out: id, over, dark: lost.map(islanded.name) }];
  });
}

function withAll(engine: TransferEngine): BackupShortfall | undefined {
  const { graph, baseline } = engine;
  const over = graph.nodes.flatMap((_, node) => {
    const kW = baseline.outKW[node] ?? 0;
    const kVA = apparent(kW, baseline.outKVAr[node] ?? 0);
    return isOver(kW, graph.limitKW[node] ?? 0) || isOver(kVA, graph.limitKVA[node] ?? 0)
      ? [overOf(engine, node, kW, kVA)]
      : [];
  });
  const dark = graph.loads.flatMap(({ id }, at) => (baseline.live[graph.nodes.length + at] === 1 ? [] : [id]));
  return over.length === 0 && dark.length === 0 ? undefined : { out: undefined, over, dark };
}

const overOf = ({ graph }: TransferEngine, node: number, kW: number, kVA: number): BackupShortfall["over"][number] => ({
  id: graph.name(node),
  kW,
  kVA,
  limitKW: graph.limitKW[node] ?? Number.POSITIVE_INFINITY,
  limitKVA: graph.limitKVA[node] ?? Number.POSITIVE_INFINITY,
});

/** A UPS that does not last until the slowest generator above it carries load. */
export interface RideThroughShortfall {
  /** The entry of the topology. */
  readonly entry: string;
  readonly rideThroughSeconds: number;
  readonly startSeconds: number;
}

/** UPSs and batteries whose ride-through is shorter than the start of a generator that they wait for, one an entry. */
export function rideThroughShortfalls({ graph }: SitePower): RideThroughShortfall[] {
  const { nodes, parentStart, parents } = graph;
  const start = new Float64Array(nodes.length);
  const { order } = createTransfer(graph).baseline;
  for (const index of order) {
    if (index >= nodes.length) continue;
    start[index] = nodes[index]?.node.startSeconds ?? 0;
    const end = parentStart[index + 1] ?? 0;
    for (let link = parentStart[index] ?? 0; link < end; link++)
      start[index] = Math.max(start[index] ?? 0, start[parents[link] ?? 0] ?? 0);
  }
  const found = new Map<string, RideThroughShortfall>();
  for (const [index, { node }] of nodes.entries()) {
    const startSeconds = start[index] ?? 0;
    const { rideThroughSeconds, id } = node;
    if (rideThroughSeconds === undefined || rideThroughSeconds >= startSeconds || found.has(id)) continue;
    found.set(id, { entry: id, rideThroughSeconds, startSeconds });
  }
  return [...found.values()];
}
