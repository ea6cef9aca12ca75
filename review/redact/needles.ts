import { SHORTEST } from "./spellings";

/** A part of a text: from, and to the character behind it. */
export interface Span {
  readonly begin: number;
  readonly end: number;
}

/** Bits of the hash of a beginning: a table that fits a processor's cache. */
const BITS = 16;

/**
 * Finds any of many texts in another, each of at least the shortest length that is looked for. They are told apart by their beginnings,
 * so that plans with ten thousands of secrets are ready at once: an automaton over all of them takes half a minute to make.
 */
export class Needles {
  private readonly byBeginning = new Map<string, string[]>();
  private readonly hashes = new Uint8Array(2 ** BITS);

  constructor(needles: Iterable<string>) {
    for (const needle of needles) {
      const beginning = needle.slice(0, SHORTEST);
      const known = this.byBeginning.get(beginning);
      if (known !== undefined) known.push(needle);
      else this.byBeginning.set(beginning, [needle]);
      this.hashes[hashAt(needle, 0)] = 1;
    }
  }

  /** Where they are, in the order in which they begin; they may overlap. */
  find(text: string): Span[] {
    const found: Span[] = [];
    if (this.byBeginning.size === 0) return found;
    for (let begin = 0; begin <= text.length - SHORTEST; begin++) {
      if (this.hashes[hashAt(text, begin)] === 0) continue;
      for (const needle of this.byBeginning.get(text.slice(begin, begin + SHORTEST)) ?? []) {
        if (text.startsWith(needle, begin)) found.push({ begin, end: begin + needle.length });
      }
    }
    return found;
  }
}

/** Of the first four characters at a place. */
const hashAt = (text: string, at: number): number => {
  const mixed =
    text.charCodeAt(at) ^
    (text.charCodeAt(at + 1) << 4) ^
    (text.charCodeAt(at + 2) << 8) ^
    (text.charCodeAt(at + 3) << 11);
  return mixed & (2 ** BITS - 1);
};
