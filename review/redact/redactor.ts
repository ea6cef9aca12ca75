import { decodingsOf } from "./decodings";
import { Needles, type Span } from "./needles";
import { SHORTEST, spellingsOf } from "./spellings";

/** What stands in place of a secret. */
export const REDACTED = "(sensitive)";

/** Takes secrets out of texts. */
export interface Redactor {
  /** The text without any spelling of a secret. */
  text(text: string): string;
}

/** Makes a redactor of the secrets of all plans of a report: what one stack marks may stand unmarked in another. */
export function redactorOf(secrets: Iterable<string>): Redactor {
  const spellings = new Set<string>();
  const all = new Set(secrets);
  for (const secret of all) for (const spelling of spellingsOf(secret)) spellings.add(spelling);
  const needles = new Needles(spellings);
  const broken = brokenOf(all);
  const text = (given: string): string => {
    if (broken.length > 0 && isBroken(given, broken)) return REDACTED;
    const left = without(given, needles.find(given));
    // Where a secret is written in a way that no spelling tells, its place is not known: all of the text goes.
    return decodingsOf(left).some((read) => needles.find(read).length > 0) ? REDACTED : left;
  };
  return { text };
}

/** A secret of many lines, which others indent and break as they like. */
interface Broken {
  readonly unspaced: string;
  /** As it is written where its lines are left as they are. */
  readonly kept: readonly string[];
}

const brokenOf = (secrets: ReadonlySet<string>): Broken[] =>
  [...secrets].flatMap((secret): Broken[] => {
    const kept = secret.trim();
    const unspaced = withoutSpace(kept);
    return !kept.includes("\n") || unspaced.length < SHORTEST
      ? []
      : [{ unspaced, kept: [kept, JSON.stringify(kept).slice(1, -1)] }];
  });

const isBroken = (text: string, secrets: readonly Broken[]): boolean => {
  const unspaced = withoutSpace(text);
  return secrets.some(
    (secret) => unspaced.includes(secret.unspaced) && !secret.kept.some((each) => text.includes(each)),
  );
};

/** Line ends and tabs of JSON count as space. */
const withoutSpace = (text: string): string => text.replace(/(?:\s|\\[nrt])+/g, "");

/** A text without its matches; those that overlap go as one, so that no end of a secret is left. */
function without(text: string, matches: readonly Span[]): string {
  if (matches.length === 0) return text;
  const parts: string[] = [];
  let kept = 0;
  let end = -1;
  for (const match of [...matches].sort((a, b) => a.begin - b.begin || b.end - a.end)) {
    if (match.begin >= end && end >= 0) {
      parts.push(REDACTED);
      kept = end;
      end = -1;
    }
    if (end < 0) parts.push(text.slice(kept, match.begin));
    end = Math.max(end, match.end);
  }
  return [...parts, REDACTED, text.slice(end)].join("");
}
