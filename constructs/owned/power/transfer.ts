import { isOver } from "../over-limit";
import { apparent, type Baseline, baselineOf, inputKW } from "./baseline";
import { CATCHER, EQUAL_SHARE, type PowerGraph } from "./graph";
import { lockOut } from "./lockout";

/** A node that carries more than it delivers without end. */
export interface Overload {
  readonly node: number;
  readonly kW: number;
  readonly kVA: number;
  /** 1 right after the loss, 2 after the nodes of round 1 have tripped, ... */
  readonly round: number;
}

/** What follows from a loss. */
export interface Outcome {
  /** Nodes over their limit, round by round, in the order of the document. Each of them trips. */
  readonly overloads: readonly Overload[];
  /** Nodes and loads that found no room on their reserve. */
  readonly lockedOut: readonly number[];
  /** Loads that are not on backup, shed where a generator would have carried too much. They are lost too. */
  readonly shed: readonly number[];
  /** Loads without a live path at the end that had one before, by index. */
  readonly lost: readonly number[];
}

/** What a live node delivers after a loss, before anything trips. */
export type Visit = (node: number, kW: number, kVA: number) => void;

/** A power tree that loses parts of itself. */
export interface TransferEngine {
  readonly graph: PowerGraph;
  readonly baseline: Baseline;
  /** Loses nodes by index, all at once; `visit` is called for every live node whose load may have changed. */
  fail(members: readonly number[], visit?: Visit): Outcome;
}

/**
 * Loses nodes and follows the declared transfers, not the best conceivable ones: each node draws from its live parents as its
 * transfer says, what goes over its limit trips, its load moves on, until nothing more trips. All that is over at once trips at
 * once. Only a generator first sheds the loads on it that are not on backup. A node that was over its limit with nothing lost is the rule PWR-1's, and trips only where its load grows.
 *
 * Only what hangs on the lost nodes, and what carries it afterwards, is reckoned anew.
 */
