import { distance } from "fastest-levenshtein";

/**
 * The candidate that a misspelt name most likely meant, for "did you mean"; none where nothing is close.
 *
 * Close is an edit distance, case ignored, of at most 40 % of the shorter name's length, and at most 2 edits
 * are always forgiven in names longer than 2 characters. Of equally close candidates the first one wins.
 */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: { readonly candidate: string; readonly edits: number } | undefined;
  for (const candidate of candidates) {
    const edits = distance(wanted, candidate.toLowerCase());
    if (edits <= forgiven(wanted, candidate) && (best === undefined || edits < best.edits)) best = { candidate, edits };
  }
  return best?.candidate;
}

function forgiven(name: string, candidate: string): number {
  const length = Math.min(name.length, candidate.length);
  return length <= 2 ? 0 : Math.max(2, Math.floor(length * 0.4));
}

/** `did you mean "x"?`, when there is an x. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const meant = suggest(name, candidates);
  return meant === undefined ? undefined : `did you mean "${meant}"?`;
}
