import { reactive } from "../../ledger/node-limit";
import { expandHostlist } from "../../model/hostlist";
import {
  type PowerLoad,
  type PowerLoadKind,
  type PowerNode,
  type PowerNodeKind,
  type PowerTopology,
  survivalOf,
  type Transfer,
} from "../../model/power-topology";
import type { Survival } from "../../model/survival";
import { spreadTo } from "./spread";

/** One node of the tree: a member of an entry of the topology. */
export interface NodeAt {
  readonly id: string;
  readonly node: PowerNode;
  /** Index of the entry that it is a member of. */
  readonly entry: number;
  readonly parents: readonly string[];
}

/** One load on the tree: of the topology, or a rack or cooling component that others place. */
export interface LoadAt {
  readonly id: string;
  readonly kind: PowerLoadKind;
  readonly kW: number;
  readonly kVAr: number;
  readonly feeds: readonly string[];
  readonly transfer: Transfer;
  readonly survival: Survival;
  readonly onBackup: boolean;
  readonly leg?: "A" | "B" | "C" | undefined;
  readonly hall?: string | undefined;
  readonly phase?: string | undefined;
  /** What it is a member of, for findings: `loads.cdu-[1-4]`, `racks`. */
  readonly group: string;
}

/** Which nodes and loads there are; by default all of them. */
export type Presence = (place: { readonly hall?: string | undefined; readonly phase?: string | undefined }) => boolean;

const always: Presence = () => true;

/** Every node of a topology, its range expanded and its parents spread over it. */
export function expandNodes({ nodes }: Pick<PowerTopology, "nodes">, present: Presence = always): NodeAt[] {
  return nodes.flatMap((node, entry) => {
    if (!present(node)) return [];
    const ids = [...expandHostlist(node.id)];
    const slots = node.parents.map((names) => [...expandHostlist(names)]);
    return ids.map((id, at) => ({
      id,
      node,
      entry,
      parents: spreadAll(slots, ids.length, at),
    }));
  });
}

/** Every load that a topology itself states. */
export function expandLoads({ loads }: Pick<PowerTopology, "loads">, present: Presence = always): LoadAt[] {
  return loads.flatMap((load) => {
    if (!present(load)) return [];
    const ids = [...expandHostlist(load.id)];
    const slots = load.feeds.map((names) => [...expandHostlist(names)]);
    const common = commonOf(load);
    return ids.map((id, at) => ({
      id,
      ...common,
      feeds: spreadAll(slots, ids.length, at),
    }));
  });
}

/** What one member of a range gets of each slot, in order. Most have one slot: 100,000 members make no second list. */
function spreadAll(slots: readonly (readonly string[])[], members: number, at: number): readonly string[] {
  const [only] = slots;
  return slots.length === 1 && only !== undefined
    ? spreadTo(only, members, at)
    : slots.flatMap((names) => spreadTo(names, members, at));
}

function commonOf(load: PowerLoad): Omit<LoadAt, "id" | "feeds"> {
  const survival = survivalOf(load);
  return {
    kind: load.kind,
    kW: load.powerKW,
    kVAr: reactive(load.powerKW, load.powerFactor),
    transfer: load.transfer,
    survival,
    onBackup: load.onBackup ?? survival === "system",
    leg: load.leg,
    hall: load.hall,
    phase: load.phase,
    group: `loads.${load.id}`,
  };
}

const distribution: readonly PowerNodeKind[] = ["sts", "panel", "busway", "pdu", "rpp", "rackFeed"];

/** The class of the loss of one node: what a cord hangs on, a part of a side, or a part of a whole system. */
export function lossClass({ node }: NodeAt): Survival {
  if (distribution.includes(node.kind)) return "feed";
  return node.side === undefined ? "system" : "side";
}
