import type { Part, Parts } from "./parts";

/** What of two versions of a stack must be planned so that all that changes is seen. */
export interface Slice {
  /** Parts that only one side has, or of which both say different things. */
  readonly changed: ReadonlySet<string>;
  /** These, everything that depends on them, and everything that all of it needs. */
  readonly parts: ReadonlySet<string>;
}

/**
 * Cuts two versions of a stack to what changed, its dependents, and what all of these need, in either version. What is left out says the same
 * in both, and needs nothing that changes: its plan is that nothing happens.
 *
 * @param also parts that are needed whether they change or not, such as outputs that another stack reads
 * @param answered parts that say the same in both and are something else, since something outside of the stack changes
 */
export function sliceOf(base: Parts, head: Parts, also: Iterable<string> = [], answered: Iterable<string> = []): Slice {
  const changed = new Set(answered);
  for (const name of [...base.keys(), ...head.keys()]) {
    if (base.get(name)?.said !== head.get(name)?.said) changed.add(name);
  }
  const affected = closure(changed, dependentsIn(base, head));
  const needed = (name: string): Iterable<string> =>
    [base.get(name), head.get(name)].flatMap((part) => part?.references ?? []);
  const parts = closure([...affected, ...also], (name) =>
    [...needed(name)].filter((each) => base.has(each) || head.has(each)),
  );
  return { changed, parts };
}

/** Everything that two versions of a stack say. */
export const wholeOf: typeof sliceOf = (base, head, also, answered) => ({
  ...sliceOf(base, head, also, answered),
  parts: new Set([...base.keys(), ...head.keys()]),
});

/** Who names a part, in either version. */
function dependentsIn(...versions: readonly Parts[]): (name: string) => Iterable<string> {
  const dependents = new Map<string, Set<string>>();
  for (const [name, { references }] of versions.flatMap((parts): [string, Part][] => [...parts])) {
    for (const reference of references) {
      const known = dependents.get(reference) ?? new Set();
      known.add(name);
      dependents.set(reference, known);
    }
  }
  return (name) => dependents.get(name) ?? [];
}

/** Everything that is reached from some names, with them. */
function closure(from: Iterable<string>, next: (name: string) => Iterable<string>): Set<string> {
  const found = new Set(from);
  // A set that grows while it is walked is walked to its end.
  for (const name of found) for (const each of next(name)) found.add(each);
  return found;
}
