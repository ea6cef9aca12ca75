import type { PowerTopology } from "../../model/power-topology";
import { Survival } from "../../model/survival";
import { apparent } from "./baseline";
import type { LoadAt } from "./expand";
import type { PowerGraph } from "./graph";
import { type Loss, lossesOf } from "./losses";
import { createTransfer, type Outcome, type TransferEngine } from "./transfer";

/** A loss that does harm: something trips, or a load goes dark that must live through it. */
export interface Breach {
  readonly loss: Loss;
  readonly outcome: Outcome;
  /** Loads that must live through the loss and do not, by index. */
  readonly stranded: readonly number[];
}

/** The most that each node delivers right after any single loss, before anything trips, and by which loss. */
export interface Worst {
  readonly kW: Float64Array;
  readonly kVA: Float64Array;
  /** Index into the losses; -1 where no loss raises it. */
  readonly loss: Int32Array;
}

/** A loss that stops components of cooling: to lose a board is to lose its cooling. */
export interface CoolingLoss {
  readonly loss: Loss;
  /** Ids of the loads of kind `cooling` that go dark. */
  readonly components: readonly string[];
  /** Everything else that goes dark with them. */
  readonly dark: readonly LoadAt[];
}

/** What a site's power does under every single loss. */
export interface PowerStudy {
  readonly engine: TransferEngine;
  readonly losses: readonly Loss[];
  readonly breaches: readonly Breach[];
  readonly worst: Worst;
  readonly coolingLosses: readonly CoolingLoss[];
}

/** Fails every node, every side and every common cause, one at a time. */
export function studyPower(graph: PowerGraph, topology: PowerTopology): PowerStudy {
  const engine = createTransfer(graph);
  const losses = lossesOf(graph, topology);
  const worst = normal(graph, engine);
  const breaches: Breach[] = [];
  const coolingLosses: CoolingLoss[] = [];
  for (const [at, loss] of losses.entries()) {
    const outcome = engine.fail(loss.members, (node, kW, kVA) => {
      if (kVA > (worst.kVA[node] ?? 0)) worst.kVA[node] = kVA;
      if (kW <= (worst.kW[node] ?? 0)) return;
      worst.kW[node] = kW;
      worst.loss[node] = at;
    });
    const least = Survival.options.indexOf(loss.survival);
    const stranded = outcome.lost.filter((load) => (graph.survival[load] ?? 0) >= least);
    const dark = outcome.lost.flatMap((index) => graph.loads[index - graph.nodes.length] ?? []);
    const components = dark.filter(({ kind }) => kind === "cooling").map(({ id }) => id);
    if (components.length > 0)
      coolingLosses.push({ loss, components, dark: dark.filter((load) => load.kind !== "cooling") });
    if (outcome.overloads.length > 0 || stranded.length > 0) breaches.push({ loss, outcome, stranded });
  }
  return { engine, losses, breaches, worst, coolingLosses };
}

function normal(graph: PowerGraph, { baseline }: TransferEngine): Worst {
  const count = graph.nodes.length;
  const kVA = new Float64Array(count);
  for (let node = 0; node < count; node++) kVA[node] = apparent(baseline.outKW[node] ?? 0, baseline.outKVAr[node] ?? 0);
  return { kW: baseline.outKW.slice(0, count), kVA, loss: new Int32Array(count).fill(-1) };
}
