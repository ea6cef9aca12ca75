import { isWithin } from "../../constructs/model";
import { alikePairs } from "./alike";
import type { Compare, Difference, Thing } from "./difference";
import { trimmed, withoutKey } from "./keys";
import { leavesOf } from "./values";
import { thingsWithin } from "./within";

/** Share of what both say from which on a thing within a parent that came or went itself is one that moved: a new site is often like an old one. */
const WITHIN = 0.9;

/** Fewest values of such a thing: halls of two sites that are both rated at 12 MW are two halls. */
const FEWEST = 4;

/** A thing that came or went, by itself or with what it stands in. */
interface Candidate {
  readonly thing: Thing;
  /** The difference that tells of it. */
  readonly told: Difference;
  readonly isInner: boolean;
}

/** A thing that is the same at another place. */
interface Move {
  readonly origin: Candidate;
  readonly target: Candidate;
}

/**
 * Differences in which a thing that went from one parent and came, of the same name and nearly the same otherwise, below another of the
 * same kind, is one that moved; also out of a parent that went, and into one that came.
 */
export function withMoves(found: readonly Difference[], compare: Compare): Difference[] {
  const moves = movesIn(found);
  const gone = new Set(moves.filter(({ origin }) => !origin.isInner).map(({ origin }) => origin.told));
  return found.flatMap((difference): Difference[] => {
    if (gone.has(difference)) return [];
    const own = moves.filter(({ target }) => target.told === difference);
    const lines = own.flatMap((move) => linesOf(move, compare));
    return own.some(({ target }) => !target.isInner) ? lines : [difference, ...lines];
  });
}

const linesOf = ({ origin, target }: Move, compare: Compare): Difference[] => [
  { path: target.thing.place.path, kind: "moved", from: trimmed(origin.thing.place.path) },
  ...compare(withoutKey(origin.thing.item), withoutKey(target.thing.item), target.thing.place),
];

/** Moves, of things that stand within each other the outermost alone. */
function movesIn(found: readonly Difference[]): Move[] {
  const groups = new Map<string, { gone: Candidate[]; come: Candidate[] }>();
  for (const difference of found) {
    for (const candidate of candidatesOf(difference)) {
      const { place, key } = candidate.thing;
      const name = `${place.pattern}\0${key}`;
      const group = groups.get(name) ?? { gone: [], come: [] };
      groups.set(name, group);
      (difference.kind === "removed" ? group.gone : group.come).push(candidate);
    }
  }
  const depthOf = (pattern: string): number => pattern.split(".").length;
  const outermostFirst = [...groups].sort(([a], [b]) => depthOf(a) - depthOf(b)).map(([, group]) => group);
  const moves: Move[] = [];
  for (const { gone, come } of outermostFirst) {
    const isFree = (side: "origin" | "target") => (candidate: Candidate) =>
      !moves.some((move) => isWithin(candidate.thing.place.path, move[side].thing.place.path));
    moves.push(...pairsOf(gone.filter(isFree("origin")), come.filter(isFree("target"))));
  }
  return moves;
}

function candidatesOf(told: Difference): Candidate[] {
  const { thing, kind } = told;
  if (thing === undefined || (kind !== "added" && kind !== "removed")) return [];
  return [
    { thing, told, isInner: false },
    ...thingsWithin(thing).map((inner) => ({ thing: inner, told, isInner: true })),
  ];
}

function pairsOf(gone: readonly Candidate[], come: readonly Candidate[]): Move[] {
  const moves = pairs(gone.filter(isOutside), come.filter(isOutside));
  const taken = new Set(moves.flatMap(({ origin, target }) => [origin, target]));
  const isLeft = (candidate: Candidate): boolean => !taken.has(candidate);
  return [...moves, ...pairs(gone.filter(isLeft), come.filter(isLeft), WITHIN).filter(isThroughParent)];
}

const isOutside = ({ isInner }: Candidate): boolean => !isInner;

const isThroughParent = ({ origin, target }: Move): boolean =>
  (origin.isInner || target.isInner) &&
  leavesOf(withoutKey(target.thing.item), target.thing.place.form).length >= FEWEST;

function pairs(gone: readonly Candidate[], come: readonly Candidate[], least?: number): Move[] {
  const form = come[0]?.thing.place.form;
  const items = (all: readonly Candidate[]) => all.map(({ thing }) => thing.item);
  const likeness = { form, ...(least === undefined ? {} : { least }) };
  return alikePairs(items(gone), items(come), likeness).flatMap(({ removed, added }) => {
    const [origin, target] = [gone[removed], come[added]];
    return origin === undefined || target === undefined ? [] : [{ origin, target }];
  });
}
