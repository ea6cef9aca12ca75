import { distance } from "fastest-levenshtein";

/** The shortest text that the rest of a name is guessed from. */
const BEGINNING = 3;

/**
 * The candidate that a misspelt name most likely meant, for "did you mean"; none where nothing is close. In this order:
 *
 * - one whose letters and digits are the name's, case, spaces and punctuation apart: `colossus-1` for `Colossus 1`
 * - one that is a single edit away, in names longer than 2 characters: `machine` for `machines`, whatever begins with that
 * - one that begins with the name, from 3 letters or digits on: `trn2.48xlarge` for `trn2.48xl`
 * - the closest within an edit distance, case ignored, of at most 40 % of the shorter name's length; at most 2 edits are
 *   always forgiven in names longer than 2 characters
 * - the only one whose last word is the name, from 2 letters or digits on: `US-NV` for `NV`
 *
 * Of equally close candidates the first one wins.
 */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates];
  const wanted = name.toLowerCase();
  const letters = lettersOf(name);
  const same = all.filter((candidate) => letters !== "" && lettersOf(candidate) === letters);
  const oneOff = all.filter((candidate) => wanted.length > 2 && distance(wanted, candidate.toLowerCase()) === 1);
  const longer = all.filter((candidate) => letters.length >= BEGINNING && lettersOf(candidate).startsWith(letters));
  const close = all.filter((candidate) => distance(wanted, candidate.toLowerCase()) <= forgiven(wanted, candidate));
  const ending = all.filter((candidate) => letters.length > 1 && lastWordOf(candidate) === wanted);
  const best = (found: readonly string[]) => closest(wanted, found);
  return best(same) ?? best(oneOff) ?? best(longer) ?? best(close) ?? (ending.length === 1 ? ending[0] : undefined);
}

function closest(wanted: string, candidates: readonly string[]): string | undefined {
  let best: { readonly candidate: string; readonly edits: number } | undefined;
  for (const candidate of candidates) {
    const edits = distance(wanted, candidate.toLowerCase());
    if (best === undefined || edits < best.edits) best = { candidate, edits };
  }
  return best?.candidate;
}

function forgiven(name: string, candidate: string): number {
  const length = Math.min(name.length, candidate.length);
  return length <= 2 ? 0 : Math.max(2, Math.floor(length * 0.4));
}

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

const lastWordOf = (name: string): string | undefined =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .at(-1);

/** `did you mean "x"?`, when there is an x. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const meant = suggest(name, candidates);
  return meant === undefined ? undefined : `did you mean "${meant}"?`;
}