export function createTransfer(graph: PowerGraph): TransferEngine {
  const { count, parentStart, parents, childStart, children, childLink, level, levels, nodes } = graph;
  const baseline = baselineOf(graph);
  const { live, outKW, outKVAr } = baseline;
  const dead = new Int32Array(count);
  const touched = new Int32Array(count);
  const linksSeen = new Int32Array(count);
  const links = new Int32Array(count);
  const moreKW = new Float64Array(count);
  const moreKVAr = new Float64Array(count);
  const start = levelStarts(graph);
  const bucket = new Int32Array(count);
  const filled = new Int32Array(levels);
  const queue = new Int32Array(count);
  let now = 0;
  let queued = 0;
  let cut: ReadonlySet<number> = new Set();

  const isLive = (index: number) => live[index] === 1 && dead[index] !== now;
  const isLink = (link: number) => isLive(parents[link] ?? 0) && !cut.has(link);
  const kWOf = (index: number) => (outKW[index] ?? 0) + (moreKW[index] ?? 0);
  const kVAOf = (index: number) => apparent(kWOf(index), (outKVAr[index] ?? 0) + (moreKVAr[index] ?? 0));

  function touch(index: number) {
    if (touched[index] === now) return;
    touched[index] = now;
    moreKW[index] = 0;
    moreKVAr[index] = 0;
    const at = level[index] ?? 0;
    const place = filled[at] ?? 0;
    filled[at] = place + 1;
    bucket[(start[at] ?? 0) + place] = index;
  }

  function die(index: number) {
    if (!isLive(index)) return;
    dead[index] = now;
    touch(index);
    queue[queued++] = index;
  }

  function loseLink(child: number) {
    if (!isLive(child)) return;
    if (linksSeen[child] !== now) {
      linksSeen[child] = now;
      links[child] = baseline.liveLinks[child] ?? 0;
    }
    const left = (links[child] ?? 0) - 1;
    links[child] = left;
    touch(child);
    if (left === 0) die(child);
  }

  /** Adds what one link carries, or takes it away. */
  function carry(parent: number, kW: number, kVAr: number) {
    if (!isLive(parent)) return;
    touch(parent);
    moreKW[parent] = (moreKW[parent] ?? 0) + kW;
    moreKVAr[parent] = (moreKVAr[parent] ?? 0) + kVAr;
  }

  /** Moves what a node or load draws from where it drew it to where it draws it now. */
  function move(index: number) {
    const shares = graph.transfer[index] === EQUAL_SHARE;
    const before = shares ? (baseline.liveLinks[index] ?? 1) : 1;
    const after = shares ? (linksSeen[index] === now ? (links[index] ?? 1) : before) : 1;
    const kW = inputKW(graph, index, outKW[index] ?? 0);
    const kVAr = outKVAr[index] ?? 0;
    const [newKW, newKVAr] = [inputKW(graph, index, kWOf(index)), kVAr + (moreKVAr[index] ?? 0)];
    let [wasDrawn, isDrawn] = [false, !isLive(index)];
    const end = parentStart[index + 1] ?? 0;
    for (let link = parentStart[index] ?? 0; link < end; link++) {
      const parent = parents[link] ?? 0;
      if (live[parent] !== 1) continue;
      if (shares || !wasDrawn) carry(parent, -kW / before, -kVAr / before);
      wasDrawn = true;
      if (!isLink(link) || (isDrawn && !shares) || !isLive(index)) continue;
      carry(parent, newKW / after, newKVAr / after);
      isDrawn = true;
    }
  }

  function follow(failed: readonly number[]) {
    now++;
    queued = 0;
    filled.fill(0);
    for (const index of failed) die(index);
    for (const link of cut) loseLink(childOf(graph, link));
    for (let at = 0; at < queued; at++) {
      const parent = queue[at] ?? 0;
      const end = childStart[parent + 1] ?? 0;
      for (let place = childStart[parent] ?? 0; place < end; place++) {
        if (!cut.has(childLink[place] ?? 0)) loseLink(children[place] ?? 0);
      }
    }
    for (let at = levels - 1; at > 0; at--) {
      for (let place = 0; place < (filled[at] ?? 0); place++) move(bucket[(start[at] ?? 0) + place] ?? 0);
    }
  }

  function* touchedNodes(): Generator<number> {
    for (let at = 0; at < levels; at++) {
      for (let place = 0; place < (filled[at] ?? 0); place++) {
        const index = bucket[(start[at] ?? 0) + place] ?? 0;
        if (index < nodes.length && isLive(index)) yield index;
      }
    }
  }

  function isOverloaded(index: number): boolean {
    const kW = kWOf(index);
    const most = Math.max(graph.limitKW[index] ?? 0, outKW[index] ?? 0);
    if (isOver(kW, most)) return true;
    const limit = graph.limitKVA[index] ?? 0;
    if (limit === Number.POSITIVE_INFINITY) return false;
    return isOver(kVAOf(index), Math.max(limit, apparent(outKW[index] ?? 0, outKVAr[index] ?? 0)));
  }

  function fail(members: readonly number[], visit?: Visit): Outcome {
    const failed = [...members];
    const cuts = new Set<number>();
    cut = cuts;
    const overloads: Overload[] = [];
    const lockedOut = new Set<number>();
    const shed = new Set<number>();
    for (let round = 1; ; round++) {
      follow(failed);
      if (round === 1 && visit !== undefined)
        for (const index of touchedNodes()) visit(index, kWOf(index), kVAOf(index));
      const over = [...touchedNodes()].filter(isOverloaded).sort(byNumber);
      if (over.length === 0) break;
      // Shedding is faster than a trip: what is left is looked at anew.
      const sheds = new Set(over.flatMap(sheddable));
      if (sheds.size > 0) {
        for (const load of sheds) shed.add(load);
        failed.push(...sheds);
        continue;
      }
      // All of a round is decided on what was there when it began: a link that one node refuses is not drawn on at the next yet.
      const decided = over.map((node) => ({
        node,
        refused: lockOut({ graph, node, isLink, kWOf, kVAOf, isMoved }),
      }));
      for (const { node, refused } of decided) {
        for (const link of refused) {
          cuts.add(link);
          lockedOut.add(childOf(graph, link));
        }
        if (refused.length > 0) continue;
        failed.push(node);
        overloads.push({ node, kW: kWOf(node), kVA: kVAOf(node), round });
      }
    }
    const lost: number[] = [];
    for (let at = 0; at < queued; at++) if ((queue[at] ?? 0) >= nodes.length) lost.push(queue[at] ?? 0);
    const sorted = (found: ReadonlySet<number>) => [...found].sort(byNumber);
    return { overloads, lockedOut: sorted(lockedOut), shed: sorted(shed), lost: lost.sort(byNumber) };
  }

  /** Loads that draw on a generator and are not on backup. */
  function sheddable(generator: number): number[] {
    if (nodes[generator]?.node.kind !== "generator") return [];
    const found: number[] = [];
    const seen = new Set<number>([generator]);
    const open = [generator];
    for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
      const end = childStart[parent + 1] ?? 0;
      for (let place = childStart[parent] ?? 0; place < end; place++) {
        const [child, link] = [children[place] ?? 0, childLink[place] ?? 0];
        if (seen.has(child) || !isLive(child) || !isDrawn(child, link)) continue;
        seen.add(child);
        if (child < nodes.length) open.push(child);
        else if (graph.loads[child - nodes.length]?.onBackup === false) found.push(child);
      }
    }
    return found;
  }

  /** Whether a live child draws through a link now. */
  const isDrawn = (child: number, link: number): boolean => {
    if (!isLink(link)) return false;
    if (graph.transfer[child] === EQUAL_SHARE) return true;
    let first = parentStart[child] ?? 0;
    while (!isLink(first)) first++;
    return first === link;
  };

  /** Whether a child with a catcher's transfer draws through a link that it did not draw through before. */
  const isMoved = (child: number, link: number): boolean => {
    if (graph.transfer[child] !== CATCHER || !isLive(child) || touched[child] !== now) return false;
    let before = parentStart[child] ?? 0;
    while (live[parents[before] ?? 0] !== 1) before++;
    return before !== link && isDrawn(child, link);
  };

  return { graph, baseline, fail };
}

const byNumber = (a: number, b: number): number => a - b;

function childOf({ parentStart, count }: PowerGraph, link: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parentStart[middle] ?? 0) <= link) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the bucket of each level begins. */
function levelStarts({ count, level, levels }: PowerGraph): Int32Array {
  const start = new Int32Array(levels + 1);
  for (let index = 0; index < count; index++) {
    const next = (level[index] ?? 0) + 1;
    start[next] = (start[next] ?? 0) + 1;
  }
  for (let at = 0; at < levels; at++) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0);
  return start;
}
