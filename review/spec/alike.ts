import { distance } from "fastest-levenshtein";
import type { Form } from "./forms";
import { itemKey } from "./keys";
import { leavesOf } from "./values";

/** Share of what two things say that both say, from which on they count as one that was renamed or moved. */
const NEARLY = 0.75;

/** Most pairs that are compared in full; of more, as when thousands of things are renamed at once, only equal ones are found. */
const MOST_PAIRS = 100_000;

/** A thing with all that it says besides its key. */
interface Said {
  readonly index: number;
  readonly name: string;
  readonly texts: ReadonlySet<string>;
}

/** Two things that are one: the places of both in their lists. */
export interface Pair {
  readonly removed: number;
  readonly added: number;
}

/** What two lists are compared by. */
export interface Likeness {
  /** The schema of an item. */
  readonly form: Form;
  /** The least share of what both say. @default 0.75 */
  readonly least?: number;
}

/**
 * Pairs of things that went and things that came which say the same or nearly the same, the most alike first; of those that are equally
 * alike, the ones with the most similar names, then the first. Things that say nothing besides their keys are not alike.
 */
export function alikePairs(
  removed: readonly unknown[],
  added: readonly unknown[],
  { form, least = NEARLY }: Likeness,
): Pair[] {
  const [gone, come] = [removed, added].map((items) => items.map((item, index) => saidBy(item, index, form)));
  if (gone === undefined || come === undefined) return [];
  const candidates =
    gone.length * come.length <= MOST_PAIRS
      ? gone.flatMap((one) => come.map((other) => ({ one, other, share: sharedBy(one.texts, other.texts) })))
      : equalOnes(gone, come);
  const ranked = candidates
    .filter(({ share }) => share >= least)
    .map((each) => ({ ...each, far: distance(each.one.name, each.other.name) }))
    .sort((a, b) => b.share - a.share || a.far - b.far || a.one.index - b.one.index || a.other.index - b.other.index);
  const taken = { removed: new Set<number>(), added: new Set<number>() };
  return ranked.flatMap(({ one, other }): Pair[] => {
    if (taken.removed.has(one.index) || taken.added.has(other.index)) return [];
    taken.removed.add(one.index);
    taken.added.add(other.index);
    return [{ removed: one.index, added: other.index }];
  });
}

function saidBy(item: unknown, index: number, form: Form): Said {
  const key = itemKey(item);
  const leaves = leavesOf(item, form, key?.fields);
  return { index, name: key?.text ?? "", texts: new Set(leaves.map(({ path, text }) => `${path}\0${text}`)) };
}

/** Twice what both say over what each says: 1 where they are equal, 0 where nothing is, or where one says nothing. */
function sharedBy(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const text of one) if (other.has(text)) shared++;
  return (2 * shared) / (one.size + other.size);
}

function equalOnes(gone: readonly Said[], come: readonly Said[]): { one: Said; other: Said; share: number }[] {
  const textOf = ({ texts }: Said) => [...texts].join("\n");
  const byText = new Map<string, Said[]>();
  for (const other of come) {
    if (other.texts.size === 0) continue;
    const alike = byText.get(textOf(other));
    if (alike === undefined) byText.set(textOf(other), [other]);
    else alike.push(other);
  }
  // In order: of thousands that are equal, no name is compared with every other.
  return gone.flatMap((one) => {
    const other = byText.get(textOf(one))?.shift();
    return other === undefined ? [] : [{ one, other, share: 1 }];
  });
}
