import { expandHostlist } from "../../model/hostlist";
import type { PowerNodeKind, PowerTopology } from "../../model/power-topology";
import { didYouMean } from "../../model/suggest";
import { circleOf } from "./circle";
import { spreadsEvenly } from "./spread";

/** What is wrong with the shape of a power tree, below the path of its topology. */
export interface TreeTrouble {
  readonly path: string;
  readonly message: string;
  readonly observed?: string | number;
  readonly hint?: string;
  /** What does not keep the tree from being followed. @default false */
  readonly isWarning?: boolean;
}

/** What power may come from; anything else without parents hangs in the air. */
const sources: readonly PowerNodeKind[] = ["utility", "generator", "bess"];

interface Entry {
  readonly path: string;
  readonly ids: readonly string[];
  readonly slots: readonly string[];
  readonly field: "parents" | "feeds";
}

/** What keeps a power tree from being followed; nothing where it can be. */
export function treeTroubles(topology: PowerTopology): TreeTrouble[] {
  const nodes = topology.nodes.map(
    ({ id, parents }): Entry => ({
      path: `nodes.${id}`,
      ids: [...expandHostlist(id)],
      slots: parents,
      field: "parents",
    }),
  );
  const loads = topology.loads.map(
    ({ id, feeds }): Entry => ({ path: `loads.${id}`, ids: [...expandHostlist(id)], slots: feeds, field: "feeds" }),
  );
  const known = new Set(nodes.flatMap(({ ids }) => ids));
  return [
    ...twice([...nodes, ...loads]),
    ...[...nodes, ...loads].flatMap((entry) => [...slotTroubles(entry, known)]),
    ...supplyTroubles(topology, known),
    ...circle(topology),
    ...transferTroubles(topology),
    ...groupTroubles(topology, known),
  ];
}

function* twice(entries: readonly Entry[]): Generator<TreeTrouble> {
  const first = new Map<string, string>();
  for (const { path, ids } of entries) {
    for (const id of ids) {
      const before = first.get(id);
      if (before !== undefined) {
        yield { path, observed: id, message: `${id} stands twice in the power topology: here and in ${before}` };
        break;
      }
      first.set(id, path);
    }
  }
}

function* slotTroubles({ path, ids, slots, field }: Entry, known: ReadonlySet<string>): Generator<TreeTrouble> {
  for (const [index, slot] of slots.entries()) {
    const place = { path: `${path}.${field}[${index}]`, observed: slot };
    const names = [...expandHostlist(slot)];
    const missing = names.find((name) => !known.has(name));
    if (missing !== undefined) yield { ...place, ...unknown(missing, known) };
    else if (!spreadsEvenly(names.length, ids.length))
      yield {
        ...place,
        message: `${names.length} nodes do not spread evenly over ${ids.length}: neither number is a multiple of the other`,
        hint: "write the members as entries of their own, each with its parents",
      };
  }
}

const unknown = (name: string, known: ReadonlySet<string>): Pick<TreeTrouble, "message" | "hint"> => {
  const hint = didYouMean(name, known);
  return { message: `the power topology has no node ${JSON.stringify(name)}`, ...(hint === undefined ? {} : { hint }) };
};

function* supplyTroubles({ rackSupplies }: PowerTopology, known: ReadonlySet<string>): Generator<TreeTrouble> {
  for (const { id, fromPosition, toPosition, feeds } of rackSupplies) {
    const path = `rackSupplies.${id}`;
    if (toPosition < fromPosition) {
      yield {
        path: `${path}.toPosition`,
        observed: toPosition,
        message: `the last position ${toPosition} is before the first, ${fromPosition}`,
      };
      continue;
    }
    const positions = toPosition - fromPosition + 1;
    for (const feed of feeds) {
      const place = { path: `${path}.feeds.${feed.id}.nodes`, observed: feed.nodes };
      const names = [...expandHostlist(feed.nodes)];
      const missing = names.find((name) => !known.has(name));
      if (missing !== undefined) yield { ...place, ...unknown(missing, known) };
      else if (positions % names.length !== 0)
        yield { ...place, message: `${names.length} nodes do not spread evenly over ${positions} positions` };
    }
  }
}

/** A circle, once: the tree cannot be followed until it is mended. */
function* circle(topology: PowerTopology): Generator<TreeTrouble> {
  const found = circleOf(topology);
  if (found === undefined) return;
  const { ids, entry } = found;
  const shown = ids.length <= MOST_SHOWN ? ids : [...ids.slice(0, MOST_SHOWN), `${ids.length - MOST_SHOWN} more`];
  const way = [...shown, ids[0] ?? ""].join(" <- ");
  yield { path: `nodes.${entry}`, observed: way, message: `nodes feed each other in a circle: ${way}` };
}

const MOST_SHOWN = 6;

function* transferTroubles({ nodes }: PowerTopology): Generator<TreeTrouble> {
  for (const { id, kind, parents, transfer } of nodes) {
    const path = `nodes.${id}`;
    if (parents.length > 1 && transfer === undefined)
      yield {
        path: `${path}.transfer`,
        message: `a node with ${parents.length} parents must say what it does when one is lost`,
        hint: 'transfer: "equalShare" for parallel sources, "staticTransfer" for a switch, primary first, "catcher" for a reserve',
      };
    if (parents.length === 0 && !sources.includes(kind))
      yield {
        path,
        observed: kind,
        message: `a ${kind} without parents counts as a source: what feeds it is not said, and its loss not checked`,
        hint: "name its parents, up to a utility, a generator or a battery",
        isWarning: true,
      };
  }
}

function* groupTroubles(topology: PowerTopology, known: ReadonlySet<string>): Generator<TreeTrouble> {
  const groups = topology.redundancyGroups.map(({ id }) => id);
  for (const { id, redundancyGroup } of topology.nodes) {
    if (redundancyGroup === undefined || groups.includes(redundancyGroup)) continue;
    const hint = didYouMean(redundancyGroup, groups);
    const message = `the power topology has no redundancy group ${JSON.stringify(redundancyGroup)}`;
    yield {
      path: `nodes.${id}.redundancyGroup`,
      observed: redundancyGroup,
      message,
      ...(hint === undefined ? {} : { hint }),
    };
  }
  for (const { id, nodes } of topology.commonCauses) {
    for (const [index, names] of nodes.entries()) {
      const missing = [...expandHostlist(names)].find((name) => !known.has(name));
      if (missing !== undefined)
        yield { path: `commonCauses.${id}.nodes[${index}]`, observed: names, ...unknown(missing, known) };
    }
  }
}

const sound = new WeakMap<PowerTopology, boolean>();

/** Whether a power tree can be followed. Reckoned once for a topology. */
export function isSound(topology: PowerTopology): boolean {
  const known = sound.get(topology) ?? treeTroubles(topology).every(({ isWarning }) => isWarning === true);
  sound.set(topology, known);
  return known;
}
