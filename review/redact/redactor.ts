import { Needles, type Span } from "./needles";
import { spellingsOf } from "./spellings";

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
  for (const secret of new Set(secrets)) for (const spelling of spellingsOf(secret)) spellings.add(spelling);
  const needles = new Needles(spellings);
  const text = (given: string): string => without(given, needles.find(given));
  return { text };
}

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
