import { alikePairs } from "./alike";
import type { Compare, Difference } from "./difference";
import { trimmed, withoutKey } from "./keys";

type Thing = NonNullable<Difference["thing"]>;

/**
 * Differences in which a thing that went from one parent and came, of the same name and nearly the same otherwise, below another of the
 * same kind, is one that moved.
 */
export function withMoves(found: readonly Difference[], compare: Compare): Difference[] {
  const moves = movesIn(found);
  const gone = new Set(moves.values());
  return found.flatMap((difference): Difference[] => {
    if (gone.has(difference)) return [];
    const origin = moves.get(difference);
    const [before, after] = [origin?.thing, difference.thing];
    if (origin === undefined || before === undefined || after === undefined) return [difference];
    return [
      { path: difference.path, kind: "moved", from: trimmed(origin.path) },
      ...compare(withoutKey(before.item), withoutKey(after.item), after.place),
    ];
  });
}

/** What came, with what went that it is. */
function movesIn(found: readonly Difference[]): Map<Difference, Difference> {
  const byKind = new Map<string, { gone: Difference[]; come: Difference[] }>();
  for (const difference of found) {
    const { thing, kind } = difference;
    if (thing === undefined) continue;
    const group = groupOf(byKind, thing);
    if (kind === "removed") group.gone.push(difference);
    else if (kind === "added") group.come.push(difference);
  }
  const moves = new Map<Difference, Difference>();
  for (const { gone, come } of byKind.values()) {
    const form = come[0]?.thing?.place.form;
    const items = (all: readonly Difference[]) => all.map(({ thing }) => thing?.item);
    for (const { removed, added } of alikePairs(items(gone), items(come), { form })) {
      const [origin, target] = [gone[removed], come[added]];
      if (origin !== undefined && target !== undefined) moves.set(target, origin);
    }
  }
  return moves;
}

function groupOf(
  byKind: Map<string, { gone: Difference[]; come: Difference[] }>,
  { place, key }: Thing,
): { gone: Difference[]; come: Difference[] } {
  const name = `${place.pattern}\0${key}`;
  const group = byKind.get(name) ?? { gone: [], come: [] };
  byKind.set(name, group);
  return group;
}
